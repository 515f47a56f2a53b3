#include "core/institution_payment/scoring.h"

namespace mingbai::institution_payment {

using policy::Fact;
using policy::Lookup;

void pay_by_item(Scoring& scoring, const policy::ScoreStep& step) {
  const HospitalCase& one = *scoring.request.hospital_case;
  const policy::Authority* authority = step.authority ? &*step.authority : &scoring.rule.authority;
  Text reason{"省级领先的创新技术", "a new technique leading in the province"};
  if (!one.new_technique) {
    if (!one.rw) return;
    const policy::Figure* figure = scoring.parameter(*step.parameter);
    if (!one.rw_bound && figure == nullptr)
      return scoring.lack_rule("case.rw_bound", step.parameter, std::nullopt);
    const Decimal bound = one.rw_bound ? *one.rw_bound : Decimal{figure->value};
    if (*one.rw <= bound) return;
    if (!one.rw_bound) authority = &scoring.cited(step, *figure->authority);
    reason = same("RW " + to_display(*one.rw) + " > " + to_display(bound));
  }
  scoring.out.way = Way::by_item;
  scoring.note(
      {"不设病种分值，由基本医疗保险基金当年结余按项目结算，当年结余不足时从历年结余支付。",
       "No score: paid by item from the year's surplus of the fund, then from that of earlier years."});
  if (!one.cost) return scoring.unknown.push(Fact::case_cost);
  scoring.out.payment = one.cost;
  scoring.line(
      step.key, step.label, Quantity::yuan, one.cost->fen,
      {reason.zh + "：按项目 " + to_display(*one.cost), reason.en + ": by item " + to_display(*one.cost)},
      *authority);
}

void multiply(Scoring& scoring) {
  Score& out = scoring.out;
  if (!out.coefficient || !scoring.counted_score) return;
  out.score = product(*scoring.counted_score, *out.coefficient);
  scoring.line(
      "score", {"病例分值", "Score of the case"}, Quantity::points, out.score->ten_thousandths,
      same(to_display(*scoring.counted_score) + " × " + to_display(*out.coefficient) + " = " +
           to_display(*out.score)),
      scoring.coefficient_authority != nullptr ? *scoring.coefficient_authority : scoring.rule.authority);
}

void pay_score(Scoring& scoring, const policy::ScoreStep& step) {
  Score& out = scoring.out;
  if (!out.score) return;
  const policy::Authority* authority = &scoring.rule.authority;
  if (const auto stated = scoring.request.hospital_case->point_value) {
    out.point_value = stated;
  } else {
    policy::Figure figure;
    const Lookup answer = scoring.look_up(*step.table, figure);
    if (answer == Lookup::unknown) return;
    if (answer == Lookup::none)
      return scoring.note(
          {"没有可用的点值，只算到分值。", "No point value: the answer goes as far as the score."});
    out.point_value = Decimal{figure.value};
    authority = &scoring.cited(step, *figure.authority);
  }
  // Ten-thousandths of a point times ten-thousandths of a yuan, in fen.
  out.payment = Money{scaled(out.score->ten_thousandths, out.point_value->ten_thousandths, 10000 * 100)};
  scoring.line(
      step.key, step.label, Quantity::yuan, out.payment->fen,
      same(to_display(*out.score) + " × " + to_display(*out.point_value) + " = " + to_display(*out.payment)),
      *authority);
}

}  // namespace mingbai::institution_payment
