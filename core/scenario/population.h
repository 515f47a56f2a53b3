#pragma once
// A population (模拟人群): who is insured and what happens to them in a year, as draws with weights. The form
// people edit is docs/formats/population.md; core/contract reads it into these values.
//
// Person n of seed s is the same whatever the stretch it is drawn in: every person has a stream of chance of
// its own, and all arithmetic is in whole numbers.

#include <optional>
#include <vector>

#include "core/base/text.h"
#include "core/scenario/columns.h"
#include "core/scenario/random.h"

namespace mingbai::scenario {

// The draw counts only where a fact drawn before is one of these words.
struct Only {
  policy::Fact fact;
  std::vector<std::string> words;
};

struct Draw {
  enum class Kind : std::uint8_t {
    choose,      // a word or number by weight
    uniform,     // from … to, both included
    quantiles,   // numbers that cut the people into equal parts; even between two
    share_of,    // a ratio from … to (basis points) of a sum drawn before
    days_before  // from … to days before a day drawn before
  };
  policy::Fact fact;
  Kind kind = Kind::choose;
  std::vector<Only> only;
  std::vector<std::string> words;            // choose, coded
  std::vector<std::int64_t> numbers;         // choose of numbers; uniform: from, to; quantiles
  std::vector<std::uint32_t> weights_up_to;  // choose: running sums
  std::optional<policy::Fact> of;            // share_of, days_before
};

struct VisitCount {
  std::vector<Only> only;
  std::vector<std::uint32_t> counts;
  std::vector<std::uint32_t> weights_up_to;
};

struct Population {
  std::string id;
  Text title;
  std::vector<Draw> person;
  std::vector<VisitCount> visits;  // the first that fits the person
  std::vector<Draw> visit;
};

inline constexpr std::uint32_t visits_most = 64;

// Draws people into columns. A fact without a draw that fits is unknown.
class Drawing {
 public:
  Drawing(const Population&, std::uint64_t seed);

  // The columns of this population; their books hold every word a draw can give.
  const std::vector<Column>& columns() const { return layout_.columns; }
  // Appends person `number`: rows in order of the day of discharge.
  void draw(Claims&, std::uint64_t number) const;

 private:
  struct OnlyCodes {
    std::size_t column;
    std::vector<Code> codes;
  };
  struct Prepared {  // a draw with columns and codes in place of facts and words
    const Draw* draw = nullptr;
    std::size_t column = 0;
    std::size_t of = 0;
    std::vector<OnlyCodes> only;
    std::vector<std::int64_t> values;  // codes, or numbers
    bool cost_part = false;            // own expense, over limit, upfront: together never above the total
  };
  using Slots = std::vector<std::int64_t>;  // one person's or visit's value a column

  Prepared prepare(const Draw&);
  std::vector<OnlyCodes> prepare(const std::vector<Only>&);
  std::size_t column_of(policy::Fact);
  static bool fits(const std::vector<OnlyCodes>&, const Slots&);
  std::int64_t value(const Prepared&, const Slots&, Random&) const;
  void run(const std::vector<Prepared>&, Slots&, Random&) const;
  std::uint32_t visits_of(const Slots&, Random&) const;

  const Population* population_;
  std::uint64_t seed_;
  Claims layout_;
  std::vector<Prepared> person_;
  std::vector<Prepared> visit_;
  std::vector<std::vector<OnlyCodes>> counts_only_;
  std::size_t day_ = 0;  // columns of the day of discharge and of the total, or past the last
  std::size_t total_ = 0;
};

}  // namespace mingbai::scenario
