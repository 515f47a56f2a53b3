#include "web/screens/model/filing_questions.h"

#include <algorithm>
#include <set>

#include "core/contract/messages.h"
#include "core/eligibility/application_facts.h"
#include "core/eligibility/derived_facts.h"
#include "core/eligibility/judgement.h"
#include "core/policy/missing.h"
#include "web/screens/model/filing_check.h"
#include "web/screens/model/filing_options.h"

namespace mingbai::screens {
namespace {

using policy::Fact;
using Kind = FilingQuestion::Kind;
using Section = FilingQuestion::Section;

constexpr policy::StatusSet usual{.in_force = true, .draft = false, .assumed = true};
constexpr std::string_view disease_code = "application.disease.code", institution_code = "application.provider.code",
                           institutions = "application.providers", channel = "application.channel";

// Asked wherever a rule of the kind refers to them: what comes later depends on them.
constexpr std::string_view always[] = {"insured.enrolled", disease_code, institution_code, institutions, channel};

// Fields of their own on the form, or parts of a selected institution.
constexpr std::string_view own_fields[] = {"as_of",
                                           "insured.scheme",
                                           "insured.region",
                                           "insured.certificate.type",
                                           "application.kind",
                                           "application.agent",
                                           "application.agent.name",
                                           "application.agent.relation",
                                           "application.agent.consent",
                                           "application.documents",
                                           "application.providers.kind",
                                           "application.providers.region",
                                           "application.providers.qualified"};

bool has(const std::vector<std::string>& list, std::string_view name) { return std::ranges::find(list, name) != list.end(); }

Section section_of(std::string_view fact) {
  if (fact.starts_with("insured.")) return Section::insured;
  if (fact.starts_with("application.disease.")) return Section::disease;
  if (fact.starts_with("application.provider")) return Section::institution;
  if (fact.starts_with("application.physician.")) return Section::physician;
  if (fact == channel || fact == "application.setting") return Section::way;
  return Section::matter;
}

// What the rules of the kind refer to, in the pack's order, and what of it they look at only where it is known.
class Referred {
 public:
  Referred(const policy::Policy& policy, const FilingForm& form, Date today) : policy_(policy) {
    for (const auto& one : policy.requirements) {
      if (one.care.empty() && counts(one, form.kind, today)) add(one.when), add(one.must);
    }
    for (const auto& one : policy.required_documents) {
      if (counts(one, form.kind, today)) add(one.when);
    }
    for (const auto& one : policy.decisions) {
      if (counts(one, form.kind, today)) add(one.when);
    }
    for (const auto& missing : missing_facts(policy, facts_, today)) names.push_back(missing.fact);
  }
  std::vector<std::string> names;
  std::set<std::string> guarded;

 private:
  template <typename Element>
  static bool counts(const Element& one, const std::string& kind, Date today) {
    return eligibility::concerns(one.kinds, kind) && policy::holds(one.authority, today, usual);
  }
  void add(policy::Predicate predicate) {
    using Code = policy::Op::Code;
    for (std::uint32_t i = 0; i < predicate.count; ++i) {
      const policy::Op& op = policy_.programs.ops[predicate.first + i];
      if (op.code == Code::both || op.code == Code::either || op.code == Code::negate || op.code == Code::constant) continue;
      if (op.code == Code::is_known) guarded.insert(std::string(policy::name_of(op.fact)));
      facts_.push_back(op.fact);
      if (policy::compares_facts(op.code)) facts_.push_back(op.other);
    }
  }
  const policy::Policy& policy_;
  std::vector<Fact> facts_;
};

// The check's parts that say what is open, without looking for changes.
struct Judged {
  std::vector<std::string> missing;
  std::vector<std::string> told;    // codes of what is met and what is not
  std::vector<std::string> lacked;  // facts that what is not met rests on
};

class Asking {
 public:
  Asking(const policy::Library& library, const policy::Policy& policy, const Names& names, const FilingForm& form, Date today)
      : library_(library), policy_(policy), names_(names), form_(form), today_(today), edition_(policy::compile(policy, today, usual)) {}

  Judged judged(const FilingForm& form) const {
    Judged out;
    const auto application = contract::read_application(library_, dated(payload(without_person(form), names_), today_));
    if (!application) return out;
    policy::Facts facts = eligibility::facts_of(policy_, *application);
    eligibility::derive(policy_, *application, facts);
    eligibility::CheckResult result;
    eligibility::Judgement judgement{edition_, facts, application->kind, result};
    judge_requirements(judgement);
    judge_documents(judgement, application->documents);
    if (!judgement.refused && judgement.covered) decide(judgement, *application);
    for (const auto& missing : missing_facts(policy_, judgement.unknown.facts, today_)) out.missing.push_back(missing.fact);
    for (const auto& met : result.met) out.told.push_back(met.code);
    for (const Finding& finding : result.findings) {
      out.told.push_back(finding.code);
      out.lacked.push_back(finding.fact);
    }
    return out;
  }

  // Whether a rule that looks at the fact only where it is known would have something to say.
  bool would_matter(const std::string& fact, const FilingForm& open, const Judged& without) const {
    FilingForm tried = open;
    const auto known = policy::find_fact(fact);
    const auto& domain = policy_.dictionary.of(*known).domain;
    tried.set(fact, policy::type_of(*known) == policy::FactType::boolean ? "yes" : domain.empty() ? "" : domain.front().key);
    return !tried.answer(fact).empty() && judged(tried).told != without.told;
  }

  enum class Need : std::uint8_t { none, optional, required };
  Need need(const std::string& fact, bool guarded, const Judged& now) const {
    if (std::ranges::find(always, fact) != std::end(always)) return Need::required;
    const bool answered = !form_.answer(fact).empty();
    FilingForm open = form_;
    open.answers.erase(fact);
    const Judged without = answered ? judged(open) : now;
    if (has(without.missing, fact) || has(without.lacked, fact)) return Need::required;
    return guarded && would_matter(fact, open, without) ? Need::optional : Need::none;
  }

 private:
  const policy::Library& library_;
  const policy::Policy& policy_;
  const Names& names_;
  const FilingForm& form_;
  Date today_;
  policy::Edition edition_;
};

Kind kind_of(std::string_view name, Fact fact, bool has_options) {
  if (name == disease_code) return Kind::disease;
  if (name == institution_code) return Kind::institution;
  if (name == institutions) return Kind::institutions;
  if (has_options && policy::type_of(fact) == policy::FactType::boolean) return Kind::yes_no;
  if (has_options) return Kind::choice;
  if (policy::type_of(fact) == policy::FactType::date) return Kind::date;
  return policy::type_of(fact) == policy::FactType::integer ? Kind::number : Kind::text;
}

std::string asked_as(const std::string& name, const Names& names, const strings::Strings& t) {
  if (const auto own = strings::find("ask." + name)) return std::string(t(*own));
  const FactName* fact = names.fact(name);
  return fact != nullptr ? fact->label.in(t.language) : name;
}

Options options_of(const policy::Policy& policy, const Names& names, const FilingForm& form, const std::string& name, Fact fact, Date today,
                   const strings::Strings& t) {
  if (name == disease_code) return disease_options(policy, t);
  if (name == institution_code || name == institutions) {
    return institution_options(policy, form.kind, form.answer(disease_code), today, t);
  }
  if (policy::type_of(fact) == policy::FactType::region) return place_options(policy, names, name != "application.care_region", t);
  return dictionary_options(policy, fact, t);
}

FilingQuestion question(const policy::Policy& policy, const Names& names, const FilingForm& form, const std::string& name, Date today,
                        const strings::Strings& t) {
  const Fact fact = *policy::find_fact(name);
  FilingQuestion out{.section = section_of(name), .fact = name, .label = asked_as(name, names, t)};
  if (const auto hint = strings::find("ask." + name + ".hint")) out.hint = t(*hint);
  out.options = options_of(policy, names, form, name, fact, today, t);
  out.listed = out.options.size();
  out.kind = kind_of(name, fact, !out.options.empty());
  out.answered = out.kind == Kind::institutions ? !form.institutions.empty() : !form.answer(name).empty();
  return out;
}

// Disease and institution stand first of theirs: what else is asked depends on them.
void put_first(std::vector<std::string>& facts, std::string_view prefix, std::string_view leading) {
  const auto first = std::ranges::find_if(facts, [&](const std::string& f) { return f.starts_with(prefix); });
  if (first == facts.end()) return;
  const auto at = first - facts.begin();
  std::erase(facts, leading);
  facts.insert(facts.begin() + std::min<std::ptrdiff_t>(at, std::ssize(facts)), std::string(leading));
}

}  // namespace

std::vector<FilingQuestion> filing_questions(const policy::Library& library, const Names& names, const FilingForm& form, Date today,
                                             const strings::Strings& t) {
  std::vector<FilingQuestion> out;
  const policy::Policy* policy = library.find(form.policy());
  if (policy == nullptr || !is_filing_kind(form.kind)) return out;
  Referred referred(*policy, form, today);
  put_first(referred.names, "application.disease.", disease_code);
  const bool several = has(referred.names, institutions);
  if (several) put_first(referred.names, institutions, institutions);
  else if (form.kind != "manual_claim" && form.kind != "late_entry") put_first(referred.names, "application.provider.", institution_code);
  const Asking asking(library, *policy, names, form, today);
  const Judged now = asking.judged(form);
  for (const std::string& name : referred.names) {
    const auto fact = policy::find_fact(name);
    const bool own = std::ranges::find(own_fields, name) != std::end(own_fields);
    const bool list = fact && policy::type_of(*fact) == policy::FactType::list && name != institutions;
    if (!fact || own || list || (name == channel && form.kind == "remote_care")) continue;
    const auto need = asking.need(name, referred.guarded.contains(name), now);
    if (need == Asking::Need::none) continue;
    out.push_back(question(*policy, names, form, name, today, t));
    out.back().optional = need == Asking::Need::optional;
  }
  std::ranges::stable_sort(out, {}, &FilingQuestion::section);
  return out;
}

std::vector<FilingQuestion> institution_questions(const policy::Library& library, const Names& names, const FilingForm& form,
                                                  const ChosenInstitution& chosen, Date today, const strings::Strings& t) {
  std::vector<FilingQuestion> out;
  const policy::Policy* policy = library.find(form.policy());
  if (policy == nullptr) return out;
  const auto* known = policy::find_institution(policy->catalogues, chosen.code, today);
  const auto ask = [&](const char* key) {
    out.push_back(question(*policy, names, form, std::string("application.provider.") + key, today, t));
    out.back().fact = key;
    out.back().answered = chosen.told.contains(key);
  };
  if (known == nullptr || known->region.empty()) ask("region");
  if (known == nullptr || known->kind.empty()) ask("kind");
  policy::Grantee grantee{chosen.code, std::nullopt, std::nullopt};
  if (known != nullptr) grantee = {chosen.code, known->kind, known->level};
  const std::string disease = form.answer(disease_code);
  const auto state = policy::granted(policy->catalogues, grantee, disease.empty() ? std::nullopt : std::optional(disease),
                                     policy::Act::treat, today, usual);
  if (state == policy::GrantState::none) ask("qualified");
  return out;
}

std::vector<Section> sections_in_sight(const std::vector<FilingQuestion>& questions) {
  std::vector<Section> out;
  bool open_before = false;
  for (std::size_t i = 0; i < questions.size();) {
    const Section section = questions[i].section;
    bool open = false, answered = false;
    for (; i < questions.size() && questions[i].section == section; ++i) {
      open = open || (!questions[i].optional && !questions[i].answered);
      answered = answered || (questions[i].answered && questions[i].fact != channel);
    }
    if (!open_before || answered) out.push_back(section);
    open_before = open_before || open;
  }
  return out;
}

std::string usual_channel(const policy::Library& library, const Names& names, const FilingForm& form, Date today) {
  if (library.find(form.policy()) == nullptr) return {};
  for (const char* way : {"online", "institution", "agency"}) {
    FilingForm tried = form;
    tried.set(std::string(channel), way);
    const auto result = check_payload(library, payload(without_person(tried), names), today);
    if (!result) continue;
    const bool refused = std::ranges::any_of(result->findings, [](const Finding& f) { return f.fact == channel; });
    if (!refused) return way;
  }
  return "online";
}

std::vector<std::string> places_with_rules(const policy::Library& library, const Names& names, std::string_view kind, Date today) {
  std::vector<std::string> out;
  for (const PackName& pack : names.packs()) {
    const policy::Policy* policy = library.find(pack.id);
    if (policy == nullptr) continue;
    const bool ruled = std::ranges::any_of(policy->requirements, [&](const policy::Requirement& one) {
      return one.care.empty() && std::ranges::find(one.kinds, kind) != one.kinds.end() && policy::holds(one.authority, today, usual);
    });
    if (ruled) out.push_back(pack.id);
  }
  return out;
}

}  // namespace mingbai::screens
