#include "core/institution_payment/scoring.h"

#include <algorithm>

#include "core/reimbursement/lack.h"

namespace mingbai::institution_payment {

policy::Truth Scoring::concerns(const policy::ScoreStep& step) {
  if (step.authority && !policy::holds(*step.authority, edition.day, edition.statuses))
    return policy::Truth::no;
  return policy::evaluate(pack().programs, step.when, facts, unknown);
}

void Scoring::use(const policy::Authority& authority) {
  out.basis = policy::weaker(out.basis, authority.source.status);
  if (std::ranges::find(out.used, authority.place) == out.used.end()) out.used.push_back(authority.place);
}

void Scoring::line(const std::string& step, const Text& label, Quantity quantity, std::int64_t amount,
                   Text formula, const policy::Authority& authority) {
  use(authority);
  out.lines.push_back({step, quantity, amount, label, std::move(formula), policy::stated(authority)});
}

void Scoring::note(Text text) { out.notes.push_back(std::move(text)); }

const policy::Figure* Scoring::parameter(std::uint32_t index) const {
  const policy::Figure& figure = edition.parameters[index];
  return figure.authority == nullptr ? nullptr : &figure;
}

policy::Lookup Scoring::look_up(std::uint32_t table, policy::Figure& figure) {
  return policy::look_up(edition, table, facts, figure, unknown);
}

void Scoring::lack_rule(const std::string& what, std::optional<std::uint32_t> parameter_index,
                        std::optional<std::uint32_t> table) {
  Finding finding = reimbursement::no_rule(edition.statuses);
  finding.fact = what;
  finding.source = policy::stated(rule.authority);
  const policy::Edition wide = policy::compile(pack(), edition.day, {true, true, true});
  policy::Figure figure;
  policy::NoNames nobody;
  if (parameter_index) figure = wide.parameters[*parameter_index];
  if (table && policy::look_up(wide, *table, facts, figure, nobody) != policy::Lookup::found)
    figure.authority = nullptr;
  if (figure.authority != nullptr) {
    finding.source = policy::stated(*figure.authority);
    finding.allowed.emplace_back(to_key(figure.authority->source.status));
    finding.remedy = reimbursement::count_as_well(figure.authority->source.status);
  }
  out.findings.push_back(std::move(finding));
}

const policy::Authority& Scoring::cited(const policy::ScoreStep& step,
                                        const policy::Authority& figure) const {
  if (!step.authority) return figure;
  return policy::weaker(step.authority->source.status, figure.source.status) == step.authority->source.status
             ? *step.authority
             : figure;
}

Text label_of(const policy::Policy& pack, policy::Fact fact, const std::string& key) {
  for (const policy::DomainValue& value : pack.dictionary.of(fact).domain)
    if (value.key == key) return value.label;
  return {key, key};
}

Text same(std::string text) { return {text, text}; }

}  // namespace mingbai::institution_payment
