#include <algorithm>

#include "core/policy/reading.h"

namespace mingbai::policy {
namespace {

class Compiler {
 public:
  Compiler(Reading& reading, const Element& at) : reading_(reading), at_(at) {}

  void compile(const Json& json, const std::string& key, std::size_t depth) {
    const Element here(json, at_.place(key), reading_.findings);
    if (depth > nesting_most)
      return here.fault(Fault::too_deep, "", std::nullopt, {std::to_string(nesting_most)});
    if (!here.is_object()) return;
    if (const Json* parts = here.find("all")) return fold(here, key, "all", *parts, Op::Code::both, depth);
    if (const Json* parts = here.find("any")) return fold(here, key, "any", *parts, Op::Code::either, depth);
    if (const Json* part = here.find("not")) {
      here.only({"not"});
      compile(*part, key + "/not", depth + 1);
      return emit({Op::Code::negate});
    }
    leaf(here);
  }

  std::vector<Op> ops;

 private:
  void emit(Op op) { ops.push_back(op); }

  void fold(const Element& here, const std::string& key, std::string_view name, const Json& parts,
            Op::Code code, std::size_t depth) {
    here.only({name});
    if (!parts.is_array())
      return here.fault(Fault::wrong_type, name, contract::kind_of(parts).en, {"a list"});
    if (parts.empty())
      return emit({Op::Code::constant, Fact::as_of, Fact::as_of, code == Op::Code::both ? 1u : 0u, 0});
    for (std::size_t i = 0; i < parts.size(); ++i) {
      compile(parts[i], key + '/' + std::string(name) + '/' + std::to_string(i), depth + 1);
      if (i > 0) emit({code});
    }
  }

  void leaf(const Element& here) {
    here.only({"fact", "is", "in", "at_least", "at_most", "known", "same_as", "has_any", "has_all"});
    const auto fact = read_fact(reading_, here, "fact");
    std::size_t tests = 0;
    for (const auto* name : {"is", "in", "at_least", "at_most", "known", "same_as", "has_any", "has_all"})
      tests += here.has(name) ? 1 : 0;
    if (tests != 1) {
      here.fault(Fault::pack_bad_value, "", contract::plain(here.json()),
                 {"is", "in", "at_least", "at_most", "known", "same_as", "has_any", "has_all"});
      return;
    }
    if (!fact) return;
    if (here.has("known"))
      return emit({Op::Code::is_known, *fact, Fact::as_of, here.flag("known") ? 1u : 0u, 0});
    if (here.has("same_as")) {
      if (const auto other = read_fact(reading_, here, "same_as"))
        emit({Op::Code::same_as, *fact, *other, 0, 0});
      return;
    }
    const bool is_list = type_of(*fact) == FactType::list;
    if (here.has("has_any") || here.has("has_all")) {
      if (!is_list)
        return here.fault(Fault::pack_fact_type, "fact", std::string(to_key(type_of(*fact))), {"list"});
      const bool any = here.has("has_any");
      return values(here, any ? "has_any" : "has_all", *fact, any ? Op::Code::has_any : Op::Code::has_all);
    }
    if (is_list) return here.fault(Fault::pack_fact_type, "fact", "list", {"enum", "integer", "date"});
    if (here.has("is") || here.has("in"))
      return values(here, here.has("is") ? "is" : "in", *fact, Op::Code::in_ranges);
    bound(here, *fact);
  }

  void values(const Element& here, std::string_view key, Fact fact, Op::Code code) {
    const Json& json = *here.find(key);
    const auto first = static_cast<std::uint32_t>(reading_.policy.programs.ranges.size());
    const auto add = [&](const Json& value) {
      if (const auto v = read_value(reading_, fact, here, key, value))
        reading_.policy.programs.ranges.push_back(type_of(fact) == FactType::region ? within_region(*v)
                                                                                    : Range{*v, *v});
    };
    if (json.is_array())
      for (const Json& value : json) add(value);
    else
      add(json);
    emit({code, fact, Fact::as_of, first,
          static_cast<std::uint32_t>(reading_.policy.programs.ranges.size()) - first});
  }

  // at_least, at_most another fact of the same type.
  void against(const Element& bound, Fact fact, bool least) {
    bound.only({"fact"});
    const auto other = read_fact(reading_, bound, "fact");
    if (!other) return;
    const FactType type = type_of(fact);
    const bool ordered = type == FactType::money || type == FactType::ratio || type == FactType::date ||
                         type == FactType::integer;
    if (!ordered || type_of(*other) != type)
      return bound.fault(Fault::pack_fact_type, "fact", std::string(to_key(type_of(*other))),
                         {std::string(to_key(type))});
    emit({least ? Op::Code::not_below : Op::Code::not_above, fact, *other, 0, 0});
  }

  void bound(const Element& here, Fact fact) {
    const bool least = here.has("at_least");
    const std::string_view key = least ? "at_least" : "at_most";
    if (const Json& json = *here.find(key); json.is_object())
      return against(Element(json, here.place(key), reading_.findings), fact, least);
    const auto value = read_value(reading_, fact, here, key, *here.find(key));
    if (!value) return;
    auto& ranges = reading_.policy.programs.ranges;
    const auto first = static_cast<std::uint32_t>(ranges.size());
    if (type_of(fact) == FactType::enumeration) {
      bool reached = false;
      for (const auto& name : domain_of(reading_.policy, fact)) {
        const std::int64_t symbol = reading_.policy.symbols.intern(name);
        const bool here_it_is = symbol == *value;
        if (least ? (reached || here_it_is) : (!reached || here_it_is)) ranges.push_back({symbol, symbol});
        reached = reached || here_it_is;
      }
    } else {
      ranges.push_back(least ? Range{*value, INT64_MAX} : Range{INT64_MIN, *value});
    }
    emit({Op::Code::in_ranges, fact, Fact::as_of, first, static_cast<std::uint32_t>(ranges.size()) - first});
  }

  Reading& reading_;
  const Element& at_;
};

}  // namespace

Predicate read_predicate(Reading& reading, const Element& element, std::string_view key) {
  const Json* json = element.find(key);
  if (json == nullptr) return {};
  const std::size_t faults = reading.findings.size();
  Compiler compiler(reading, element);
  compiler.compile(*json, std::string(key), 0);
  if (reading.findings.size() != faults) return {};
  auto& ops = reading.policy.programs.ops;
  const Predicate out{static_cast<std::uint32_t>(ops.size()),
                      static_cast<std::uint32_t>(compiler.ops.size())};
  ops.insert(ops.end(), compiler.ops.begin(), compiler.ops.end());
  return out;
}

}  // namespace mingbai::policy
