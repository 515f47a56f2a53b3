#include "core/scenario/claim_fields.h"

#include <algorithm>
#include <charconv>

#include "core/contract/fault.h"
#include "core/reimbursement/keys.h"

namespace mingbai::scenario {
namespace {

using contract::Fault;
using policy::Fact;
using policy::FactType;
using reimbursement::Claim;

int number(const std::string& word) {
  int out = 0;
  std::from_chars(word.data(), word.data() + word.size(), out);
  return out;
}

void set_word(Claim& claim, Fact fact, const std::string& word) {
  const bool yes = word == "true";
  switch (fact) {
    case Fact::insured_scheme:
      claim.insured.scheme = word;
      break;
    case Fact::insured_continuous_months:
      claim.insured.continuous_months = number(word);
      break;
    case Fact::insured_enrolled:
      claim.insured.enrolled = yes;
      break;
    case Fact::insured_region:
      claim.insured.region = word;
      break;
    case Fact::insured_outpatient_basic:
      claim.insured.outpatient_basic = yes;
      break;
    case Fact::claim_care:
      claim.care = reimbursement::parse_care(word);
      break;
    case Fact::claim_provider_code:
      claim.provider.code = word;
      break;
    case Fact::claim_provider_region:
      claim.provider.region = word;
      break;
    case Fact::claim_provider_kind:
      claim.provider.kind = word;
      break;
    case Fact::claim_provider_level:
      claim.provider.level = number(word);
      break;
    case Fact::claim_provider_grade:
      claim.provider.grade = word;
      break;
    case Fact::claim_provider_selected:
      claim.provider.selected = yes;
      break;
    case Fact::claim_provider_alliance:
      claim.provider.alliance = word;
      break;
    case Fact::claim_remote:
      claim.remote = reimbursement::parse_remote(word);
      break;
    case Fact::claim_category:
      claim.remote_category = word;
      break;
    case Fact::claim_disease:
      claim.disease = word;
      break;
    case Fact::claim_drug_program:
      claim.drug_program = word;
      break;
    case Fact::claim_prescription_days:
      claim.prescription_days = number(word);
      break;
    case Fact::claim_split:
      claim.split = yes;
      break;
    case Fact::claim_continues:
      claim.continues = reimbursement::parse_continues(word).value_or(reimbursement::Continues::none);
      break;
    case Fact::ledger_admissions:
      claim.ledger.admissions = number(word);
      break;
    case Fact::ledger_splits:
      claim.ledger.splits = number(word);
      break;
    default:
      break;
  }
}

void set_number(Claim& claim, Fact fact, std::int64_t value) {
  const Date day{static_cast<std::int32_t>(type_of(fact) == FactType::date ? value : 0)};
  switch (fact) {
    case Fact::claim_admitted:
      claim.admitted = day;
      break;
    case Fact::claim_discharged:
      claim.discharged = day;
      break;
    case Fact::claim_operated:
      claim.operated = day;
      break;
    case Fact::claim_total:
      claim.bill.total = Money{value};
      break;
    case Fact::claim_own_expense:
      claim.bill.own_expense = {value};
      break;
    case Fact::claim_over_limit:
      claim.bill.over_limit = {value};
      break;
    case Fact::claim_upfront:
      claim.bill.upfront = {value};
      break;
    case Fact::ledger_eligible_self_pay:
      claim.ledger.eligible_self_pay = {value};
      break;
    case Fact::ledger_fund_paid:
      claim.ledger.fund_paid = {value};
      break;
    case Fact::ledger_major_illness_paid:
      claim.ledger.major_illness_paid = {value};
      break;
    default:
      break;
  }
}

std::vector<std::string> known_keys(Fact fact, const std::vector<const policy::Policy*>& policies) {
  if (fact != Fact::insured_scheme)
    return policies.empty() ? std::vector<std::string>() : policies.front()->dictionary.keys(fact);
  std::vector<std::string> out = policies.front()->scheme_keys(std::nullopt);
  std::erase_if(out, [&](const std::string& key) {
    return std::ranges::any_of(policies, [&](const auto* p) { return p->scheme(key) == nullptr; });
  });
  return out;
}

}  // namespace

const std::vector<Fact>& claim_columns() {
  static const std::vector<Fact> facts{Fact::insured_scheme,
                                       Fact::insured_continuous_months,
                                       Fact::insured_enrolled,
                                       Fact::insured_region,
                                       Fact::insured_outpatient_basic,
                                       Fact::claim_care,
                                       Fact::claim_provider_code,
                                       Fact::claim_provider_region,
                                       Fact::claim_provider_kind,
                                       Fact::claim_provider_level,
                                       Fact::claim_provider_grade,
                                       Fact::claim_provider_selected,
                                       Fact::claim_provider_alliance,
                                       Fact::claim_remote,
                                       Fact::claim_category,
                                       Fact::claim_disease,
                                       Fact::claim_drug_program,
                                       Fact::claim_prescription_days,
                                       Fact::claim_admitted,
                                       Fact::claim_discharged,
                                       Fact::claim_operated,
                                       Fact::claim_split,
                                       Fact::claim_continues,
                                       Fact::claim_total,
                                       Fact::claim_own_expense,
                                       Fact::claim_over_limit,
                                       Fact::claim_upfront,
                                       Fact::ledger_eligible_self_pay,
                                       Fact::ledger_fund_paid,
                                       Fact::ledger_major_illness_paid,
                                       Fact::ledger_admissions,
                                       Fact::ledger_splits};
  return facts;
}

std::vector<std::string> claim_column_names() {
  std::vector<std::string> out;
  for (const Fact fact : claim_columns()) out.emplace_back(policy::name_of(fact));
  return out;
}

std::optional<Fact> find_claim_column(std::string_view name) {
  for (const Fact fact : claim_columns())
    if (policy::name_of(fact) == name) return fact;
  return std::nullopt;
}

std::optional<Finding> check_word(Fact fact, std::string_view word,
                                  const std::vector<const policy::Policy*>& policies) {
  const std::string written(word);
  const auto wrong = [&](Fault fault, std::vector<std::string> allowed = {}) {
    return contract::finding(fault, "", written, std::move(allowed));
  };
  switch (policy::type_of(fact)) {
    case FactType::boolean:
      if (word != "true" && word != "false") return wrong(Fault::unknown_value, {"true", "false"});
      return std::nullopt;
    case FactType::region:
      if (!policy::parse_region(word)) return wrong(Fault::bad_region);
      return std::nullopt;
    case FactType::integer: {
      int value = 0;
      const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
      const auto& entry = policies.front()->dictionary.of(fact);
      const std::int64_t from = entry.from.value_or(0), to = entry.to.value_or(100000);
      if (error != std::errc() || end != word.data() + word.size() || value < from || value > to)
        return wrong(Fault::out_of_range, {std::to_string(from) + "–" + std::to_string(to)});
      return std::nullopt;
    }
    case FactType::enumeration: {
      const auto known = known_keys(fact, policies);
      if (!known.empty() && std::ranges::find(known, word) == known.end())
        return wrong(fact == Fact::insured_scheme ? Fault::unknown_scheme : Fault::unknown_value, known);
      return std::nullopt;
    }
    default:
      return std::nullopt;
  }
}

Claim claim_at(const Claims& claims, std::size_t row) {
  Claim out;
  for (const Column& column : claims.columns) {
    if (column.coded && column.codes[row] != 0)
      set_word(out, column.fact, column.book.word(column.codes[row]));
    else if (!column.coded && column.numbers[row] != unknown)
      set_number(out, column.fact, column.numbers[row]);
  }
  return out;
}

}  // namespace mingbai::scenario
