#include "web/screens/model/calculator_questions.h"

#include <algorithm>
#include <set>

#include "core/policy/edition.h"
#include "core/policy/missing.h"
#include "core/reimbursement/keys.h"
#include "web/screens/model/entry.h"

namespace mingbai::screens {
namespace {

using policy::Fact;
using policy::FactType;

constexpr std::string_view cares[] = {"inpatient",    "outpatient",      "special_disease",
                                      "two_diseases", "negotiated_drug", "day_surgery"};

// Fields of their own, or known from them.
constexpr std::string_view own_fields[] = {
    "as_of",           "insured.scheme",         "insured.region",      "claim.care",        "claim.provider.region",
    "claim.provider.level", "claim.provider.code",  "claim.remote",        "claim.category",    "claim.admitted",
    "claim.discharged", "claim.total",           "claim.own_expense",   "claim.over_limit",  "claim.upfront",
    "ledger.eligible_self_pay", "ledger.fund_paid", "claim.disease_confirmed", "claim.working_days_to_year_end"};

bool has_own_field(std::string_view fact) {
  return std::find(std::begin(own_fields), std::end(own_fields), fact) != std::end(own_fields);
}

class Asked {
 public:
  explicit Asked(const policy::Policy& policy) : policy_(policy) {}
  void add(Fact fact) {
    if (seen_.insert(fact).second) facts.push_back(fact);
  }
  void add(policy::Predicate predicate) {
    for (std::uint32_t i = 0; i < predicate.count; ++i) {
      const policy::Op& op = policy_.programs.ops[predicate.first + i];
      using Code = policy::Op::Code;
      if (op.code == Code::both || op.code == Code::either || op.code == Code::negate || op.code == Code::constant) continue;
      add(op.fact);
      if (op.code == Code::same_as) add(op.other);
    }
  }
  void add(const policy::Step& step) {
    add(step.when);
    if (step.kind == policy::StepKind::subtract) add(step.fact);
    if (!step.table) return;
    for (const Fact input : policy_.tables[*step.table].inputs) add(input);
  }
  std::vector<Fact> facts;

 private:
  const policy::Policy& policy_;
  std::set<Fact> seen_;
};

const policy::Policy* policy_of(const policy::Library& library, const CalculatorForm& form) {
  return library.find(form.policy());
}

std::vector<Fact> asked_facts(const policy::Policy& policy, const CalculatorForm& form) {
  const auto care = reimbursement::parse_care(form.care);
  const auto day = read_date(form.discharged);
  Asked asked(policy);
  if (!care || !day) return {};
  const policy::StatusSet statuses{.in_force = true, .draft = form.draft, .assumed = form.assume};
  for (const policy::Benefit* benefit : policy::compile(policy, *day, statuses).benefits) {
    if ((benefit->care_bits & (1u << static_cast<unsigned>(*care))) == 0) continue;
    asked.add(benefit->when);
    for (const policy::Step& step : benefit->steps) asked.add(step);
  }
  for (const policy::Requirement& condition : policy.requirements) {
    if ((condition.care_bits & (1u << static_cast<unsigned>(*care))) == 0 || !policy::holds(condition.authority, *day, statuses)) continue;
    asked.add(condition.when);
    asked.add(condition.must);
  }
  return asked.facts;
}

void add_option(std::vector<Question::Option>& out, const std::string& value, const Text& label, Language language) {
  const bool known = std::any_of(out.begin(), out.end(), [&](const Question::Option& o) { return o.value == value; });
  if (!known) out.push_back({value, label.in(language).empty() ? value : label.in(language)});
}

Question question(const policy::Policy& policy, Fact fact, const strings::Strings& t) {
  const policy::FactEntry& entry = policy.dictionary.of(fact);
  Question out{.fact = std::string(policy::name_of(fact))};
  out.label = entry.label.in(t.language).empty() ? out.fact : entry.label.in(t.language);
  out.of_the_year = out.fact.starts_with("ledger.") || fact == Fact::insured_continuous_months;
  switch (policy::type_of(fact)) {
    case FactType::money: out.kind = Question::Kind::money; break;
    case FactType::date: out.kind = Question::Kind::date; break;
    case FactType::integer: out.kind = Question::Kind::number; break;
    case FactType::boolean:
      out.kind = Question::Kind::yes_no;
      out.options = {{"no", std::string(t("calculator.no"))}, {"yes", std::string(t("calculator.yes"))}};
      break;
    default: break;
  }
  for (const policy::DomainValue& value : entry.domain) out.options.push_back({value.key, value.label.in(t.language)});
  if (fact == Fact::claim_disease) {
    for (const policy::DiseaseEntry& disease : policy.catalogues.diseases) add_option(out.options, disease.code, disease.label, t.language);
  }
  if (fact == Fact::claim_drug_program) {
    for (const policy::DrugEntry& program : policy.catalogues.programs) add_option(out.options, program.key, program.label, t.language);
    for (const policy::DrugEntry& drug : policy.catalogues.drugs) add_option(out.options, drug.key, drug.label, t.language);
  }
  if (out.kind == Question::Kind::text && !out.options.empty()) out.kind = Question::Kind::choice;
  return out;
}

}  // namespace

std::vector<Question> questions(const policy::Library& library, const CalculatorForm& form, const strings::Strings& t) {
  std::vector<Question> out;
  const policy::Policy* policy = policy_of(library, form);
  if (policy == nullptr) return out;
  for (const reimbursement::MissingFact& asked : missing_facts(*policy, asked_facts(*policy, form))) {
    const auto fact = policy::find_fact(asked.fact);
    if (fact && !has_own_field(asked.fact) && policy::type_of(*fact) != FactType::list) out.push_back(question(*policy, *fact, t));
  }
  return out;
}

std::optional<Question> question_for(const policy::Library& library, const CalculatorForm& form, std::string_view fact,
                                     const strings::Strings& t) {
  const policy::Policy* policy = policy_of(library, form);
  const auto known = policy::find_fact(fact);
  if (policy == nullptr || !known || has_own_field(fact)) return std::nullopt;
  return question(*policy, *known, t);
}

std::vector<std::string> care_kinds(const policy::Library& library, std::string_view policy) {
  std::set<std::string> kinds;
  for (const std::string_view id : library.ids()) {
    if (!policy.empty() && id != policy) continue;
    for (const policy::Benefit& benefit : library.find(id)->benefits) kinds.insert(benefit.care.begin(), benefit.care.end());
  }
  std::vector<std::string> out;
  for (const std::string_view care : cares) {
    if (kinds.contains(std::string(care))) out.emplace_back(care);
  }
  return out;
}

bool asks_level(const policy::Library& library, const CalculatorForm& form) {
  const policy::Policy* policy = policy_of(library, form);
  if (policy == nullptr) return true;
  const auto asked = missing_facts(*policy, asked_facts(*policy, form));
  return asked.empty() || std::any_of(asked.begin(), asked.end(), [](const auto& one) { return one.fact == "claim.provider.level"; });
}

}  // namespace mingbai::screens
