#include "core/contract/messages.h"
#include "core/contract/write.h"
#include "core/reimbursement/keys.h"

namespace mingbai::contract {
namespace {

std::string_view bearer_key(reimbursement::Bearer bearer) {
  constexpr std::string_view keys[]{"none", "person", "fund", "major_illness"};
  return keys[static_cast<std::size_t>(bearer)];
}

Json lines_json(const std::vector<reimbursement::Line>& lines, Language language) {
  Json out = Json::array();
  for (const auto& line : lines) {
    Json one = Json::object();
    one["step"] = line.step;
    one["amount"] = to_yuan(line.amount);
    one["balance"] = to_yuan(line.balance);
    one["formula"] = line.formula.in(language);
    one["label"] = line.label.in(language);
    one["source"] = to_json(line.source);
    one["bearer"] = bearer_key(line.bearer);
    out.push_back(std::move(one));
  }
  return out;
}

Json ledger_json(const reimbursement::Ledger& ledger) {
  Json out = Json::object();
  out["year"] = ledger.year;
  out["eligible_self_pay"] = to_yuan(ledger.eligible_self_pay);
  out["fund_paid"] = to_yuan(ledger.fund_paid);
  out["major_illness_paid"] = to_yuan(ledger.major_illness_paid);
  out["admissions"] = ledger.admissions;
  if (ledger.splits != 0) out["splits"] = ledger.splits;
  constexpr std::string_view by = "deductible_paid_by.";
  for (const auto& [name, sum] : ledger.further)
    if (name.starts_with(by))
      out["deductible_paid_by"][name.substr(by.size())] = to_yuan(sum);
    else
      out[name] = to_yuan(sum);
  return out;
}

}  // namespace

std::string write(const reimbursement::Settlement& settlement, Language language) {
  Json out = Json::object();
  out["policy"] = policy_json(settlement.policy_id, settlement.policy_version, settlement.as_of);
  out["determined"] = settlement.determined;
  out["total"] = to_yuan(settlement.total);
  out["own_expense"] = to_yuan(settlement.own_expense);
  out["eligible"] = to_yuan(settlement.eligible);
  out["deductible"] = to_yuan(settlement.deductible);
  out["fund_pay"] = to_yuan(settlement.fund_pay);
  out["major_illness_pay"] = to_yuan(settlement.major_illness_pay);
  out["self_pay"] = to_yuan(settlement.self_pay);
  out["remote"] = settlement.remote ? Json(reimbursement::to_key(*settlement.remote)) : Json(nullptr);
  out["lines"] = lines_json(settlement.lines, language);
  out["basis"] = to_key(settlement.basis);
  out["ledger"] = ledger_json(settlement.ledger);
  out["findings"] = to_json(settlement.findings, language);
  out["missing"] = to_json(settlement.missing, language);
  out["notes"] = to_json(settlement.notes, language);
  return dump(out);
}

}  // namespace mingbai::contract
