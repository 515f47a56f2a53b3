#include "web/screens/model/calculator_form.h"

#include <algorithm>
#include <iterator>

#include "core/reimbursement/keys.h"

namespace mingbai::screens {
namespace {

struct Field {
  std::string_view name;
  std::string CalculatorForm::*value;
};

constexpr Field fields[] = {
    {"why", &CalculatorForm::situation},       {"insured", &CalculatorForm::insured},
    {"in", &CalculatorForm::care_region},      {"level", &CalculatorForm::level},
    {"filed", &CalculatorForm::filed},         {"care", &CalculatorForm::care},
    {"from", &CalculatorForm::admitted},       {"to", &CalculatorForm::discharged},
    {"total", &CalculatorForm::total},         {"own", &CalculatorForm::own_expense},
    {"over", &CalculatorForm::over_limit},     {"upfront", &CalculatorForm::upfront},
    {"year_self", &CalculatorForm::year_self_pay}, {"year_fund", &CalculatorForm::year_fund_paid},
};

bool is_fact(std::string_view name) {
  return name.starts_with("claim.") || name.starts_with("insured.") || name.starts_with("ledger.");
}

CalculatorForm fresh(Date today) {
  CalculatorForm form;
  form.discharged = to_iso(today);
  return form;
}

bool known_situation(std::string_view key) {
  return std::find(std::begin(situation_keys), std::end(situation_keys), key) != std::end(situation_keys);
}

}  // namespace

std::string_view situation_label(std::string_view key, const strings::Strings& t) {
  const auto found = strings::find("situation." + std::string(key));
  return found ? t(*found) : key;
}

bool is_away(std::string_view situation) { return !situation.empty() && situation != "local"; }

bool filing_exists(std::string_view situation) {
  return situation == "retired_settled" || situation == "long_term_resident" || situation == "posted_worker" ||
         situation == "referral";
}

std::string CalculatorForm::policy() const { return insured.substr(0, insured.find('.')); }

std::string CalculatorForm::scheme() const {
  const std::size_t dot = insured.find('.');
  return dot == insured.npos ? std::string() : insured.substr(dot + 1);
}

bool CalculatorForm::stay() const {
  const auto kind = reimbursement::parse_care(care);
  return kind == reimbursement::Care::inpatient || kind == reimbursement::Care::day_surgery;
}

CalculatorForm calculator_form(const Route& route, Date today) {
  CalculatorForm form = fresh(today);
  for (const Field& field : fields) {
    const std::string_view value = route.get(field.name);
    if (!value.empty()) form.*field.value = value;
  }
  if (!known_situation(form.situation)) form.situation.clear();
  if (form.filed != "yes") form.filed = "no";
  if (!reimbursement::parse_care(form.care)) form.care = "inpatient";
  for (const auto& [name, value] : route.fields) {
    if (is_fact(name) && !value.empty()) form.further[name] = value;
  }
  form.assume = route.get("assume") != "no";
  form.draft = route.get("draft") == "yes";
  return form;
}

Route calculator_route(const CalculatorForm& form, Date today) {
  const CalculatorForm otherwise = fresh(today);
  Route route{"calculator", {}};
  for (const Field& field : fields) {
    const std::string& value = form.*field.value;
    if (value != otherwise.*field.value || field.name == "to") route.put(field.name, value);
  }
  for (const auto& [fact, value] : form.further) route.put(fact, value);
  if (!form.assume) route.put("assume", "no");
  if (form.draft) route.put("draft", "yes");
  if (form == otherwise) route.fields.clear();
  return route;
}

CalculatorForm example_form(Date today) {
  CalculatorForm form = fresh(today);
  form.situation = "long_term_resident";
  form.insured = "zhongshan.employee_combined";
  form.care_region = "440100";
  form.level = "3";
  form.total = "50000.00";
  form.own_expense = "5000.00";
  return form;
}

}  // namespace mingbai::screens
