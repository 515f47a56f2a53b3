#include "core/institution_payment/case_facts.h"

namespace mingbai::institution_payment {

using policy::Fact;

namespace {

void set(policy::Facts& facts, Fact fact, const std::optional<Money>& money) {
  if (money) facts.set(fact, money->fen);
}

void set(policy::Facts& facts, Fact fact, const std::optional<Decimal>& decimal) {
  if (decimal) facts.set(fact, decimal->ten_thousandths);
}

void set_case(policy::Facts& facts, const HospitalCase& one) {
  facts.set_text_if(Fact::case_diagnosis, one.diagnosis);
  facts.set_text_if(Fact::case_treatment, one.treatment);
  facts.set_text_if(Fact::case_provider_class, one.provider.provider_class);
  facts.set_text_if(Fact::case_provider_alliance, one.provider.alliance.key);
  facts.set_text_if(Fact::case_grass_roots, one.grass_roots);
  facts.set(Fact::case_new_technique, one.new_technique ? 1 : 0);
  set(facts, Fact::case_cost, one.cost);
  set(facts, Fact::case_mean_cost, one.mean_cost);
  set(facts, Fact::case_rw, one.rw);
}

void set_budget(policy::Facts& facts, const Budget& budget) {
  set(facts, Fact::budget_outpatient_lump, budget.outpatient_lump);
  set(facts, Fact::budget_special_disease, budget.special_disease);
  set(facts, Fact::budget_inpatient, budget.inpatient);
  set(facts, Fact::budget_spent, budget.spent);
  set(facts, Fact::budget_reasonable_overspend, budget.reasonable_overspend);
  if (budget.growth) facts.set(Fact::budget_growth, budget.growth->basis_points);
}

}  // namespace

policy::Facts facts_of(const policy::Policy& policy, const ScoreRequest& request) {
  policy::Facts facts(policy.symbols);
  if (request.as_of) facts.set(Fact::as_of, request.as_of->days);
  facts.set_text_if(Fact::insured_scheme, request.scheme);
  if (request.hospital_case) set_case(facts, *request.hospital_case);
  if (request.budget) set_budget(facts, *request.budget);
  return facts;
}

}  // namespace mingbai::institution_payment
