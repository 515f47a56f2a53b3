#include "core/policy/verify.h"

#include <algorithm>

#include "core/contract/fault.h"
#include "core/policy/wording.h"

namespace mingbai::policy {
namespace {

using contract::Fault;

bool overlap(Period a, Period b) { return a.from <= b.to && b.from <= a.to; }

bool tied(const Authority& a, const Authority& b) {
  return overlap(a.source.effective, b.source.effective) && !goes_before(a, b) && !goes_before(b, a);
}

bool share_a_kind(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return a.empty() || b.empty() ||
         std::ranges::any_of(a, [&](const auto& kind) { return std::ranges::find(b, kind) != b.end(); });
}

template <class Element, class Key, class Together>
void find_ties(const std::vector<Element>& list, Key key, Together together, Findings& findings) {
  for (std::size_t i = 0; i < list.size(); ++i)
    for (std::size_t j = i + 1; j < list.size(); ++j)
      if (key(list[i]) == key(list[j]) && together(list[i], list[j]) &&
          tied(list[i].authority, list[j].authority))
        findings.push_back(contract::finding(Fault::precedence_tie, list[j].authority.place, key(list[j])));
}

// The stretches between two values that no value covers.
std::vector<Period> holes(std::vector<Period> periods, std::optional<Period> needed) {
  std::ranges::sort(periods, {}, &Period::from);
  std::vector<Period> out;
  if (periods.empty()) return out;
  std::int64_t covered = std::int64_t{periods.front().from.days} - 1;
  if (needed) covered = std::min<std::int64_t>(covered, std::int64_t{needed->from.days} - 1);
  for (const Period& period : periods) {
    if (period.from.days > covered + 1)
      out.push_back({Date{static_cast<std::int32_t>(covered + 1)}, Date{period.from.days - 1}});
    covered = std::max<std::int64_t>(covered, period.to.days);
  }
  if (needed && covered < needed->to.days)
    out.push_back({Date{static_cast<std::int32_t>(covered + 1)}, needed->to});
  return out;
}

}  // namespace

std::string written(Period period) {
  return (period.from.days == INT32_MIN ? "" : to_iso(period.from)) + "…" +
         (period.open_ended() ? "" : to_iso(period.to));
}

std::optional<Period> used_on(const Policy& policy, std::optional<std::uint32_t> table,
                              std::optional<std::uint32_t> parameter) {
  std::optional<Period> out;
  const auto widen = [&](Period days) {
    if (!out) out = days;
    out->from = std::min(out->from, days.from);
    out->to = std::max(out->to, days.to);
  };
  const auto says = [&](const Text& text) {
    return parameter && std::ranges::count(parameters_in(policy, text), *parameter) > 0;
  };
  for (const Requirement& r : policy.requirements)
    if (says(r.message) || says(r.remedy) || says(r.met)) widen(r.authority.source.effective);
  for (const Note& note : policy.notes)
    if (says(note.text)) widen(note.authority.source.effective);
  for (const DecisionRule& rule : policy.decisions)
    if ((parameter && rule.months == parameter) || (rule.notice && says(*rule.notice)))
      widen(rule.authority.source.effective);
  for (const Benefit& benefit : policy.benefits) {
    for (const Step& step : benefit.steps) {
      const bool uses = (table && step.table == table) || (parameter && step.parameter == parameter);
      if (!uses || step.kind == StepKind::second_tier) continue;
      widen(benefit.authority.source.effective);
    }
  }
  return out;
}

void verify_parameter(const Policy& policy, const Parameter& parameter, Findings& findings) {
  const auto& values = parameter.values;
  std::vector<Period> periods;
  for (std::size_t i = 0; i < values.size(); ++i) {
    periods.push_back(values[i].authority.source.effective);
    for (std::size_t j = i + 1; j < values.size(); ++j)
      if (tied(values[i].authority, values[j].authority))
        findings.push_back(contract::finding(Fault::precedence_tie, values[j].authority.place, parameter.id));
  }
  if (parameter.gaps_wanted) return;
  const auto needed = used_on(policy, std::nullopt, policy.parameter_index(parameter.id));
  for (const Period& hole : holes(periods, needed))
    findings.push_back(
        contract::finding(Fault::date_gap, parameter.place, parameter.id + " " + written(hole)));
}

void verify_candidates(const Policy& policy, Findings& findings) {
  const auto always = [](const auto&, const auto&) { return true; };
  const auto kinds = [](const auto& a, const auto& b) { return share_a_kind(a.kinds, b.kinds); };
  find_ties(
      policy.benefits, [](const Benefit& b) { return b.id; }, always, findings);
  find_ties(
      policy.requirements, [](const Requirement& r) { return r.code; }, kinds, findings);
  find_ties(
      policy.required_documents, [](const RequiredDocument& d) { return d.key; }, kinds, findings);
  find_ties(
      policy.never_asked, [](const RequiredDocument& d) { return d.key; }, kinds, findings);
  find_ties(
      policy.decisions, [](const DecisionRule& d) { return d.id; }, kinds, findings);
  find_ties(
      policy.notes, [](const Note& n) { return n.id; }, always, findings);
  find_ties(
      policy.catalogues.diseases, [](const DiseaseEntry& d) { return d.code; }, always, findings);
  find_ties(
      policy.catalogues.institutions, [](const InstitutionEntry& i) { return i.key; }, always, findings);
  find_ties(
      policy.catalogues.drugs, [](const DrugEntry& d) { return d.key; }, always, findings);
}

Findings verify(const Policy& policy) {
  Findings out;
  for (const Parameter& parameter : policy.parameters) verify_parameter(policy, parameter, out);
  for (const Table& table : policy.tables) verify_table(policy, table, out);
  verify_candidates(policy, out);
  verify_dip(policy, out);
  return out;
}

}  // namespace mingbai::policy
