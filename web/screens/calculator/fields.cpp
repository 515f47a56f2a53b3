// The bill's fields, for desktops and tablets side by side, on phones one at a time.
#include "web/screens/calculator/screen.h"
#include "web/screens/model/entry.h"
#include "web/screens/pieces.h"
#include "web/ui/ui.h"

namespace mingbai::screens {
namespace {

bool money(std::string_view label, std::string& value, std::string_view error, std::string_view hint = {}) {
  return static_cast<bool>(ui::text_field(label, value, {.kind = ui::FieldKind::money, .hint = hint, .error = error}));
}

bool date(std::string_view label, std::string& value, std::string_view error) {
  const ui::FieldEvent event = ui::text_field(label, value, {.kind = ui::FieldKind::date, .error = error});
  if (event.left) {
    const std::string tidy = tidy_date(value);
    if (tidy != value) {
      value = tidy;
      return true;
    }
  }
  return event.edited;
}

}  // namespace

bool CalculatorScreen::draw_field(CalculatorForm& form, std::string_view field, const Context& c) {
  const strings::Strings& t = c.t;
  if (field == "situation") {
    return ui::select(t("calculator.situation"), form.situation, situation_choices(c, true),
                      {.placeholder = t("calculator.situation_placeholder")});
  }
  if (field == "insured") {
    const SchemeChoices schemes(c, read_date(form.discharged).value_or(c.today));
    std::string gone;
    if (!form.insured.empty() && !schemes.offers(form.insured)) {
      gone = t("calculator.insured_not_then", {{"day", tidy_date(form.discharged)}});
    }
    return ui::select(schemes.label, form.insured, schemes.choices(),
                      {.error = gone.empty() ? fault("insured") : std::string_view(gone),
                       .placeholder = t("calculator.insured_placeholder"),
                       .key = "insured"});
  }
  if (field == "care_region") {
    return ui::select(t("calculator.care_region"), form.care_region, region_choices(c, form.policy()),
                      {.error = fault("care_region"), .placeholder = t("calculator.region_placeholder")});
  }
  if (field == "level") {
    const ui::Choice levels[] = {{"1", t("level.1")}, {"2", t("level.2")}, {"3", t("level.3")}};
    return ui::segmented(t("calculator.level"), form.level, levels, {.error = fault("level")});
  }
  if (field == "filed") {
    const ui::Choice filed[] = {{"no", t("calculator.not_filed")}, {"yes", t("calculator.filed")}};
    return ui::segmented(t("calculator.filing"), form.filed, filed);
  }
  if (field == "care") {
    const ui::Choice care[] = {{"inpatient", t("calculator.inpatient")},
                               {"special_disease", t("calculator.special_disease")}};
    return ui::segmented(t("calculator.care"), form.care, care);
  }
  if (field == "admitted") return date(t("calculator.admitted"), form.admitted, fault("admitted"));
  if (field == "discharged") {
    return date(form.care == "inpatient" ? t("calculator.discharged") : t("calculator.visit_day"), form.discharged,
                fault("discharged"));
  }
  if (field == "total") return money(t("calculator.total"), form.total, fault("total"));
  if (field == "own_expense") return money(t("calculator.own_expense"), form.own_expense, fault("own_expense"));
  return false;
}

bool CalculatorScreen::draw_first_fields(CalculatorForm& form, const Context& c) {
  ui::Stack fields({.gap = 16, .key = "first"});
  bool edited = draw_field(form, "situation", c);
  edited |= draw_field(form, "insured", c);
  if (is_away(form.situation)) edited |= draw_field(form, "care_region", c);
  edited |= draw_field(form, "level", c);
  if (filing_exists(form.situation)) edited |= draw_field(form, "filed", c);
  return edited;
}

bool CalculatorScreen::draw_second_fields(CalculatorForm& form, const Context& c) {
  ui::Stack fields({.gap = 16, .key = "second"});
  bool edited = draw_field(form, "care", c);
  edited |= draw_field(form, "discharged", c);
  edited |= draw_field(form, "total", c);
  edited |= draw_field(form, "own_expense", c);
  return edited;
}

bool CalculatorScreen::draw_further_fields(CalculatorForm& form, const Context& c) {
  const strings::Strings& t = c.t;
  ui::Stack fields({.gap = 16, .key = "further"});
  bool edited = ui::toggle(t("calculator.assume"), form.assume);
  if (ui::button(view_.more ? t("calculator.less") : t("calculator.more"),
                 {.kind = ui::ButtonKind::secondary, .small = true, .wide = true, .expanded = view_.more, .key = "more"})) {
    view_.more = !view_.more;
  }
  if (view_.more) {
    if (form.care == "inpatient") edited |= draw_field(form, "admitted", c);
    edited |= money(t("calculator.over_limit"), form.over_limit, fault("over_limit"), t("calculator.over_limit_hint"));
    edited |= money(t("calculator.upfront"), form.upfront, fault("upfront"), t("calculator.upfront_hint"));
    edited |= money(t("calculator.year_self_pay"), form.year_self_pay, fault("year_self_pay"));
    edited |= money(t("calculator.year_fund_paid"), form.year_fund_paid, fault("year_fund_paid"));
  }
  if (!fault("form").empty()) ui::note(ui::NoteTone::fault, fault("form"));
  ui::hint(t("calculator.privacy"));
  return edited;
}

bool CalculatorScreen::draw_fields(CalculatorForm& form, const Context& c) {
  bool edited = false;
  if (ui::desktop()) {
    ui::Stack all({.gap = 16, .key = "fields"});
    edited |= draw_first_fields(form, c);
    edited |= draw_second_fields(form, c);
    edited |= draw_further_fields(form, c);
    return edited;
  }
  {
    ui::Columns columns({.tracks = {ui::fill(), ui::fill()}, .gap = 24, .key = "fields"});
    columns.next();
    edited |= draw_first_fields(form, c);
    columns.next();
    edited |= draw_second_fields(form, c);
  }
  ui::gap(16);
  edited |= draw_further_fields(form, c);
  return edited;
}

}  // namespace mingbai::screens
