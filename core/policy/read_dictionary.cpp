#include "core/policy/reading.h"

namespace mingbai::policy {
namespace {

bool interchangeable(FactType a, FactType b) {
  const auto symbolic = [](FactType t) { return t == FactType::enumeration || t == FactType::text; };
  return a == b || (symbolic(a) && symbolic(b));
}

void read_domain(const Element& element, FactEntry& entry) {
  const Json* domain = element.find("domain");
  if (domain == nullptr) return;
  if (domain->is_object()) {
    for (const auto* end : {"from", "to"}) {
      const Json* value = contract::member(*domain, end);
      if (value == nullptr) continue;
      if (!value->is_number_integer()) {
        element.fault(Fault::wrong_type, "domain", contract::kind_of(*value).en, {"a whole number"});
        continue;
      }
      (end[0] == 'f' ? entry.from : entry.to) = value->get<std::int64_t>();
    }
    return;
  }
  for (const Element& value : element.list("domain")) {
    value.only({"key", "label"});
    entry.domain.push_back({value.text("key"), value.words("label")});
  }
}

}  // namespace

Dictionary read_dictionary(const Json& facts, const std::string& file, Findings& findings) {
  Dictionary out;
  std::vector<std::string> types;
  for (int i = 0; i <= static_cast<int>(FactType::decimal); ++i)
    types.emplace_back(to_key(static_cast<FactType>(i)));
  for (const Element& element : elements(facts, file + "#", findings)) {
    element.only({"name", "type", "domain", "label", "unit", "national", "scope", "actionable", "note"});
    const std::string name = element.text("name");
    const auto fact = find_fact(name);
    if (!fact) {
      element.fault(Fault::pack_unknown_fact, "name", name, fact_names());
      continue;
    }
    const auto type = parse_fact_type(element.one_of("type", types));
    if (type && !interchangeable(*type, type_of(*fact)))
      element.fault(Fault::pack_fact_type, "type", std::string(to_key(*type)),
                    {std::string(to_key(type_of(*fact)))});
    FactEntry& entry = out.entries[slot(*fact)];
    if (entry.listed) element.fault(Fault::pack_duplicate_id, "name", name);
    entry.listed = true;
    entry.label = element.words("label");
    if (element.find("unit") != nullptr && element.find("unit")->is_string())
      entry.unit = element.text("unit");
    entry.scope = element.texts("scope");
    entry.actionable = element.flag("actionable");
    read_domain(element, entry);
  }
  return out;
}

}  // namespace mingbai::policy
