#include "web/screens/model/calculator_claim.h"

#include <nlohmann/json.hpp>

#include "core/contract/messages.h"
#include "core/policy/fact.h"
#include "web/screens/model/calculator_questions.h"
#include "web/screens/model/entry.h"

namespace mingbai::screens {
namespace {

using Json = nlohmann::ordered_json;
using reimbursement::Remote;

bool small_number(const std::string& text) {
  return text.size() <= 4 && text.find_first_not_of("0123456789") == text.npos;
}

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
  return policy::find_fact(fact) ? std::string(fact) : "form";
}

std::string_view remote_key(const CalculatorForm& form) {
  if (form.situation == "local") return "local";
  if (form.situation == "emergency") return "emergency";
  if (form.situation == "temporary" || form.filed != "yes") return "unfiled";
  return form.situation == "referral" ? "referred" : "filed";
}

void check_dates(const CalculatorForm& form, const strings::Strings& t, ReadForm& out) {
  const bool stay = form.stay();
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

// The typed value as the message writes it; nothing when it is at fault.
Json read_further(const Question& question, const std::string& typed, const strings::Strings& t, ReadForm& out) {
  switch (question.kind) {
    case Question::Kind::yes_no: return typed == "yes";
    case Question::Kind::number:
      if (small_number(typed)) return std::stoi(typed);
      out.faults[question.fact] = t("entry.not_a_count", {{"label", question.label}});
      return nullptr;
    case Question::Kind::money:
      if (const auto money = read_money(typed)) return to_yuan(*money);
      else out.faults[question.fact] = explain(money.error(), question.label, t);
      return nullptr;
    case Question::Kind::date:
      if (const std::string fault = date_fault(typed, t); !fault.empty()) {
        out.faults[question.fact] = fault;
        return nullptr;
      }
      return tidy_date(typed);
    case Question::Kind::choice:
    case Question::Kind::text: break;
  }
  return typed;
}

using Further = std::vector<std::pair<std::string, Json>>;  // fact and value

Further check_further(const std::vector<Question>& asked, const CalculatorForm& form, const strings::Strings& t, ReadForm& out) {
  Further further;
  for (const Question& question : asked) {
    const auto typed = form.further.find(question.fact);
    if (typed == form.further.end() || typed->second.empty()) continue;
    further.emplace_back(question.fact, read_further(question, typed->second, t, out));
  }
  return further;
}

// "claim.provider.kind" is the member kind of provider of claim.
void put(Json& message, std::string_view fact, const Json& value) {
  Json* at = &message;
  for (std::size_t dot = fact.find('.'); dot != fact.npos; dot = fact.find('.')) {
    at = &(*at)[std::string(fact.substr(0, dot))];
    fact.remove_prefix(dot + 1);
  }
  (*at)[std::string(fact)] = value;
}

std::string message(const CalculatorForm& form, const std::map<std::string_view, Money>& sums, const Further& further) {
  const std::string discharged = tidy_date(form.discharged);
  Json claim = {{"care", form.care}, {"remote", remote_key(form)}, {"discharged", discharged}};
  if (!form.stay()) {
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
  Json statuses = {"in_force"};
  if (form.draft) statuses.push_back("draft");
  if (form.assume) statuses.push_back("assumed");
  Json out = {{"policy", form.policy()}, {"as_of", discharged}, {"statuses", statuses},
              {"insured", {{"scheme", form.scheme()}}}, {"claim", claim}, {"ledger", ledger}};
  for (const auto& [fact, value] : further) put(out, fact, value);
  return out.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

std::vector<std::string> open_questions(const CalculatorForm& form, bool level) {
  std::vector<std::string> open;
  if (form.situation.empty()) open.emplace_back("situation");
  if (form.policy().empty()) open.emplace_back("place");
  if (form.scheme().empty()) open.emplace_back("insured");
  if (is_away(form.situation) && form.care_region.empty()) open.emplace_back("care_region");
  if (level && form.level.empty()) open.emplace_back("level");
  if (form.discharged.empty()) open.emplace_back("discharged");
  if (form.total.empty()) open.emplace_back("total");
  return open;
}

std::string_view question_label(std::string_view field, const CalculatorForm& form, const strings::Strings& t) {
  if (field == "situation") return t("calculator.situation");
  if (field == "place") return t("calculator.place");
  if (field == "insured") return t("calculator.insured");
  if (field == "care_region") return t("calculator.care_region");
  if (field == "level") return t("calculator.level");
  if (field == "discharged") return form.stay() ? t("calculator.discharged") : t("calculator.visit_day");
  return t("calculator.total");
}

ReadForm read_form(const policy::Library& library, const CalculatorForm& form, const strings::Strings& t) {
  return read_form(library, form, questions(library, form, t), t);
}

ReadForm read_form(const policy::Library& library, const CalculatorForm& form, const std::vector<Question>& asked,
                   const strings::Strings& t) {
  ReadForm out;
  if (!form.discharged.empty()) check_dates(form, t, out);
  const auto sums = check_money(form, t, out);
  if (!small_number(form.level)) out.faults["level"] = t("calculator.level_unknown");
  const Further further = check_further(asked, form, t, out);
  if (!out.faults.empty() || !open_questions(form, asks_level(library, form)).empty()) return out;
  out.message = message(form, sums, further);
  auto claim = contract::read_claim(library, out.message);
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
