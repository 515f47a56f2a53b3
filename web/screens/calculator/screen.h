#pragma once
// 算一算: the bill at the left, the answer beside it, changing as one types. Needs no login and no network.
//
// The form lives in the page's address: every edit replaces the route, so a reload, a link and Back bring it back.
// The answer is made once per change of form, language or day; drawing only reads it.

#include <optional>
#include <string>

#include "web/screens/context.h"
#include "web/screens/model/calculator_answer.h"
#include "web/screens/model/calculator_form.h"
#include "web/screens/model/route.h"

namespace mingbai::screens {

class CalculatorScreen {
 public:
  void open(const Route&, Date today);
  void draw(const Context&);
  const CalculatorForm& form() const { return form_; }
  // The bill as a `settle` request; empty while a question is open.
  const std::string& message(const Context&);
  std::string hash(Date today) const { return to_hash(calculator_route(form_, today)); }

 private:
  struct View {  // what is open and shut; no part of the calculation
    bool more = false;
    bool only_assumed = false;
    bool list_assumed = false;
    std::string compare = "filing";
    std::string editing;  // phone: the field whose sheet is open
    float answer_bottom = 0;
  };

  void refresh(const Context&);
  void take(CalculatorForm edited, const Context&);

  bool draw_fields(CalculatorForm&, const Context&);
  bool draw_first_fields(CalculatorForm&, const Context&);
  bool draw_second_fields(CalculatorForm&, const Context&);
  bool draw_further_fields(CalculatorForm&, const Context&);
  bool draw_field(CalculatorForm&, std::string_view field, const Context&);
  bool draw_question(CalculatorForm&, const Question&, const Context&);
  bool draw_questions_of(CalculatorForm&, bool of_the_year, const Context&);
  bool draw_statuses(CalculatorForm&, const Context&);
  bool draw_sentence(CalculatorForm&, const Context&);

  bool draw_result(CalculatorForm&, const Context&);
  void draw_answer(const Context&);
  void draw_assumptions(const Context&);
  bool draw_undetermined(CalculatorForm&, const Context&);
  bool draw_questions(CalculatorForm&, const Context&);
  void draw_comparison(const Context&);
  void draw_remark();
  void draw_reasons(bool fault);
  void draw_steps(const Context&);
  void draw_reminder(const Context&) const;
  void print(const Context&) const;

  std::string_view fault(std::string_view field) const;

  CalculatorForm form_;
  View view_;
  policy::Editions editions_;  // of the one library there is
  std::optional<Answer> answer_;
  Language answered_in_ = Language::zh;
  Date answered_on_;
};

}  // namespace mingbai::screens
