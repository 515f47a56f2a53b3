#include "web/screens/model/filing_words.h"

#include "core/contract/json.h"
#include "web/screens/model/calculator_form.h"

namespace mingbai::screens {
namespace {

constexpr std::int64_t minute = 60, hour = 60 * minute, day = 24 * hour;

std::string value_words(const std::string& path, const Json& value, const std::string& policy, const Names& names,
                        const strings::Strings& t) {
  if (value.is_boolean()) return std::string(value.get<bool>() ? t("review.yes") : t("review.no"));
  const std::string plain = value.is_string() ? value.get<std::string>() : one_line(value);
  if (path == "insured.scheme") return names.scheme(policy, plain, t.language);
  return answer_words(path, plain, names, t);
}

std::string institution_words(const Json& list, const Names& names, const strings::Strings& t) {
  std::string out;
  for (const Json& one : list) {
    const std::string name = names.institution(word(one, "code"), t.language);
    if (!name.empty()) out += (out.empty() ? std::string() : std::string(t("list.and"))) + name;
  }
  return out;
}

std::string list_words(const std::string& path, const Json& values, const std::string& policy, const Names& names,
                       const strings::Strings& t) {
  std::string out;
  for (const Json& value : values) {
    if (value.is_object()) continue;
    if (!out.empty()) out += t("list.comma");
    out += value_words(path, value, policy, names, t);
  }
  return out;
}

void add_facts(const std::string& path, const Json& value, const std::string& policy, const Names& names, const strings::Strings& t,
               std::vector<FieldRow>& out) {
  if (value.is_null() || path == "application.kind" || path == "application.documents") return;
  if (value.is_object()) {
    for (const auto& [key, part] : value.items()) add_facts(path + "." + key, part, policy, names, t, out);
    return;
  }
  const FactName* fact = names.fact(path);
  const std::string words = path == "application.providers" ? institution_words(value, names, t) : value.is_array() ? list_words(path, value, policy, names, t) : value_words(path, value, policy, names, t);
  if (fact != nullptr && !words.empty()) out.push_back({path, fact->label.in(t.language), words});
}

}  // namespace

std::string answer_words(std::string_view path, std::string_view value, const Names& names, const strings::Strings& t) {
  const std::string plain(value);
  if (value == "yes" || value == "true") return std::string(t("review.yes"));
  if (value == "no" || value == "false") return std::string(t("review.no"));
  if (const auto relation = strings::find("relation." + plain); relation && path.ends_with("relation")) return std::string(t(*relation));
  if (path.ends_with("region")) return names.region(plain, t.language);
  if (const auto level = strings::find("level." + plain); level && path.ends_with("level")) return std::string(t(*level));
  if (path == "application.category" && is_away(plain)) return std::string(situation_label(plain, t));
  if (path == "application.disease.code") return names.disease(plain, t.language);
  if (path.ends_with("provider.code")) return names.institution(plain, t.language);
  return names.choice(path, plain, t.language);
}

std::string kind_words(std::string_view kind, const Names& names, const strings::Strings& t) {
  return names.choice("application.kind", kind, t.language);
}

std::string filing_title(const Json& payload, const Names& names, const strings::Strings& t) {
  const Json& application = part(payload, "application");
  const Json& disease = part(application, "disease");
  std::string title = word(disease, "name");
  if (title.empty()) title = names.disease(word(disease, "code"), t.language);
  if (const std::string category = word(application, "category"); title.empty() && !category.empty()) {
    title = answer_words("application.category", category, names, t);
  }
  if (title.empty()) title = kind_words(word(application, "kind"), names, t);
  const std::string region = word(application, "care_region");
  if (!region.empty()) title += std::string(t("list.dot")) + names.region(region, t.language);
  return title;
}

std::vector<FactRow> filing_facts(const Json& payload, const Names& names, const strings::Strings& t) {
  std::vector<FactRow> out;
  const std::string policy = word(payload, "policy");
  const Json& insured = part(payload, "insured");
  const std::string number = word(part(insured, "certificate"), "number");
  if (const std::string name = word(insured, "name"); !name.empty()) out.push_back({std::string(t("review.person")), name});
  if (!number.empty()) out.push_back({std::string(t("review.number")), number});
  std::vector<FieldRow> rows;
  add_facts("insured", insured, policy, names, t, rows);
  add_facts("application", part(payload, "application"), policy, names, t, rows);
  for (FieldRow& row : rows) out.push_back({std::move(row.label), std::move(row.words)});
  return out;
}

std::vector<FieldRow> field_words(const std::string& path, const Json& value, const std::string& policy, const Names& names,
                                  const strings::Strings& t) {
  std::vector<FieldRow> rows;
  add_facts(path, value, policy, names, t, rows);
  return rows;
}

std::string waited_words(std::int64_t seconds, const strings::Strings& t) {
  if (seconds < minute) return std::string(t("review.waited_now"));
  if (seconds < hour) return t("review.waited_minutes", {{"count", std::to_string(seconds / minute)}});
  if (seconds < day) return t("review.waited_hours", {{"count", std::to_string(seconds / hour)}});
  return t("review.waited_days", {{"count", std::to_string(seconds / day)}});
}

}  // namespace mingbai::screens
