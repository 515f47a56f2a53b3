#include "web/screens/model/calculator_comparison.h"

#include <algorithm>

#include "core/eligibility/check.h"

namespace mingbai::screens {
namespace {

using reimbursement::Claim;
using reimbursement::Settlement;

Money unfiled_share(const Settlement& settlement) {
  Money sum;
  for (const auto& line : settlement.lines) {
    if (line.unfiled_only) sum += line.amount.fen < 0 ? Money{-line.amount.fen} : line.amount;
  }
  return sum;
}

BarLine bar_line(std::string name, std::string detail, Money own, bool current) {
  return {std::move(name), std::move(detail), to_display(own), own.fen, 0, {}, current};
}

}  // namespace

std::optional<Comparison> filing_comparison(const policy::Library& library, policy::Editions& editions, const CalculatorForm& form,
                                            const Claim& claim, const strings::Strings& t) {
  const auto both = filing_alternatives(form, claim);
  if (!both) return std::nullopt;
  const Settlement unfiled = reimbursement::settle(library, both->unfiled, editions);
  const Settlement filed = reimbursement::settle(library, both->filed, editions);
  const Money difference = unfiled.self_pay - filed.self_pay;
  if (!unfiled.determined || !filed.determined || difference.fen <= 0) return std::nullopt;

  const bool now_filed = form.filed == "yes";
  Comparison out;
  out.lead = (now_filed ? t("calculator.filing_saved") : t("calculator.not_filing_costs"));
  out.amount = to_display(difference);
  out.explanation = t("calculator.filing_explained", {{"outside", to_display(unfiled_share(unfiled))},
                                                      {"fund", to_display(filed.fund_pay - unfiled.fund_pay)}});
  const std::string current(t("calculator.as_entered"));
  const std::string local(t("calculator.as_local"));
  BarLine without = bar_line(std::string(t("calculator.not_filed")), now_filed ? std::string(t("calculator.if_not_filed")) : current,
                             unfiled.self_pay, !now_filed);
  without.own_fen = filed.self_pay.fen;
  without.extra_fen = difference.fen;
  BarLine with = bar_line(std::string(t("calculator.filed")), now_filed ? current : local, filed.self_pay, now_filed);
  with.bracket = t("calculator.more_by", {{"amount", out.amount}});
  out.rows = {without, with};
  out.scale_fen = unfiled.self_pay.fen;
  out.offers_filing = !now_filed;
  return out;
}

std::optional<Comparison> level_comparison(const policy::Library& library, policy::Editions& editions, const CalculatorForm& form,
                                           const Claim& claim, const strings::Strings& t) {
  Comparison out;
  Money least, most;
  std::string cheapest;
  for (const std::string_view level : {"1", "2", "3"}) {
    Claim other = claim;
    other.provider.level = level[0] - '0';
    const Settlement settlement = reimbursement::settle(library, other, editions);
    if (!settlement.determined) return std::nullopt;
    const std::string name(t(*strings::find("level." + std::string(level))));
    const bool current = form.level == level;
    out.rows.push_back(bar_line(name, current ? std::string(t("calculator.as_entered")) : std::string(),
                                settlement.self_pay, current));
    if (cheapest.empty() || settlement.self_pay < least) least = settlement.self_pay, cheapest = name;
    most = std::max(most, settlement.self_pay);
  }
  if (most == least) return std::nullopt;
  out.scale_fen = most.fen;
  out.lead = t("calculator.level_apart");
  out.amount = to_display(most - least);
  out.explanation = t("calculator.level_least", {{"level", cheapest}, {"amount", to_display(least)}});
  return out;
}

std::optional<FilingRemark> filing_remark(const policy::Library& library, const Names& names,
                                          const CalculatorForm& form, const Claim& claim, const strings::Strings& t) {
  if (form.situation != "temporary" && form.situation != "emergency") return std::nullopt;
  const bool temporary = form.situation == "temporary";
  FilingRemark out;
  out.title = (temporary ? t("calculator.temporary_title") : t("calculator.emergency_title"));
  out.body = (temporary ? t("calculator.temporary_body") : t("calculator.emergency_body"));

  eligibility::Application application;
  application.policy = claim.policy;
  application.as_of = claim.discharged;
  application.statuses = claim.statuses;
  application.insured.scheme = claim.insured.scheme;
  application.kind = "remote_care";
  application.category = form.situation;
  const eligibility::CheckResult result = eligibility::check(library, application);
  for (const Finding& finding : result.findings) {
    if (finding.fact != "application.category") continue;
    out.body = finding.message.in(t.language) + (t.language == Language::en ? " " : "") + finding.remedy.in(t.language);
    if (finding.source) out.source = source_line(*finding.source, names, t);
  }
  for (const eligibility::Met& met : result.met) {
    if (met.fact == "application.category" && !out.source) out.source = source_line(met.source, names, t);
  }
  return out;
}

}  // namespace mingbai::screens
