// The questions of a filing: place and scheme, for whom, then section by section what the pack's rules ask.
#include <algorithm>

#include "web/screens/file/screen.h"
#include "web/screens/model/entry.h"
#include "web/screens/model/filing_options.h"
#include "web/screens/pieces.h"
#include "web/ui/ui.h"

namespace mingbai::screens {
namespace {

using Kind = FilingQuestion::Kind;
using Section = FilingQuestion::Section;

constexpr std::size_t segments_most = 3;

std::string_view section_title(Section section, const strings::Strings& t) {
  switch (section) {
    case Section::insured: return t("section.insured");
    case Section::matter: return t("section.matter");
    case Section::disease: return t("section.disease");
    case Section::institution: return t("section.institution");
    case Section::physician: return t("section.physician");
    case Section::way: return t("section.way");
  }
  return {};
}

// Of the institution chosen from a list the catalogue knows more than was told of another.
void forget_institution(FilingForm& form) {
  std::erase_if(form.answers, [](const auto& answer) {
    return answer.first.starts_with("application.provider.") && answer.first != "application.provider.code" &&
           answer.first != "application.provider.region";
  });
}

// What needs the whole width: a list to choose from, or pieces with more to say than yes and no.
bool wide(const FilingQuestion& question) {
  const bool pieces = question.kind == Kind::choice && question.options.size() > 2 && question.options.size() <= segments_most;
  return pieces || question.kind == Kind::disease || question.kind == Kind::institution || question.kind == Kind::institutions;
}

std::string hint_of(const FilingQuestion& question, const strings::Strings& t) {
  if (!question.optional) return question.hint;
  return question.hint.empty() ? std::string(t("check.optional")) : std::string(t("check.optional")) + std::string(t("list.dot")) + question.hint;
}

// One value among few or many, a number, a date, words.
bool draw_plain(const FilingQuestion& question, std::string& value, std::string_view error, const strings::Strings& t) {
  std::vector<ui::Choice> choices;
  for (const FilingQuestion::Option& option : question.options) choices.push_back({option.value, option.label});
  const std::string hint = hint_of(question, t);
  switch (question.kind) {
    case Kind::yes_no: return ui::segmented(question.label, value, choices, {.hint = hint, .error = error, .key = question.fact});
    case Kind::choice:
      if (choices.size() <= segments_most) return ui::segmented(question.label, value, choices, {.hint = hint, .error = error, .key = question.fact});
      return ui::select(question.label, value, choices, {.hint = hint, .error = error, .placeholder = t("file.choose"), .key = question.fact});
    case Kind::date: {
      const ui::FieldEvent event = ui::text_field(question.label, value, {.kind = ui::FieldKind::date, .hint = hint, .error = error, .key = question.fact});
      if (!event.left || tidy_date(value) == value) return event.edited;
      value = tidy_date(value);
      return true;
    }
    case Kind::number:
      return ui::text_field(question.label, value, {.kind = ui::FieldKind::number, .hint = hint, .error = error, .key = question.fact}).edited;
    default: return ui::text_field(question.label, value, {.hint = hint, .error = error, .key = question.fact}).edited;
  }
}

}  // namespace

void FileScreen::draw_whom(FilingForm& form, const Context& c) {
  const strings::Strings& t = c.t;
  ui::Sheet sheet({.name = t("check.questions"), .key = "questions"});
  ui::heading(2, t("check.questions"));
  ui::gap(16);
  const SchemeChoices schemes(c, c.today);
  const ui::Choice whom[] = {{"self", t("file.self")}, {"other", t("file.other")}};
  auto insured = [&] {
    std::string chosen = form.scheme().empty() ? std::string() : form.insured;
    if (!ui::select(t("file.insured"), chosen, schemes.choices(), {.error = fault("insured"), .placeholder = t("calculator.insured_placeholder")})) return;
    const bool moved = !form.policy().empty() && chosen.substr(0, chosen.find('.')) != form.policy();
    form.insured = chosen;
    if (moved) form.answers.clear(), form.institutions.clear();  // another place asks other things
  };
  auto whose = [&] { ui::segmented(t("file.whom"), form.whom, whom); };
  if (ui::phone()) {
    ui::Stack stack({.gap = 16});
    insured();
    whose();
  } else {
    ui::Columns columns({.tracks = {ui::fill(), ui::fill()}, .gap = 24, .key = "first"});
    columns.next();
    insured();
    columns.next();
    whose();
  }
  if (form.whom != "other") return;
  ui::gap(16);
  const ui::Choice relations[] = {{"child", t("relation.child")}, {"parent", t("relation.parent")}, {"spouse", t("relation.spouse")},
                                  {"relative", t("relation.relative")}, {"other", t("relation.other")}};
  ui::select(t("file.relation"), form.relation, relations, {.error = fault("relation"), .placeholder = t("file.choose")});
  ui::gap(8);
  ui::checkbox(t("file.consent"), form.consent, {.error = fault("consent")});
}

void FileScreen::draw_sections(FilingForm& form, const Context& c) {
  const auto sections = sections_in_sight(check_->questions);
  for (const Section section : sections) draw_section(form, section, c);
  bool hidden = false;
  for (const FilingQuestion& question : check_->questions) {
    hidden = hidden || std::ranges::find(sections, question.section) == sections.end();
  }
  if (hidden) ui::text(c.t("check.more_sections"), ui::Type::label, ui::Token::ink2);
}

void FileScreen::draw_section(FilingForm& form, Section section, const Context& c) {
  std::vector<const FilingQuestion*> asked;
  for (const FilingQuestion& question : check_->questions) {
    if (question.section == section) asked.push_back(&question);
  }
  const std::string_view title = section_title(section, c.t);
  ui::Sheet sheet({.name = title, .key = title});
  ui::heading(2, title);
  ui::gap(16);
  for (std::size_t i = 0; i < asked.size(); ++i) {
    if (i > 0) ui::gap(16);
    const bool paired = !ui::phone() && i + 1 < asked.size() && !wide(*asked[i]) && !wide(*asked[i + 1]);
    if (!paired) {
      draw_question(form, *asked[i], c);
      continue;
    }
    ui::Columns columns({.tracks = {ui::fill(), ui::fill()}, .gap = 24, .key = asked[i]->fact});
    columns.next();
    draw_question(form, *asked[i], c);
    columns.next();
    draw_question(form, *asked[++i], c);
  }
}

void FileScreen::draw_question(FilingForm& form, const FilingQuestion& question, const Context& c) {
  const strings::Strings& t = c.t;
  if (question.kind == Kind::institutions) return draw_institutions(form, question, c);
  const ui::Keyed keyed(question.fact);
  std::string value = form.answer(question.fact);
  if (question.kind == Kind::disease || question.kind == Kind::institution) {
    const bool disease = question.kind == Kind::disease;
    const std::string hint = t("file.search_hint", {{"count", std::to_string(question.listed)}});
    const ChooserWords words{question.label, disease ? t("file.disease_search") : t("file.institution_search"), hint};
    if (!(disease ? disease_ : institution_).draw(words, value, question.options, {}, c)) return;
    if (!disease) forget_institution(form);
    form.set(question.fact, value);
    return;
  }
  if (draw_plain(question, value, fault(question.fact), t)) form.set(question.fact, value);
}

void FileScreen::draw_institutions(FilingForm& form, const FilingQuestion& question, const Context& c) {
  const strings::Strings& t = c.t;
  const ui::Keyed keyed(question.fact);
  std::vector<std::string> taken;
  std::size_t gone = form.institutions.size();
  for (std::size_t i = 0; i < form.institutions.size(); ++i) {
    ChosenInstitution& chosen = form.institutions[i];
    taken.push_back(chosen.code);
    const std::string name = c.names.institution(chosen.code, t.language);
    const ui::Keyed one(i);
    const ui::Region group(ui::Role::group, name, "institution");
    ui::Inset inset(ui::Surface::tint, 16);
    {
      ui::Row row({.gap = 12, .align = ui::Align::between});
      ui::text(name, ui::Type::strong);
      const std::string remove = t("file.remove_institution", {{"name", name}});
      if (ui::button(t("file.remove"), {.kind = ui::ButtonKind::words, .small = true, .name = remove, .key = "remove"})) gone = i;
    }
    for (const FilingQuestion& asked : institution_questions(c.library, c.names, form, chosen, c.today, t)) {
      ui::gap(12);
      std::string value = chosen.told.contains(asked.fact) ? chosen.told.at(asked.fact) : std::string();
      if (draw_plain(asked, value, {}, t)) chosen.told[asked.fact] = value;
    }
  }
  if (gone < form.institutions.size()) form.institutions.erase(form.institutions.begin() + static_cast<std::ptrdiff_t>(gone));
  ui::gap(12);
  std::string added;
  const std::string hint = t("file.search_hint", {{"count", std::to_string(question.listed)}});
  const ChooserWords words{form.institutions.empty() ? std::string_view(question.label) : t("file.add_institution"), t("file.institution_search"), hint};
  if (institution_.draw(words, added, question.options, taken, c)) form.institutions.push_back({added, {}});
}

}  // namespace mingbai::screens
