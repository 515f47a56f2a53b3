#include "core/institution_payment/scoring.h"

namespace mingbai::institution_payment {

using policy::Fact;

void find_base_score(Scoring& scoring, const policy::ScoreStep& step) {
  const HospitalCase& one = *scoring.request.hospital_case;
  const auto found = [&](Decimal score, Text formula, const policy::Authority& authority) {
    scoring.out.base_score = scoring.counted_score = score;
    scoring.line(step.key, step.label, Quantity::points, score.ten_thousandths, std::move(formula),
                 authority);
  };
  const policy::DipGroup* group = scoring.group.group;
  if (group != nullptr && group->score)
    return found(*group->score, same(group->code + " = " + to_display(*group->score)), group->authority);
  if (one.base_score)
    return found(*one.base_score,
                 {"按写明的病种分值 " + to_display(*one.base_score),
                  "the score stated, " + to_display(*one.base_score)},
                 scoring.rule.authority);
  const policy::Figure* per_rw = scoring.parameter(*step.parameter);
  if (per_rw == nullptr) return scoring.lack_rule("base_score", step.parameter, std::nullopt);
  if (!one.rw) return scoring.unknown.push(Fact::case_rw);
  const Decimal score = product(*one.rw, Decimal{per_rw->value});
  found(score,
        same("RW " + to_display(*one.rw) + " × " + to_display(Decimal{per_rw->value}) + " = " +
             to_display(score)),
        scoring.cited(step, *per_rw->authority));
}

// cost / mean below `low`: cost / mean × score; above `high`: (cost / mean − high + 1) × score; else as it
// is.
void weigh_deviation(Scoring& scoring, const policy::ScoreStep& step) {
  const HospitalCase& one = *scoring.request.hospital_case;
  const policy::DipGroup* group = scoring.group.group;
  const auto mean = one.mean_cost ? one.mean_cost : group != nullptr ? group->mean_cost : std::nullopt;
  const policy::Figure *low = scoring.parameter(*step.low), *high = scoring.parameter(*step.high);
  if (!scoring.counted_score) return;
  if (!mean || mean->fen == 0 || low == nullptr || high == nullptr)
    return scoring.note(
        {"没有次均费用或没有可用的偏差规则，未判断费用偏差。",
         "Whether the cost deviates was not judged: no mean cost, or no rule of the statuses asked."});
  if (!one.cost) return scoring.unknown.push(Fact::case_cost);

  const std::int64_t whole_unit = mingbai::one.ten_thousandths, cost = one.cost->fen,
                     base = scoring.counted_score->ten_thousandths;
  const std::string share = to_display(*one.cost) + " ÷ " + to_display(*mean);
  if (compare_products(cost, whole_unit, low->value, mean->fen) < 0) {
    const Decimal score{scaled(base, cost, mean->fen)};
    scoring.line(
        step.key, step.label, Quantity::points, score.ten_thousandths,
        {"费用偏低：" + share + " × " + to_display(*scoring.counted_score) + " = " + to_display(score),
         "low cost: " + share + " × " + to_display(*scoring.counted_score) + " = " + to_display(score)},
        scoring.cited(step, *low->authority));
    scoring.counted_score = score;
  } else if (compare_products(cost, whole_unit, high->value, mean->fen) > 0) {
    const std::int64_t above = cost * whole_unit - (high->value - whole_unit) * mean->fen;
    const Decimal score{scaled(base, above, mean->fen * whole_unit)};
    const std::string formula = "(" + share + " − " + to_display(Decimal{high->value}) + " + 1) × " +
                                to_display(*scoring.counted_score) + " = " + to_display(score);
    scoring.line(step.key, step.label, Quantity::points, score.ten_thousandths,
                 {"费用偏高：" + formula, "high cost: " + formula}, scoring.cited(step, *high->authority));
    scoring.counted_score = score;
  } else {
    const std::string within =
        share + ": " + to_display(Decimal{low->value}) + "–" + to_display(Decimal{high->value});
    scoring.line(step.key, step.label, Quantity::points, base,
                 {"费用没有偏差：" + within, "no deviation: " + within},
                 scoring.cited(step, *low->authority));
  }
}

}  // namespace mingbai::institution_payment
