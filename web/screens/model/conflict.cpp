#include "web/screens/model/conflict.h"

#include <algorithm>

#include "core/filing/masking.h"
#include "web/screens/model/filing_words.h"
#include "web/screens/model/filings_view.h"
#include "web/screens/model/json_reading.h"

namespace mingbai::screens {
namespace {

constexpr std::string_view scheme_part = "insured.scheme";  // with the place's pack and region
constexpr std::string_view beside_scheme[] = {"insured.scheme", "insured.region"};

// The parts of a payload by path, in the order in which they stand.
std::vector<std::pair<std::string, Json>> parts_of(const Json& payload) {
  std::vector<std::pair<std::string, Json>> out;
  const Json& insured = part(payload, "insured");
  out.emplace_back(scheme_part, Json{{"policy", word(payload, "policy")}, {"scheme", word(insured, "scheme")}, {"region", word(insured, "region")}});
  for (const char* whole : {"insured", "application"}) {
    const Json& object = part(payload, whole);
    if (!object.is_object()) continue;
    for (const auto& [key, value] : object.items()) {
      const std::string path = std::string(whole) + "." + key;
      const bool nothing = value.is_null() || (value.is_array() && value.empty());
      if (!nothing && std::ranges::find(beside_scheme, path) == std::end(beside_scheme)) out.emplace_back(path, value);
    }
  }
  return out;
}

const Json* find_part(const std::vector<std::pair<std::string, Json>>& parts, const std::string& path) {
  const auto found = std::ranges::find(parts, path, [](const auto& one) { return one.first; });
  return found == parts.end() ? nullptr : &found->second;
}

struct Teller {
  const Names& names;
  const strings::Strings& t;
  std::string policy;

  std::string label(const std::string& path) const {
    if (path == "insured.name") return std::string(t("review.person"));
    if (path == "insured.certificate") return std::string(t("review.number"));
    if (path == "application.agent") return std::string(t("role.agent"));
    const FactName* fact = names.fact(path);
    return fact == nullptr ? std::string() : fact->label.in(t.language);
  }

  // Leaves of a part of several, those alone that the other side has otherwise.
  std::vector<FieldRow> leaves(const std::string& path, const Json& value, const Json* other) const {
    auto rows = field_words(path, value, policy, names, t);
    if (other == nullptr || !value.is_object()) return rows;
    const auto theirs = field_words(path, *other, policy, names, t);
    std::erase_if(rows, [&](const FieldRow& row) {
      return std::ranges::any_of(theirs, [&](const FieldRow& one) { return one.path == row.path && one.words == row.words; });
    });
    return rows;
  }

  std::string documents(const Json& keys) const {
    std::string out;
    for (const Json& key : keys) {
      if (!key.is_string()) continue;
      if (!out.empty()) out += t("list.and");
      out += names.choice("application.documents", key.get<std::string>(), t.language);
    }
    return out;
  }

  std::string agent(const Json& value) const {
    std::string out = filing::masked_name(word(value, "name"));
    const auto add = [&](const std::string& words) {
      if (!words.empty()) out += (out.empty() ? std::string() : std::string(t("list.dot"))) + words;
    };
    add(filing::masked(word(part(value, "certificate"), "number")));
    if (const std::string relation = word(value, "relation"); !relation.empty()) add(answer_words("application.agent.relation", relation, names, t));
    if (flag(value, "consent")) add(std::string(t("conflict.consent")));
    return out;
  }

  std::string words(const std::string& path, const Json* value, const Json* other) const {
    if (value == nullptr) return std::string(path == "application.agent" ? t("conflict.no_agent") : t("conflict.nothing"));
    if (path == scheme_part) {
      const PackName* pack = names.pack(word(*value, "policy"));
      return (pack == nullptr ? word(*value, "policy") : pack->title.in(t.language)) + std::string(t("list.dot")) +
             names.scheme(word(*value, "policy"), word(*value, "scheme"), t.language);
    }
    if (path == "insured.name") return filing::masked_name(value->is_string() ? value->get<std::string>() : std::string());
    if (path == "insured.certificate") return filing::masked(word(*value, "number"));
    if (path == "application.agent") return agent(*value);
    if (path == "application.documents") return documents(*value);
    std::string out;
    for (const FieldRow& row : leaves(path, *value, other)) {
      if (!out.empty()) out += t("list.comma");
      if (value->is_object() && !row.label.empty()) out += row.label + std::string(t("list.colon"));
      out += row.words;
    }
    return out.empty() ? one_line(*value) : out;
  }
};

// Masked alike, and not alike: then in full, for they are the person's own words.
std::string unmasked(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  const std::string number = word(value, "number");
  return number.empty() ? one_line(value) : number;
}

// Who made the version that stands, and when: the last act of a person or an office.
ConflictSide side_of(const Filed& filed, const strings::Strings& t) {
  ConflictSide side{std::string(t("conflict.elsewhere")), beijing_time(filed.received_at).substr(0, 16),
                    t("conflict.stands", {{"version", std::to_string(filed.version)}})};
  for (const FilingEvent& event : filed.events) {
    if (event.by.empty() || event.by == "system") continue;
    side.when = beijing_time(event.at).substr(0, 16);
    const auto role = strings::find("role." + event.by);
    const bool person = event.by == "insured" || event.by == "agent";
    side.who = person ? t("conflict.elsewhere_as", {{"role", role ? t(*role) : std::string_view()}}) : role ? std::string(t(*role)) : event.by;
  }
  return side;
}

}  // namespace

ConflictView conflict_view(const Names& names, const HeldConflict& conflict, const Filed& filed, const strings::Strings& t) {
  const Json mine = Json::parse(conflict.payload, nullptr, false), theirs = Json::parse(filed.payload, nullptr, false);
  const auto ours = parts_of(mine), others = parts_of(theirs);
  ConflictView view{.id = conflict.id, .filing = conflict.filing, .title = filing_title(mine, names, t), .version = filed.version};
  const Teller teller{names, t, word(mine, "policy")}, told{names, t, word(theirs, "policy")};
  const auto compare = [&](const std::string& path, const Json* our, const Json* their) {
    std::string label = teller.label(path);
    const bool same = our != nullptr && their != nullptr && *our == *their;
    if (same) {
      if (!label.empty()) view.equal.push_back(std::move(label));
      return;
    }
    ConflictField field{path, std::move(label), teller.words(path, our, their), told.words(path, their, our)};
    if (field.label.empty()) {
      const auto leaves = our != nullptr ? teller.leaves(path, *our, their) : told.leaves(path, *their, our);
      field.label = leaves.empty() ? path : leaves.front().label;
    }
    if (field.mine == field.theirs && our != nullptr && their != nullptr) field.mine = unmasked(*our), field.theirs = unmasked(*their);
    view.differing.push_back(std::move(field));
  };
  for (const auto& [path, value] : ours) compare(path, &value, find_part(others, path));
  for (const auto& [path, value] : others) {
    if (find_part(ours, path) == nullptr) compare(path, nullptr, &value);
  }
  view.mine = {std::string(t("conflict.here")), beijing_time(conflict.made_at).substr(0, 16),
               t("conflict.based", {{"version", std::to_string(conflict.base_version)}})};
  view.theirs = side_of(filed, t);
  constexpr std::string_view open[] = {"", "submitted", "supplement_asked", "refused"};
  view.over = std::ranges::find(open, filed.stage) == std::end(open);
  return view;
}

std::string chosen_payload(const HeldConflict& conflict, const Filed& filed, const std::map<std::string, std::string>& choices) {
  const Json mine = Json::parse(conflict.payload, nullptr, false);
  Json out = Json::parse(filed.payload, nullptr, false);
  for (const auto& [path, choice] : choices) {
    if (choice != "mine") continue;
    if (path == scheme_part) {
      out["policy"] = part(mine, "policy");
      for (const char* key : {"scheme", "region"}) out["insured"][key] = part(part(mine, "insured"), key);
      continue;
    }
    const std::size_t dot = path.find('.');
    const std::string whole = path.substr(0, dot), key = path.substr(dot + 1);
    const Json& value = part(part(mine, whole.c_str()), key.c_str());
    if (value.is_null()) out[whole].erase(key);
    else out[whole][key] = value;
  }
  return one_line(out);
}

std::size_t left_to_choose(const ConflictView& view, const std::map<std::string, std::string>& choices) {
  return static_cast<std::size_t>(std::ranges::count_if(view.differing, [&](const ConflictField& field) { return !choices.contains(field.part); }));
}

}  // namespace mingbai::screens
