#include "web/screens/calculator/screen.h"

#include "web/platform/bridge.h"
#include "web/ui/ui.h"

namespace mingbai::screens {

void CalculatorScreen::open(const Route& route, Date today) {
  CalculatorForm form = calculator_form(route, today);
  if (form == form_) return;
  form_ = std::move(form);
  view_.more = !form_.admitted.empty() || !form_.over_limit.empty() || !form_.upfront.empty() || !form_.year_self_pay.empty() ||
               !form_.year_fund_paid.empty();
  answer_.reset();
}

void CalculatorScreen::refresh(const Context& c) {
  if (answer_ && answered_in_ == c.t.language && answered_on_ == c.today) return;
  answer_ = calculator_answer(c.library, editions_, c.names, form_, c.t);
  answered_in_ = c.t.language;
  answered_on_ = c.today;
}

const std::string& CalculatorScreen::message(const Context& c) {
  refresh(c);
  return answer_->message;
}

void CalculatorScreen::take(CalculatorForm edited, const Context& c) {
  if (edited == form_) return;
  form_ = std::move(edited);
  answer_.reset();
  platform::replace_route(hash(c.today));
  platform::wake();
}

std::string_view CalculatorScreen::fault(std::string_view field) const {
  const auto found = answer_->faults.find(std::string(field));
  return found == answer_->faults.end() ? std::string_view() : std::string_view(found->second);
}

void CalculatorScreen::draw(const Context& c) {
  refresh(c);
  CalculatorForm edited = form_;
  {
    ui::Page page({.name = c.t("door.calculator")});
    if (ui::desktop()) {
      ui::Columns columns({.tracks = {ui::fixed(352), ui::fill()}, .gap = 32, .key = "calculator"});
      columns.next({.sticky = true});
      {
        ui::Sheet sheet({.padding = 24, .name = c.t("calculator.form"), .key = "form"});
        ui::heading(2, c.t("calculator.form"));
        ui::gap(16);
        draw_fields(edited, c);
      }
      columns.next();
      draw_result(edited, c);
    } else {
      {
        ui::Sheet sheet({.name = c.t("calculator.form"), .key = "form"});
        if (ui::phone()) {
          draw_sentence(edited, c);
        } else {
          ui::heading(2, c.t("calculator.form"));
          ui::gap(16);
          draw_fields(edited, c);
        }
      }
      draw_result(edited, c);
    }
  }
  draw_reminder(c);
  take(std::move(edited), c);
}

}  // namespace mingbai::screens
