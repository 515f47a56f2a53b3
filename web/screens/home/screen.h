#pragma once
// 首页: what the program is for, told by a bill that is settled here and now, and every door with a line on what is behind it.
//
// The bill is the calculator's worked example (example_form), settled once per language and day; where the rules in hand
// do not determine it, it is left out.

#include <optional>
#include <string_view>

#include "web/screens/context.h"
#include "web/screens/model/calculator_answer.h"

namespace mingbai::screens {

class HomeScreen {
 public:
  // `calculator`: the calculator's own address, which leads back to the bill being entered.
  void draw(const Context&, std::string_view calculator);

 private:
  void refresh(const Context&);
  void draw_hero(const Context&, std::string_view calculator) const;
  void draw_welcome(const Context&, std::string_view calculator) const;
  void draw_example(const Context&) const;

  policy::Editions editions_;
  std::optional<Answer> answer_;
  Language answered_in_ = Language::zh;
  Date answered_on_;
};

}  // namespace mingbai::screens
