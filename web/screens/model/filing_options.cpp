#include "web/screens/model/filing_options.h"

#include <algorithm>

#include "web/screens/model/calculator_form.h"
#include "web/screens/model/lower_case.h"

namespace mingbai::screens {
namespace {

constexpr policy::StatusSet usual{.in_force = true, .draft = false, .assumed = true};
constexpr std::int64_t short_range = 32;

std::string_view grant_words(policy::GrantState state, bool confirms, const strings::Strings& t) {
  switch (state) {
    case policy::GrantState::granted: return confirms ? t("file.may_confirm") : t("file.may_treat");
    case policy::GrantState::other_disease: return confirms ? t("file.confirms_others") : t("file.treats_others");
    case policy::GrantState::depends_on_disease: return t("file.grant_depends");
    case policy::GrantState::none: return t("file.grant_none");
  }
  return {};
}

void add(Options& out, const std::string& value, std::string label, std::string detail = {}) {
  if (std::ranges::find(out, value, &FilingQuestion::Option::value) != out.end()) return;
  out.push_back({value, label.empty() ? value : std::move(label), std::move(detail)});
}

}  // namespace

Options dictionary_options(const policy::Policy& policy, policy::Fact fact, const strings::Strings& t) {
  const policy::FactEntry& entry = policy.dictionary.of(fact);
  const std::string name(policy::name_of(fact));
  Options out;
  if (policy::type_of(fact) == policy::FactType::boolean) {
    for (const char* value : {"yes", "no"}) {
      const auto own = strings::find("ask." + name + "." + value);
      const std::string_view usual_word = value[0] == 'y' ? t("review.yes") : t("review.no");
      add(out, value, std::string(own ? t(*own) : usual_word));
    }
  }
  for (const policy::DomainValue& value : entry.domain) {
    const bool situation = fact == policy::Fact::application_category && is_away(value.key);
    add(out, value.key, situation ? std::string(situation_label(value.key, t)) : value.label.in(t.language));
  }
  if (entry.from && entry.to && *entry.to - *entry.from < short_range) {
    for (std::int64_t v = *entry.from; v <= *entry.to; ++v) {
      const auto level = name.ends_with("level") ? strings::find("level." + std::to_string(v)) : std::nullopt;
      add(out, std::to_string(v), level ? std::string(t(*level)) : std::to_string(v));
    }
  }
  return out;
}

Options place_options(const policy::Policy& policy, const Names& names, bool with_home, const strings::Strings& t) {
  Options out;
  if (with_home) add(out, policy.region, names.region(policy.region, t.language));
  for (const RegionName* region : names.places_away_from(policy.region)) add(out, region->code, region->label.in(t.language));
  return out;
}

Options disease_options(const policy::Policy& policy, const strings::Strings& t) {
  Options out;
  for (const policy::DiseaseEntry& disease : policy.catalogues.diseases) {
    const std::string& label = disease.label.in(t.language);
    const bool coded = disease.code.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-") == std::string::npos;
    add(out, disease.code, label, coded ? disease.code : std::string());
  }
  return out;
}

Options institution_options(const policy::Policy& policy, std::string_view kind, const std::string& disease, Date today,
                            const strings::Strings& t) {
  Options out;
  const bool confirms = kind == "special_disease" || kind == "recheck";
  const auto wanted = disease.empty() ? std::nullopt : std::optional(disease);
  for (const policy::InstitutionEntry& one : policy.catalogues.institutions) {
    if (!policy::holds(one.authority, today, {true, true, true})) continue;
    const std::string& value = one.code.empty() ? one.key : one.code;
    const auto state = policy::granted(policy.catalogues, {value, one.kind, one.level}, wanted,
                                       confirms ? policy::Act::confirm : policy::Act::treat, today, usual);
    add(out, value, one.label.in(t.language), std::string(grant_words(state, confirms, t)));
  }
  return out;
}

Options narrowed(const Options& options, std::string_view typed) {
  Options out;
  const std::string wanted = lower_case(typed);
  for (const FilingQuestion::Option& option : options) {
    if (lower_case(option.label).find(wanted) != std::string::npos || lower_case(option.value).find(wanted) != std::string::npos) out.push_back(option);
  }
  return out;
}

}  // namespace mingbai::screens
