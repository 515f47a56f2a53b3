#include "core/institution_payment/ladder.h"
#include "core/institution_payment/scoring.h"

namespace mingbai::institution_payment {
namespace {

using policy::Fact;
using policy::Lookup;

void settle_coefficient(Scoring& scoring, Decimal value, const policy::Authority& authority) {
  scoring.out.coefficient = value;
  scoring.coefficient_settled = true;
  scoring.coefficient_authority = &authority;
}

void add_increment(Scoring& scoring, const policy::ScoreStep& step) {
  policy::Figure more;
  const Lookup answer = scoring.look_up(*step.increment, more);
  if (answer == Lookup::none) return scoring.lack_rule("coefficient", std::nullopt, step.increment);
  if (answer == Lookup::unknown) {
    scoring.out.coefficient.reset();
    return;
  }
  scoring.use(*more.authority);
  if (more.value == 0) return;
  const Decimal before = *scoring.out.coefficient, sum = before + Decimal{more.value};
  const auto& table = scoring.pack().tables[*step.increment];
  scoring.line("increment", table.label, Quantity::coefficient, sum.ten_thousandths,
               same(to_display(before) + " + " + to_display(Decimal{more.value}) + " = " + to_display(sum)),
               *more.authority);
  settle_coefficient(scoring, sum, *more.authority);
}

}  // namespace

void find_coefficient(Scoring& scoring, const policy::ScoreStep& step) {
  if (scoring.coefficient_settled) return;
  policy::Figure figure;
  const Lookup answer = scoring.look_up(*step.table, figure);
  scoring.coefficient_settled = true;
  if (answer == Lookup::none) return scoring.lack_rule("coefficient", std::nullopt, step.table);
  if (answer == Lookup::unknown) return;
  const Decimal value{figure.value};
  const auto& authority = scoring.cited(step, *figure.authority);
  Text formula = same(to_display(value));
  if (!scoring.out.provider_class.empty()) {
    const Text name = label_of(scoring.pack(), Fact::case_provider_class, scoring.out.provider_class);
    formula = {name.zh + " " + formula.zh, name.en + " " + formula.en};
  }
  scoring.line(step.key, step.label, Quantity::coefficient, value.ten_thousandths, std::move(formula),
               authority);
  settle_coefficient(scoring, value, authority);
  if (step.increment) add_increment(scoring, step);
}

void climb_classes(Scoring& scoring, const policy::ScoreStep& step) {
  if (scoring.coefficient_settled) return;
  if (scoring.group.needs_procedures && scoring.group.group == nullptr) {
    scoring.unknown.push(Fact::case_procedures);
    scoring.coefficient_settled = true;
    return;
  }
  const policy::DipGroup* group = scoring.group.group;
  if (group == nullptr) {
    scoring.note(
        {"病种目录不在手上，按机构类别的一般系数算；该病种若有自己的系数，以目录为准。",
         "The catalogue does not hold this disease here: the general coefficient of the class is used. Where "
         "the disease has its own, the catalogue prevails."});
    return;
  }
  if (group->coefficients.empty()) return;
  if (scoring.out.provider_class.empty()) {
    scoring.unknown.push(Fact::case_provider_class);
    scoring.coefficient_settled = true;
    return;
  }
  const auto* found = upward(scoring.rule.ladder, group->coefficients, scoring.out.provider_class);
  if (found == nullptr) return;
  const Text own = label_of(scoring.pack(), Fact::case_provider_class, scoring.out.provider_class);
  const Text taken = label_of(scoring.pack(), Fact::case_provider_class, found->provider_class);
  const std::string value = to_display(found->value);
  Text formula{own.zh + " " + value, own.en + " " + value};
  if (found->provider_class != scoring.out.provider_class)
    formula = {own.zh + "没有该病种的系数，逐上采用" + taken.zh + " " + value,
               own.en + " has none for this disease; upward, " + taken.en + " " + value};
  const auto& authority = scoring.cited(step, group->authority);
  scoring.line(step.key, step.label, Quantity::coefficient, found->value.ten_thousandths, std::move(formula),
               authority);
  settle_coefficient(scoring, found->value, authority);
}

}  // namespace mingbai::institution_payment
