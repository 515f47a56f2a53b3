// The strip (账条): one bar from total to what one pays, and its relatives with the same hand.
//
// Weights are whole numbers (fen, days, people); only their proportions are drawn. Pieces are parted by 2 px
// and are never narrower than 4 px. The words of a strip are also its name for screen readers.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "web/ui/colour.h"
#include "web/ui/icons.h"

namespace mingbai::ui {

enum class Fill : std::uint8_t {
  own,
  own_hatched,
  fund,
  rest,
  fault_hatched,
  good,
  assumed_hatched,
  neutral,
  outline
};

struct Piece {
  std::int64_t weight = 0;
  Fill fill = Fill::own;
  int number = 0;  // of the step; 0: no disc
  std::string_view name = {};
  std::string_view amount = {};
};

struct Bracket {
  std::size_t first = 0, last = 0;  // pieces it spans
  std::string_view words, per_cent;
  Token token = Token::ochre;
};

struct StripOptions {
  std::string_view name = {};  // "总费用 50,000.00，您付 40.5%"
  std::span<const Bracket> brackets = {};
  bool cells = true;  // number, name and amount below: only pieces with a name and number
  float height = 56;
  std::string_view key = {};
};
// Returns the index of the piece whose cell was activated, or -1.
int strip(std::span<const Piece> pieces, const StripOptions& options = {});

// A bar of the same kind without words around it. `corner` -1: 6, at most half the height.
void bar(std::span<const Piece> pieces, float height = 12, std::string_view name = {}, float corner = -1);

// One row of the comparison. Rows share `scale` (the largest total of the group).
struct Comparison {
  std::string_view name, detail, amount;
  std::span<const Piece> pieces;
  std::string_view bracket = {};  // under the missing length: 多付 7,650.00
  std::int64_t scale = 0;
};
void comparison(const Comparison& row);

// 8 项条件: one piece a condition.
void tally(std::string_view words, int met, int not_met, int unknown, std::string_view met_words,
           std::string_view not_met_words, std::string_view unknown_words = {});

// From a day to a day with a mark for today. `past` 0 to 1.
struct Validity {
  std::span<const Piece> pieces = {};  // empty: past part pine, rest pale
  double past = 0;
  std::string_view from, until;
  std::string_view today = {};  // word under the mark, may be empty
  std::string_view name = {};
};
void validity_bar(const Validity& validity);

// A thin bar for a share of something: waiting time in a queue.
void meter(double fraction, Token token = Token::ink2, float height = 6, std::string_view name = {});

}  // namespace mingbai::ui
