// The phone's form: one sentence with blanks; a tapped blank opens its field from the bottom.
#include "web/screens/calculator/screen.h"
#include "web/screens/model/entry.h"
#include "web/ui/ui.h"

namespace mingbai::screens {
namespace {

std::string shown_money(const std::string& typed, std::string_view otherwise) {
  if (typed.empty()) return std::string(otherwise);
  const auto money = read_money(typed);
  return money ? to_display(*money) : typed;
}

std::string_view named(std::string_view field, const CalculatorForm& form, const strings::Strings& t) {
  if (field == "filed") return t("calculator.filing");
  if (field == "care") return t("calculator.care");
  if (field == "own_expense") return t("calculator.own_expense");
  if (field == "more") return t("sentence.more");
  return question_label(field, form, t);
}

std::string shown_choice(const Question& question, const CalculatorForm& form) {
  const auto typed = form.further.find(question.fact);
  if (typed == form.further.end()) return {};
  for (const Question::Option& option : question.options) {
    if (option.value == typed->second) return option.label;
  }
  return question.kind == Question::Kind::money ? shown_money(typed->second, {}) : typed->second;
}

std::string title_of(std::string_view field, const CalculatorForm& form, const std::vector<Question>& asked, const strings::Strings& t) {
  for (const Question& question : asked) {
    if (question.fact == field) return question.label;
  }
  return std::string(named(field, form, t));
}

}  // namespace

bool CalculatorScreen::draw_sentence(CalculatorForm& form, const Context& c) {
  const strings::Strings& t = c.t;
  const std::string unset(t("sentence.unset"));
  const PackName* pack = c.names.pack(form.policy());
  std::string opened;
  {
    ui::Sentence sentence(t("calculator.form"));
    auto blank = [&](std::string_view field, std::string value) {
      if (sentence.blank(title_of(field, form, answer_->questions, t), value.empty() ? unset : value, field)) opened = field;
    };
    sentence.words(t("sentence.why"));
    blank("situation", form.situation.empty() ? "" : std::string(situation_label(form.situation, t)));
    sentence.words(t("sentence.insured"));
    blank("place", form.policy().empty() || !pack ? "" : c.names.region(pack->region, t.language));
    sentence.words(t("sentence.of"));
    blank("insured", form.scheme().empty() ? "" : c.names.scheme(form.policy(), form.scheme(), t.language));
    if (is_away(form.situation)) {
      sentence.words(t("sentence.region"));
      blank("care_region", form.care_region.empty() ? "" : c.names.region(form.care_region, t.language));
      if (answer_->asks_level) sentence.words(t("sentence.level"));
    } else {
      const std::string city = pack ? c.names.region(pack->region, t.language) : std::string(t("sentence.here"));
      sentence.words(answer_->asks_level ? t("sentence.local", {{"city", city}}) : t("sentence.local_anywhere", {{"city", city}}));
    }
    const auto level = strings::find("level." + form.level);
    if (answer_->asks_level) blank("level", level ? std::string(t(*level)) : "");
    sentence.words(answer_->asks_level ? t("sentence.care") : t("sentence.care_anywhere"));
    blank("care", c.names.choice("claim.care", form.care, t.language));
    for (const Question& question : answer_->questions) {
      if (question.of_the_year) continue;
      sentence.words(t("sentence.further", {{"label", question.label}}));
      blank(question.fact, shown_choice(question, form));
    }
    if (filing_exists(form.situation)) {
      sentence.words(t("sentence.filed"));
      blank("filed", std::string(form.filed == "yes" ? t("calculator.filed") : t("calculator.not_filed")));
    }
    sentence.words(t("sentence.day"));
    blank("discharged", tidy_date(form.discharged));
    sentence.words(form.stay() ? t("sentence.total_stay") : t("sentence.total_visit"));
    blank("total", shown_money(form.total, t("sentence.unset_sum")));
    sentence.words(t("sentence.own"));
    blank("own_expense", shown_money(form.own_expense, "0.00"));
    sentence.words(t("sentence.end"));
  }
  if (!opened.empty()) view_.editing = opened;
  for (const auto& [field, words] : answer_->faults) {
    if (field != view_.editing) ui::note(ui::NoteTone::fault, words);
  }
  ui::gap(8);
  if (ui::button(t("sentence.more"), {.kind = ui::ButtonKind::words, .small = true, .flush = true, .key = "more"})) view_.editing = "more";

  bool edited = false;
  bool open = !view_.editing.empty();
  const std::string title(title_of(view_.editing, form, answer_->questions, t));
  if (ui::Dialog dialog{open, {.title = title, .key = "field"}}; dialog) {
    if (view_.editing == "more") {
      view_.more = true;
      edited |= draw_further_fields(form, c);
    } else {
      edited |= draw_field(form, view_.editing, c);
    }
    ui::gap(16);
    if (dialog.action(t("calculator.done"), ui::ButtonKind::primary)) open = false;
  }
  if (!open) view_.editing.clear();
  return edited;
}

}  // namespace mingbai::screens
