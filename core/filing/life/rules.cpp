#include "core/filing/life/rules.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/policy/policy.h"

namespace mingbai::filing {
namespace {

using nlohmann::json;

bool names_institution(const eligibility::Application& application) {
  if (application.provider.code && !application.provider.code->empty()) return true;
  return application.providers &&
         std::any_of(application.providers->begin(), application.providers->end(),
                     [](const auto& provider) { return provider.code && !provider.code->empty(); });
}

bool offers_recheck(const policy::Library& library, std::string_view policy) {
  const auto* found = library.find(policy);
  return found && std::any_of(found->decisions.begin(), found->decisions.end(), [](const auto& decision) {
           return std::find(decision.kinds.begin(), decision.kinds.end(), "recheck") != decision.kinds.end();
         });
}

bool at_decider(const LifeRules& rules, const Taking& taking) {
  const Role decider = rules.by == Decider::institution ? Role::institution_reviewer : Role::agency_clerk;
  return taking.by == decider;
}

std::optional<Date> day_in(const json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end() || !found->is_string()) return std::nullopt;
  const auto read = parse_date(found->get<std::string>());
  return read ? std::optional(*read) : std::nullopt;
}

}  // namespace

std::string_view to_key(Mode mode) {
  return mode == Mode::instant ? "instant" : mode == Mode::review ? "review" : "batch";
}

std::string_view to_key(Decider decider) {
  return decider == Decider::institution ? "institution" : "agency";
}

LifeRules life_rules(const policy::Library& library, const eligibility::Application& application,
                     const eligibility::CheckResult& result, const Taking& taking) {
  LifeRules rules{.kind = application.kind};
  if (result.decision) {
    const auto& decision = *result.decision;
    rules.mode = decision.mode == "instant" ? Mode::instant
                 : decision.mode == "batch" ? Mode::batch
                                            : Mode::review;
    const bool institution = decision.by == "institution" && names_institution(application);
    rules.by = institution ? Decider::institution : Decider::agency;
  }
  const bool grants_nothing = rules.kind == "remote_care";
  rules.waits_for_person = rules.mode != Mode::instant || !(grants_nothing || at_decider(rules, taking));
  rules.benefit_from = result.benefit_from;
  rules.benefit_to = result.benefit_from ? result.benefit_to : application.to;
  rules.rechecks = rules.kind == "special_disease" && offers_recheck(library, application.policy);
  return rules;
}

std::string write_rules(const LifeRules& rules) {
  json object = {{"kind", rules.kind},
                 {"mode", to_key(rules.mode)},
                 {"by", to_key(rules.by)},
                 {"waits", rules.waits_for_person},
                 {"rechecks", rules.rechecks}};
  if (rules.benefit_from) object["from"] = to_iso(*rules.benefit_from);
  if (rules.benefit_to) object["to"] = to_iso(*rules.benefit_to);
  return object.dump(-1, ' ', false, json::error_handler_t::replace);
}

LifeRules read_rules(std::string_view text) {
  LifeRules rules;
  const auto object = json::parse(text.begin(), text.end(), nullptr, false);
  if (!object.is_object()) return rules;
  const auto word = [&](const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
  };
  const auto flag = [&](const char* key, bool otherwise) {
    const auto found = object.find(key);
    return found != object.end() && found->is_boolean() ? found->get<bool>() : otherwise;
  };
  rules.kind = word("kind");
  rules.mode = word("mode") == "instant" ? Mode::instant
               : word("mode") == "batch" ? Mode::batch
                                         : Mode::review;
  rules.by = word("by") == "institution" ? Decider::institution : Decider::agency;
  rules.waits_for_person = flag("waits", true);
  rules.rechecks = flag("rechecks", false);
  rules.benefit_from = day_in(object, "from");
  rules.benefit_to = day_in(object, "to");
  return rules;
}

bool has_providers(std::string_view kind) {
  return kind == "special_disease" || kind == "provider_selection" || kind == "negotiated_drug" ||
         kind == "recheck";
}

}  // namespace mingbai::filing
