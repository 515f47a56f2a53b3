#include "core/reimbursement/claim_facts.h"

#include "core/reimbursement/derived_facts.h"
#include "core/reimbursement/keys.h"

namespace mingbai::reimbursement {

using policy::Fact;

void set_insured(policy::Facts& facts, const Insured& insured) {
  facts.set_text_if(Fact::insured_scheme, insured.scheme);
  facts.set_if(Fact::insured_continuous_months, insured.continuous_months);
  facts.set_if(Fact::insured_enrolled, insured.enrolled);
  facts.set_region_if(Fact::insured_region, insured.region);
  facts.set_if(Fact::insured_outpatient_basic, insured.outpatient_basic);
  facts.set_text_if(Fact::insured_certificate_type, insured.certificate_type);
  if (insured.confirmed_diseases) {
    std::vector<std::string> codes;
    for (const ConfirmedDisease& disease : *insured.confirmed_diseases) codes.push_back(disease.code);
    facts.set_list(Fact::insured_confirmed_diseases, codes);
  }
}

policy::Facts facts_of(const policy::Policy& policy, const Claim& claim, std::optional<Remote> situation) {
  policy::Facts facts(policy.symbols);
  const auto day = [&](Fact fact, std::optional<Date> date) {
    if (date) facts.set(fact, date->days);
  };
  set_insured(facts, claim.insured);
  day(Fact::as_of, claim.as_of);
  if (claim.care) facts.set_text(Fact::claim_care, to_key(*claim.care));
  facts.set_text_if(Fact::claim_provider_code, claim.provider.code);
  facts.set_region_if(Fact::claim_provider_region, claim.provider.region);
  facts.set_text_if(Fact::claim_provider_kind, claim.provider.kind);
  facts.set_if(Fact::claim_provider_level, claim.provider.level);
  facts.set_text_if(Fact::claim_provider_grade, claim.provider.grade);
  facts.set(Fact::claim_provider_selected, claim.provider.selected ? 1 : 0);
  facts.set_text_if(Fact::claim_provider_alliance, claim.provider.alliance);
  if (situation) facts.set_text(Fact::claim_remote, to_key(*situation));
  facts.set_text_if(Fact::claim_category, claim.remote_category);
  facts.set_text_if(Fact::claim_disease, claim.disease);
  facts.set_text_if(Fact::claim_drug_program, claim.drug_program);
  facts.set_if(Fact::claim_prescription_days, claim.prescription_days);
  day(Fact::claim_admitted, claim.admitted);
  day(Fact::claim_discharged, claim.discharged);
  day(Fact::claim_operated, claim.operated);
  facts.set(Fact::claim_split, claim.split ? 1 : 0);
  facts.set_text(Fact::claim_continues, to_key(claim.continues));
  if (claim.bill.total) facts.set(Fact::claim_total, claim.bill.total->fen);
  facts.set(Fact::claim_own_expense, claim.bill.own_expense.fen);
  facts.set(Fact::claim_over_limit, claim.bill.over_limit.fen);
  facts.set(Fact::claim_upfront, claim.bill.upfront.fen);
  facts.set(Fact::ledger_eligible_self_pay, claim.ledger.eligible_self_pay.fen);
  facts.set(Fact::ledger_fund_paid, claim.ledger.fund_paid.fen);
  facts.set(Fact::ledger_major_illness_paid, claim.ledger.major_illness_paid.fen);
  facts.set(Fact::ledger_admissions, claim.ledger.admissions);
  facts.set(Fact::ledger_splits, claim.ledger.splits);
  derive(policy, claim, facts);
  return facts;
}

}  // namespace mingbai::reimbursement
