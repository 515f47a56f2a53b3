#include "web/screens/model/calculator_claim.h"

#include <nlohmann/json.hpp>

#include "core/contract/messages.h"
#include "web/screens/model/entry.h"

namespace mingbai::screens {
namespace {

using Json = nlohmann::ordered_json;
using reimbursement::Remote;

struct MoneyField {
  std::string_view field;
  std::string CalculatorForm::*typed;
  strings::Key label;
};

constexpr MoneyField money_fields[] = {
    {"total", &CalculatorForm::total, "calculator.total"},
    {"own_expense", &CalculatorForm::own_expense, "calculator.own_expense"},
    {"over_limit", &CalculatorForm::over_limit, "calculator.over_limit"},
    {"upfront", &CalculatorForm::upfront, "calculator.upfront"},
    {"year_self_pay", &CalculatorForm::year_self_pay, "calculator.year_self_pay"},
    {"year_fund_paid", &CalculatorForm::year_fund_paid, "calculator.year_fund_paid"},
};

// Paths of the message and the form's fields they come from.
constexpr std::pair<std::string_view, std::string_view> field_of_fact[] = {
    {"policy", "insured"},
    {"insured.scheme", "insured"},
    {"insured.continuous_months", "months"},
    {"claim.provider.region", "care_region"},
    {"claim.provider.level", "level"},
    {"claim.remote", "filed"},
    {"claim.care", "care"},
    {"claim.admitted", "admitted"},
    {"claim.discharged", "discharged"},
    {"claim.total", "total"},
    {"claim.own_expense", "own_expense"},
    {"claim.over_limit", "over_limit"},
    {"claim.upfront", "upfront"},
    {"ledger.eligible_self_pay", "year_self_pay"},
    {"ledger.fund_paid", "year_fund_paid"},
};

std::string field_for(std::string_view fact) {
  for (const auto& [path, field] : field_of_fact) {
    if (path == fact) return std::string(field);
  }
  return "form";
}

std::string_view remote_key(const CalculatorForm& form) {
  if (form.situation == "local") return "local";
  if (form.situation == "emergency") return "emergency";
  if (form.situation == "temporary" || form.filed != "yes") return "unfiled";
  return form.situation == "referral" ? "referred" : "filed";
}

void check_dates(const CalculatorForm& form, const strings::Strings& t, ReadForm& out) {
  const bool stay = form.care == "inpatient";
  if (const std::string fault = date_fault(form.discharged, t); !fault.empty()) out.faults["discharged"] = fault;
  if (!stay || form.admitted.empty()) return;
  if (const std::string fault = date_fault(form.admitted, t); !fault.empty()) out.faults["admitted"] = fault;
  const auto from = read_date(form.admitted);
  const auto to = read_date(form.discharged);
  if (from && to && *to < *from) out.faults["discharged"] = t("calculator.discharged_before_admitted");
}

std::map<std::string_view, Money> check_money(const CalculatorForm& form, const strings::Strings& t, ReadForm& out) {
  std::map<std::string_view, Money> sums;
  for (const MoneyField& field : money_fields) {
    const std::string& typed = form.*field.typed;
    if (typed.empty()) continue;
    const auto money = read_money(typed);
    if (money) {
      sums[field.field] = *money;
    } else {
      out.faults[std::string(field.field)] = explain(money.error(), t(field.label), t);
    }
  }
  if (sums.contains("total")) {
    Money outside;
    for (const std::string_view part : {"own_expense", "over_limit", "upfront"}) {
      if (!sums.contains(part)) continue;
      outside += sums[part];
      if (outside <= sums["total"]) continue;
      const strings::Key sentence =
          part == "own_expense" ? strings::Key("calculator.own_above_total") : strings::Key("calculator.parts_above_total");
      out.faults[std::string(part)] = t(sentence, {{"total", to_display(sums["total"])}});
      break;
    }
  }
  return sums;
}

std::string message(const CalculatorForm& form, const std::map<std::string_view, Money>& sums) {
  const std::string discharged = tidy_date(form.discharged);
  Json claim = {{"care", form.care}, {"remote", remote_key(form)}, {"discharged", discharged}};
  if (form.care != "inpatient") {
    claim["admitted"] = discharged;
  } else if (!form.admitted.empty()) {
    claim["admitted"] = tidy_date(form.admitted);
  }
  Json provider = {{"kind", "hospital"}};
  if (is_away(form.situation) && !form.care_region.empty()) provider["region"] = form.care_region;
  if (!form.level.empty()) provider["level"] = std::stoi(form.level);
  claim["provider"] = provider;
  for (const std::string_view part : {"total", "own_expense", "over_limit", "upfront"}) {
    if (sums.contains(part)) claim[std::string(part)] = to_yuan(sums.at(part));
  }
  Json ledger = {{"year", discharged.substr(0, 4)}};
  if (sums.contains("year_self_pay")) ledger["eligible_self_pay"] = to_yuan(sums.at("year_self_pay"));
  if (sums.contains("year_fund_paid")) ledger["fund_paid"] = to_yuan(sums.at("year_fund_paid"));
  Json insured = {{"scheme", form.scheme()}};
  if (!form.months.empty()) insured["continuous_months"] = std::stoi(form.months);
  Json statuses = {"in_force"};
  if (form.assume) statuses.push_back("assumed");
  return Json{{"policy", form.policy()}, {"as_of", discharged}, {"statuses", statuses},
              {"insured", insured},      {"claim", claim},      {"ledger", ledger}}
      .dump(-1, ' ', false, Json::error_handler_t::replace);
}

bool small_number(const std::string& text) {
  return text.size() <= 3 && text.find_first_not_of("0123456789") == text.npos;
}

}  // namespace

std::vector<std::string> open_questions(const CalculatorForm& form) {
  std::vector<std::string> open;
  if (form.situation.empty()) open.emplace_back("situation");
  if (form.insured.empty()) open.emplace_back("insured");
  if (is_away(form.situation) && form.care_region.empty()) open.emplace_back("care_region");
  if (form.level.empty()) open.emplace_back("level");
  if (form.discharged.empty()) open.emplace_back("discharged");
  if (form.total.empty()) open.emplace_back("total");
  return open;
}

std::string_view question_label(std::string_view field, const CalculatorForm& form, const strings::Strings& t) {
  if (field == "situation") return t("calculator.situation");
  if (field == "insured") return t("calculator.insured");
  if (field == "care_region") return t("calculator.care_region");
  if (field == "level") return t("calculator.level");
  if (field == "discharged") return (form.care == "inpatient" ? t("calculator.discharged") : t("calculator.visit_day"));
  return t("calculator.total");
}

ReadForm read_form(const policy::Library& library, const CalculatorForm& form, const strings::Strings& t) {
  ReadForm out;
  if (!form.discharged.empty()) check_dates(form, t, out);
  const auto sums = check_money(form, t, out);
  if (!small_number(form.months)) out.faults["months"] = t("entry.not_a_number", {{"label", t("calculator.months")}});
  if (!small_number(form.level)) out.faults["level"] = t("calculator.level_unknown");
  if (!out.faults.empty() || !open_questions(form).empty()) return out;
  auto claim = contract::read_claim(library, message(form, sums));
  if (claim) {
    claim->remote_category = is_away(form.situation) ? std::optional(form.situation) : std::nullopt;
    out.claim = std::move(*claim);
    return out;
  }
  for (const Finding& finding : claim.error()) {
    out.faults.try_emplace(field_for(finding.fact), finding.message.in(t.language));
  }
  return out;
}

std::optional<FilingAlternatives> filing_alternatives(const CalculatorForm& form, const reimbursement::Claim& claim) {
  if (!filing_exists(form.situation)) return std::nullopt;
  FilingAlternatives both{claim, claim};
  both.unfiled.remote = Remote::unfiled;
  both.filed.remote = form.situation == "referral" ? Remote::referred : Remote::filed;
  return both;
}

}  // namespace mingbai::screens
