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
  if (field == "place") {
    const PlaceChoices places(c);
    std::string place = form.policy();
    if (!ui::select(t("calculator.place"), place, places.choices(), {.placeholder = t("calculator.place_placeholder")})) return false;
    form.insured = place + ".";
    if (form.care_region == c.names.pack(place)->region) form.care_region.clear();
    return true;
  }
  if (field == "insured") {
    const SchemeChoices schemes(c, read_date(form.discharged).value_or(c.today), form.policy());
    std::string gone;
    if (!form.scheme().empty() && !schemes.offers(form.insured)) {
      gone = t("calculator.insured_not_then", {{"day", tidy_date(form.discharged)}});
    }
    std::string chosen = form.scheme().empty() ? std::string() : form.insured;
    const bool edited = ui::select(t("calculator.insured"), chosen, schemes.choices(),
                                   {.error = gone.empty() ? fault("insured") : std::string_view(gone),
                                    .disabled_reason = form.policy().empty() ? t("calculator.place_first") : std::string_view(),
                                    .placeholder = t("calculator.insured_placeholder"),
                                    .key = "insured"});
    if (edited) form.insured = chosen;
    return edited;
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
    std::vector<std::string> kinds = care_kinds(c.library, form.policy());
    if (kinds.empty()) kinds = care_kinds(c.library, {});  // none is covered there: the answer says so
    std::vector<std::string> labels;
    for (const std::string& kind : kinds) labels.push_back(c.names.choice("claim.care", kind, t.language));
    std::vector<ui::Choice> care;
    for (std::size_t i = 0; i < kinds.size(); ++i) care.push_back({kinds[i], labels[i]});
    if (care.size() > 2) return ui::select(t("calculator.care"), form.care, care);
    return ui::segmented(t("calculator.care"), form.care, care);
  }
  if (field == "admitted") return date(t("calculator.admitted"), form.admitted, fault("admitted"));
  if (field == "discharged") {
    return date(form.stay() ? t("calculator.discharged") : t("calculator.visit_day"), form.discharged, fault("discharged"));
  }
  if (field == "total") return money(t("calculator.total"), form.total, fault("total"));
  if (field == "own_expense") return money(t("calculator.own_expense"), form.own_expense, fault("own_expense"));
  for (const Question& question : answer_->questions) {
    if (question.fact == field) return draw_question(form, question, c);
  }
  return false;
}

bool CalculatorScreen::draw_question(CalculatorForm& form, const Question& question, const Context&) {
  const std::string_view error = fault(question.fact);
  std::string typed = form.further.contains(question.fact) ? form.further.at(question.fact) : std::string();
  bool edited = false;
  std::vector<ui::Choice> choices;
  for (const Question::Option& option : question.options) choices.push_back({option.value, option.label});
  switch (question.kind) {
    case Question::Kind::choice: edited = ui::select(question.label, typed, choices, {.error = error, .key = question.fact}); break;
    case Question::Kind::yes_no: edited = ui::segmented(question.label, typed, choices, {.error = error, .key = question.fact}); break;
    case Question::Kind::money: edited = money(question.label, typed, error); break;
    case Question::Kind::date: edited = date(question.label, typed, error); break;
    case Question::Kind::number:
      edited = ui::text_field(question.label, typed, {.kind = ui::FieldKind::number, .error = error, .key = question.fact}).edited;
      break;
    case Question::Kind::text: edited = ui::text_field(question.label, typed, {.error = error, .key = question.fact}).edited; break;
  }
  if (!edited) return false;
  if (typed.empty()) form.further.erase(question.fact);
  else form.further[question.fact] = typed;
  return true;
}

bool CalculatorScreen::draw_questions_of(CalculatorForm& form, bool of_the_year, const Context& c) {
  bool edited = false;
  for (const Question& question : answer_->questions) {
    if (question.of_the_year == of_the_year) edited |= draw_question(form, question, c);
  }
  return edited;
}

bool CalculatorScreen::draw_first_fields(CalculatorForm& form, const Context& c) {
  ui::Stack fields({.gap = 16, .key = "first"});
  bool edited = draw_field(form, "situation", c);
  edited |= draw_field(form, "place", c);
  edited |= draw_field(form, "insured", c);
  if (is_away(form.situation)) edited |= draw_field(form, "care_region", c);
  if (answer_->asks_level) edited |= draw_field(form, "level", c);
  if (filing_exists(form.situation)) edited |= draw_field(form, "filed", c);
  return edited;
}

bool CalculatorScreen::draw_second_fields(CalculatorForm& form, const Context& c) {
  ui::Stack fields({.gap = 16, .key = "second"});
  bool edited = draw_field(form, "care", c);
  edited |= draw_questions_of(form, false, c);
  edited |= draw_field(form, "discharged", c);
  edited |= draw_field(form, "total", c);
  edited |= draw_field(form, "own_expense", c);
  return edited;
}

bool CalculatorScreen::draw_further_fields(CalculatorForm& form, const Context& c) {
  const strings::Strings& t = c.t;
  ui::Stack fields({.gap = 16, .key = "further"});
  bool edited = draw_statuses(form, c);
  if (ui::button(view_.more ? t("calculator.less") : t("calculator.more"),
                 {.kind = ui::ButtonKind::secondary, .small = true, .wide = true, .expanded = view_.more, .key = "more"})) {
    view_.more = !view_.more;
  }
  if (view_.more) {
    if (form.stay()) edited |= draw_field(form, "admitted", c);
    edited |= money(t("calculator.over_limit"), form.over_limit, fault("over_limit"), t("calculator.over_limit_hint"));
    edited |= money(t("calculator.upfront"), form.upfront, fault("upfront"), t("calculator.upfront_hint"));
    edited |= money(t("calculator.year_self_pay"), form.year_self_pay, fault("year_self_pay"));
    edited |= money(t("calculator.year_fund_paid"), form.year_fund_paid, fault("year_fund_paid"));
    edited |= draw_questions_of(form, true, c);
  }
  if (!fault("form").empty()) ui::note(ui::NoteTone::fault, fault("form"));
  ui::hint(t("calculator.privacy"));
  return edited;
}

// Law in force is always used; the weaker statuses are asked for.
bool CalculatorScreen::draw_statuses(CalculatorForm& form, const Context& c) {
  const strings::Strings& t = c.t;
  const ui::Region region(ui::Role::group, t("calculator.statuses"), "statuses");
  ui::Stack stack({.gap = 4, .key = "statuses"});
  ui::text(t("calculator.statuses"), ui::Type::label, ui::Token::ink2, {.silent = true});
  {
    ui::Row row({.gap = 8});
    ui::status_chip(ui::Tone::in_force, t("status.in_force"));
    ui::text(t("calculator.in_force_always"), ui::Type::small, ui::Token::ink3);
  }
  bool edited = ui::checkbox(t("calculator.assume"), form.assume);
  edited |= ui::checkbox(t("calculator.draft"), form.draft);
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
