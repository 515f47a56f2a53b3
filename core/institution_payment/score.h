#pragma once
// score (分值结算): a policy and a hospital case -> its group, base score, coefficient, score and what the
// institution is paid for it; or the budget of a close alliance. Every line with its figure, formula and
// clause.
//
//   score = base score (after a cost deviation) × coefficient; payment = score × point value
//
// Scores, coefficients and point values are whole ten-thousandths; every product rounds half up, money to the
// fen. Rules are those of the day of discharge, else of `as_of`, of the statuses allowed. What no rule or
// known fact gives stays empty and is said: a finding `no_rule` or an entry under `missing`. Nothing is
// guessed, everything that can be given is. Pure: same arguments, same bytes, natively and in wasm.

#include <optional>
#include <string>
#include <vector>

#include "core/base/finding.h"
#include "core/institution_payment/hospital_case.h"
#include "core/reimbursement/settle.h"

namespace mingbai::policy {
class Library;
}

namespace mingbai::institution_payment {

using reimbursement::MissingFact;

enum class Quantity : std::uint8_t { coefficient, points, yuan, rw, none };

struct ScoreLine {
  std::string step;
  Quantity quantity = Quantity::none;
  std::int64_t amount = 0;  // ten-thousandths; of yuan: fen
  Text label;
  Text formula;
  policy::Source source;
};

// by_score 按分值 · by_item 按项目 · package 总额打包
enum class Way : std::uint8_t { by_score, by_item, package };

struct Score {
  bool determined = false;
  Way way = Way::by_score;
  std::string group;  // code, or what would be its code when the catalogue does not hold it
  Text group_label;
  bool group_in_hand = false;
  std::string provider_class;  // the one that counts
  std::optional<Decimal> base_score;
  std::optional<Decimal> coefficient;
  std::optional<Decimal> score;
  std::optional<Decimal> point_value;
  std::optional<Money> payment;
  std::optional<Money> budget;           // package: for the year,
  std::optional<Money> monthly_advance;  // and in advance each month
  std::vector<ScoreLine> lines;
  std::vector<std::string> used;  // the elements of the pack it rests on, by place
  policy::Status basis = policy::Status::in_force;
  Findings findings;
  std::vector<MissingFact> missing;
  std::vector<Text> notes;
  std::string policy_id;
  std::string policy_version;
  std::optional<Date> as_of;
};

Score score(const policy::Library&, const ScoreRequest&);

}  // namespace mingbai::institution_payment
