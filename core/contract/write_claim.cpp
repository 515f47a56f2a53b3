#include "core/contract/simulation.h"
#include "core/contract/write.h"
#include "core/reimbursement/keys.h"

namespace mingbai::contract {
namespace {

using reimbursement::Claim;

template <class T>
void put(Json& into, const char* key, const std::optional<T>& value) {
  if (value) into[key] = *value;
}
void put(Json& into, const char* key, const std::optional<Date>& day) {
  if (day) into[key] = to_iso(*day);
}
void put(Json& into, const char* key, Money money) {
  if (money.fen != 0) into[key] = to_yuan(money);
}

Json statuses_json(policy::StatusSet statuses) {
  Json out = Json::array();
  for (const auto status : {policy::Status::in_force, policy::Status::draft, policy::Status::assumed})
    if (statuses.allows(status)) out.push_back(to_key(status));
  return out;
}

Json insured_json(const reimbursement::Insured& insured) {
  Json out = Json::object();
  put(out, "scheme", insured.scheme);
  put(out, "continuous_months", insured.continuous_months);
  put(out, "enrolled", insured.enrolled);
  put(out, "region", insured.region);
  put(out, "outpatient_basic", insured.outpatient_basic);
  return out;
}

Json provider_json(const reimbursement::Provider& provider) {
  Json out = Json::object();
  put(out, "code", provider.code);
  put(out, "region", provider.region);
  put(out, "kind", provider.kind);
  put(out, "level", provider.level);
  put(out, "grade", provider.grade);
  put(out, "alliance", provider.alliance);
  if (provider.selected) out["selected"] = true;
  return out;
}

Json bill_json(const Claim& claim) {
  Json out = Json::object();
  if (claim.care) out["care"] = reimbursement::to_key(*claim.care);
  out["provider"] = provider_json(claim.provider);
  if (claim.remote) out["remote"] = reimbursement::to_key(*claim.remote);
  put(out, "category", claim.remote_category);
  put(out, "disease", claim.disease);
  put(out, "drug_program", claim.drug_program);
  put(out, "prescription_days", claim.prescription_days);
  put(out, "admitted", claim.admitted);
  put(out, "discharged", claim.discharged);
  put(out, "operated", claim.operated);
  if (claim.split) out["split"] = true;
  if (claim.continues != reimbursement::Continues::none)
    out["continues"] = reimbursement::to_key(claim.continues);
  if (claim.bill.total) out["total"] = to_yuan(*claim.bill.total);
  put(out, "own_expense", claim.bill.own_expense);
  put(out, "over_limit", claim.bill.over_limit);
  put(out, "upfront", claim.bill.upfront);
  return out;
}

Json ledger_json(const reimbursement::Ledger& ledger) {
  Json out = Json::object();
  if (!ledger.year.empty()) out["year"] = ledger.year;
  put(out, "eligible_self_pay", ledger.eligible_self_pay);
  put(out, "fund_paid", ledger.fund_paid);
  put(out, "major_illness_paid", ledger.major_illness_paid);
  if (ledger.admissions != 0) out["admissions"] = ledger.admissions;
  if (ledger.splits != 0) out["splits"] = ledger.splits;
  return out;
}

}  // namespace

Json to_json(const Claim& claim, const std::string& policy) {
  Json out = Json::object();
  out["policy"] = policy;
  put(out, "as_of", claim.as_of);
  out["statuses"] = statuses_json(claim.statuses);
  out["insured"] = insured_json(claim.insured);
  out["claim"] = bill_json(claim);
  if (Json ledger = ledger_json(claim.ledger); !ledger.empty()) out["ledger"] = std::move(ledger);
  return out;
}

}  // namespace mingbai::contract
