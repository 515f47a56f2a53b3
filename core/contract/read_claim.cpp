#include <algorithm>

#include "core/contract/messages.h"
#include "core/contract/read_insured.h"
#include "core/policy/library.h"
#include "core/reimbursement/keys.h"

namespace mingbai::contract {
namespace {

using reimbursement::Care;
using reimbursement::Claim;

const std::vector<std::string> cares{"inpatient",    "outpatient",      "special_disease",
                                     "two_diseases", "negotiated_drug", "day_surgery"};
const std::vector<std::string> remotes{"local", "filed", "referred", "emergency", "unfiled"};
const std::vector<std::string> continuations{"none", "split", "transfer"};
const std::vector<std::string> grades{"A", "B", "C"};

reimbursement::Provider read_provider(const Fields& provider) {
  provider.only({"code", "region", "kind", "level", "grade", "selected", "alliance"});
  return {provider.text("code"),
          provider.region("region"),
          provider.one_of("kind", provider_kinds()),
          provider.count("level", 1, 3),
          provider.one_of("grade", grades),
          provider.flag("selected").value_or(false),
          provider.text("alliance")};
}

// `own_expense` above the total is told apart from the sum of the three: it is the commoner slip.
void check_bill(const Fields& claim, const reimbursement::Bill& bill) {
  if (!bill.total) return;
  if (bill.own_expense > *bill.total)
    return claim.fault(Fault::own_expense_above_total, "own_expense", to_yuan(bill.own_expense),
                       {to_yuan(*bill.total)});
  const Money parts = bill.own_expense + bill.over_limit + bill.upfront;
  if (parts > *bill.total)
    claim.fault(Fault::parts_above_total, "total", to_yuan(parts), {to_yuan(*bill.total)});
}

reimbursement::Bill read_bill(const Fields& claim) {
  reimbursement::Bill out{claim.money("total"), claim.money("own_expense").value_or(Money{}),
                          claim.money("over_limit").value_or(Money{}),
                          claim.money("upfront").value_or(Money{})};
  check_bill(claim, out);
  return out;
}

reimbursement::Ledger read_ledger(const Fields& ledger) {
  ledger.only({"year", "eligible_self_pay", "fund_paid", "major_illness_paid", "admissions", "splits",
               "deductible_cost", "deductible_paid", "deductible_paid_by"});
  reimbursement::Ledger out;
  out.year = ledger.text("year").value_or("");
  const bool year =
      out.year.size() == 4 && std::ranges::all_of(out.year, [](char c) { return c >= '0' && c <= '9'; });
  if (!out.year.empty() && !year) ledger.fault(Fault::bad_year, "year", out.year);
  out.eligible_self_pay = ledger.money("eligible_self_pay").value_or(Money{});
  out.fund_paid = ledger.money("fund_paid").value_or(Money{});
  out.major_illness_paid = ledger.money("major_illness_paid").value_or(Money{});
  out.admissions = ledger.count("admissions", 0, 1000).value_or(0);
  out.splits = ledger.count("splits", 0, 366).value_or(0);
  for (const char* name : {"deductible_cost", "deductible_paid"})
    if (const auto sum = ledger.money(name)) out.further.emplace_back(name, *sum);
  const Fields by = ledger.object("deductible_paid_by");
  for (const std::string& key : by.keys())
    if (const auto sum = by.money(key)) out.further.emplace_back("deductible_paid_by." + key, *sum);
  std::ranges::sort(out.further);
  return out;
}

std::vector<reimbursement::Item> read_items(const Fields& claim) {
  std::vector<reimbursement::Item> out;
  for (const Fields& item : claim.objects("items")) {
    item.only({"date", "amount"});
    for (const auto* key : {"date", "amount"})
      if (!item.has(key)) item.fault(Fault::missing_key, key);
    out.push_back({item.date("date"), item.money("amount").value_or(Money{})});
  }
  return out;
}

void read_care(const Fields& fields, Claim& claim) {
  fields.only({"care", "provider", "remote", "category", "disease", "drug_program", "prescription_days",
               "admitted", "discharged", "operated", "items", "split", "continues", "total", "own_expense",
               "over_limit", "upfront"});
  if (const auto care = fields.one_of("care", cares)) claim.care = reimbursement::parse_care(*care);
  claim.provider = read_provider(fields.object("provider"));
  if (const auto remote = fields.one_of("remote", remotes))
    claim.remote = reimbursement::parse_remote(*remote);
  claim.remote_category = fields.one_of("category", reimbursement::remote_categories());
  claim.disease = fields.text("disease");
  claim.drug_program = fields.text("drug_program");
  claim.prescription_days = fields.count("prescription_days", 1, 366);
  claim.admitted = fields.date("admitted");
  claim.discharged = fields.date("discharged");
  if (claim.admitted && claim.discharged && *claim.discharged < *claim.admitted)
    fields.fault(Fault::discharged_before_admitted, "discharged", to_iso(*claim.discharged),
                 {to_iso(*claim.admitted)});
  claim.operated = fields.date("operated");
  claim.items = read_items(fields);
  claim.split = fields.flag("split").value_or(false);
  if (const auto continues = fields.one_of("continues", continuations))
    claim.continues = reimbursement::parse_continues(*continues).value_or(reimbursement::Continues::none);
  claim.bill = read_bill(fields);
}

}  // namespace

std::expected<Claim, Findings> read_claim(const policy::Library& library, std::string_view text) {
  const auto json = parse_json(text);
  if (!json) return std::unexpected(json.error());
  Findings findings;
  const Fields message(&*json, "", findings);
  if (json->is_null()) findings.push_back(finding(Fault::not_json, "", "null"));
  message.only({"policy", "as_of", "statuses", "insured", "claim", "ledger"});
  Claim out;
  const policy::Policy* policy = json->is_object() ? read_policy(library, message, out.policy) : nullptr;
  out.as_of = message.date("as_of");
  out.statuses = read_statuses(message);
  const Fields insured = message.object("insured");
  out.insured = read_insured(insured, out.as_of);
  read_care(message.object("claim"), out);
  out.ledger = read_ledger(message.object("ledger"));
  const bool visit = out.care == Care::outpatient && out.admitted;
  const auto rule_day = out.discharged ? out.discharged : visit ? out.admitted : out.as_of;
  if (policy != nullptr) check_scheme(insured, *policy, out.insured.scheme, rule_day);
  if (!findings.empty()) return std::unexpected(std::move(findings));
  return out;
}

}  // namespace mingbai::contract
