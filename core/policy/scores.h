#pragma once
// How institutions are paid (scores.json): ordered steps for a hospital case, or for the yearly budget of a
// close alliance, each naming its table or parameter. Read beside the DIP lists of core/policy/dip.h.

#include <optional>
#include <string>
#include <vector>

#include "core/policy/dip.h"
#include "core/policy/elements.h"

namespace mingbai::policy {

enum class ScoreStepKind : std::uint8_t {
  by_item,        // above a bound of RW, or a new technique: paid by item, no score
  highest_class,  // a stay moved inside an alliance counts at the highest class of the alliance
  base_score,     // the group's, else RW × a parameter
  deviation,      // cost far below or above the mean
  coefficient,    // by a table, with an increment by another
  cascade,        // the group's own, else the lowest of the next class up that has one
  point_value,    // score × a table of point values
  sum,            // of the facts named
  growth,         // of the sum, by the ratio in a fact
  clearing        // at the year's end: what is left stays, reasonable overspend is compensated by a parameter
};

struct ScoreStep {
  ScoreStepKind kind = ScoreStepKind::base_score;
  std::string key;
  Text label;
  Predicate when;
  std::optional<std::uint32_t> table;      // coefficient, point_value
  std::optional<std::uint32_t> increment;  // coefficient: a table
  std::optional<std::uint32_t> parameter;  // by_item, base_score, clearing
  std::optional<std::uint32_t> low;        // deviation
  std::optional<std::uint32_t> high;       // deviation
  std::vector<Fact> facts;                 // sum
  std::optional<Authority> authority;      // else that of the figure it uses
};

enum class ScoreSubject : std::uint8_t { hospital_case, budget };

struct ScoreRule {
  std::string id;
  Text label;
  ScoreSubject subject = ScoreSubject::hospital_case;
  std::vector<std::vector<std::string>> ladder;  // classes of institution, lowest first, equals together
  std::vector<ScoreStep> steps;
  Authority authority;
};

// What of the pack concerns payment by score; apart, so that those who settle need not know it.
struct InstitutionPayment {
  std::vector<ScoreRule> rules;
  std::vector<DipList> lists;

  const DipList* list(std::string_view id) const;
};

}  // namespace mingbai::policy
