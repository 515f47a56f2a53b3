// One step of the calculation: a bar that replaces the divider, number, title, amount, formula, what is left.
// What is drawn while it lives (source chips) stands below the formula.
//
//   Step step({.number = 3, .title = "没备案，先付 20%", .amount = "−9,000.00", .left = "剩 36,000.00",
//              .formula = "**45,000.00 × 20%** = 9,000.00", .before = 500000, .share = 900000,
//              .total = 5000000, .fill = Fill::own_hatched});
//   source_chip(…);
#pragma once

#include <cstdint>
#include <string_view>

#include "web/ui/strip.h"

namespace mingbai::ui {

struct StepOptions {
  int number = 0;
  std::string_view title, amount, left, formula;  // formula may hold **bold**
  std::int64_t before = 0, share = 0, total = 0;  // fen; total 0: a hairline instead of the bar
  Fill fill = Fill::own;
  Token token = Token::ochre;  // of disc and amount
  bool* open = nullptr;        // phones: collapsible when given
  std::string_view key = {};
};

class Step {
 public:
  explicit Step(const StepOptions& options);
  ~Step();
  bool open() const { return open_; }
  Step(const Step&) = delete;
  Step& operator=(const Step&) = delete;

 private:
  bool open_ = true;
};

}  // namespace mingbai::ui
