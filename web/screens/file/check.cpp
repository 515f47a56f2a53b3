// 能不能办: the heading is the answer; missing, bring, nobody may ask for, where, met.
#include "web/screens/file/screen.h"
#include "web/screens/pieces.h"
#include "web/ui/ui.h"

namespace mingbai::screens {

void FileScreen::draw_check(FilingForm& form, const Context& c) {
  draw_check_head(c);
  if (ui::desktop()) {
    ui::Columns columns({.tracks = {ui::fill(), ui::fixed(400)}, .gap = 32, .key = "check"});
    columns.next();
    draw_questions(form, c);
    draw_missing(c);
    draw_met(c);
    columns.next();
    draw_bring(form, c);
    draw_forbidden(c);
    draw_where(c);
    return;
  }
  draw_questions(form, c);
  draw_missing(c);
  draw_bring(form, c);
  draw_forbidden(c);
  draw_where(c);
  draw_met(c);
}

void FileScreen::draw_check_head(const Context& c) {
  const strings::Strings& t = c.t;
  const bool ready = check_->answer == CheckView::Answer::eligible;
  auto words = [&] {
    const ui::Crumb crumbs[] = {{t("door.file"), "#/file"}, {t("file.step_check"), ""}};
    ui::breadcrumbs(crumbs);
    ui::heading(1, check_->heading, ui::Type::title);
    ui::text(check_->subject, ui::Type::label, ui::Token::ink2);
  };
  auto buttons = [&] {
    if (ready && ui::button(t("check.to_form"), {.kind = ui::ButtonKind::primary, .before = ui::Icon::pencil, .wide = ui::phone()})) {
      show("form");
    }
  };
  if (ui::phone()) {
    words();
    ui::gap(12);
    buttons();
  } else {
    ui::Columns columns({.tracks = {ui::fill(), ui::hug()}, .gap = 24, .align = ui::Align::end, .key = "head"});
    columns.next();
    words();
    columns.next();
    buttons();
  }
  ui::gap(20);
  const int met = static_cast<int>(check_->met.size());
  const int missing = static_cast<int>(check_->missing.size());
  const int open = static_cast<int>(check_->open.size());
  if (met + missing == 0 || check_->answer == CheckView::Answer::not_needed) return;
  ui::Sheet sheet({.padding = ui::phone() ? 20.f : 28.f, .key = "tally"});
  const auto count = [&](strings::Key key, int n) { return t(key, {{"count", std::to_string(n)}}); };
  ui::tally(count("check.tally", met + missing + open), met, missing, open, count("check.tally_met", met),
            missing > 0 ? count("check.tally_missing", missing) : std::string(),
            open > 0 ? count("check.tally_open", open) : std::string());
}

void FileScreen::draw_questions(FilingForm& form, const Context& c) {
  const strings::Strings& t = c.t;
  ui::Sheet sheet({.name = t("check.questions"), .key = "questions"});
  ui::heading(2, t("check.questions"));
  ui::gap(16);
  const SchemeChoices schemes(c, c.today);
  const ui::Choice enrolled[] = {{"yes", t("file.enrolled_yes")}, {"no", t("file.enrolled_no")}};
  auto first = [&] {
    ui::Stack stack({.gap = 16, .key = "first"});
    ui::select(t("file.insured"), form.insured, schemes.choices(),
               {.error = fault("insured"), .placeholder = t("calculator.insured_placeholder")});
    ui::segmented(t("file.enrolled"), form.enrolled, enrolled);
  };
  auto second = [&] {
    ui::Stack stack({.gap = 16, .key = "second"});
    ui::select(t("file.category"), form.category, situation_choices(c, false),
               {.placeholder = t("calculator.situation_placeholder")});
    ui::select(t("file.care_region"), form.care_region, region_choices(c, form.policy()),
               {.error = fault("care_region"), .placeholder = t("calculator.region_placeholder")});
  };
  if (ui::phone()) {
    first();
    ui::gap(16);
    second();
    return;
  }
  ui::Columns columns({.tracks = {ui::fill(), ui::fill()}, .gap = 24, .key = "fields"});
  columns.next();
  first();
  columns.next();
  second();
}

void FileScreen::draw_missing(const Context& c) {
  const strings::Strings& t = c.t;
  if (check_->missing.empty()) return;
  const std::string title = check_->answer == CheckView::Answer::not_needed
                                ? std::string(t("check.why"))
                                : t("check.missing_title", {{"count", std::to_string(check_->missing.size())}});
  ui::Sheet sheet({.name = title, .key = "missing"});
  ui::heading(2, title);
  for (std::size_t i = 0; i < check_->missing.size(); ++i) {
    const MissingRow& row = check_->missing[i];
    const ui::Keyed keyed(i);
    ui::divider(16, 16);
    {
      ui::Row head({.gap = 12, .wrap = false});
      if (check_->answer == CheckView::Answer::not_needed) {
        ui::icon_tile(ui::Icon::info, ui::Token::pine_tint, ui::Token::pine, 40);
      } else {
        ui::icon_tile(ui::Icon::cross, ui::Token::rouge_tint, ui::Token::rouge, 40);
      }
      ui::heading(3, row.title, ui::Type::strong);
    }
    ui::Stack stack({.gap = 8, .inset_left = ui::phone() ? 0.f : 52.f, .inset_top = 8});
    if (check_->answer == CheckView::Answer::not_needed) {
      ui::text(row.should);
    } else {
      const float label = t.language == Language::en ? 96 : 76;
      if (!row.now.empty()) ui::fact(t("check.now"), row.now, label);
      ui::fact(t("check.should"), row.should, label);
    }
    if (row.source) draw_source(*row.source, "source");
  }
}

void FileScreen::draw_met(const Context& c) {
  const strings::Strings& t = c.t;
  if (check_->met.empty() || check_->answer == CheckView::Answer::not_needed) return;
  const std::string count = std::to_string(check_->met.size());
  const std::string title = t("check.met_title", {{"count", count}});
  ui::Sheet sheet({.name = title, .key = "met"});
  ui::heading(2, title);
  const bool foldable = ui::phone() && check_->met.size() > 3;
  if (foldable && met_open_ &&
      ui::button(t("check.met_show", {{"count", count}}), {.kind = ui::ButtonKind::words, .after = ui::Icon::chevron_down, .expanded = 0})) {
    met_open_ = false;
  }
  if (foldable && met_open_) return;
  for (std::size_t i = 0; i < check_->met.size(); ++i) {
    const MetRow& row = check_->met[i];
    const ui::Keyed keyed(i);
    ui::divider(12, 12);
    auto words = [&] {
      ui::Row line({.gap = 12, .wrap = false});
      ui::icon(ui::Icon::ring_check, 24, ui::Token::pine);
      ui::text(row.title, ui::Type::strong);
    };
    if (ui::phone()) {
      words();
      ui::gap(8);
      draw_source(row.source, "source");
      continue;
    }
    ui::Columns columns({.tracks = {ui::fill(), ui::hug()}, .gap = 16, .align = ui::Align::centre, .key = "row"});
    columns.next();
    words();
    columns.next();
    draw_source(row.source, "source");
  }
}

}  // namespace mingbai::screens
