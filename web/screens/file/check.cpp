// 能不能办: the heading is the answer; missing, bring, nobody may ask for, where, met.
#include "web/screens/file/screen.h"
#include "web/screens/model/filing_words.h"
#include "web/screens/pieces.h"
#include "web/ui/ui.h"

namespace mingbai::screens {

void FileScreen::draw_check(FilingForm& form, const Context& c) {
  draw_check_head(c);
  auto asked = [&] {
    draw_whom(form, c);
    draw_sections(form, c);
  };
  if (ui::desktop()) {
    ui::Columns columns({.tracks = {ui::fill(), ui::fixed(400)}, .gap = 32, .key = "check"});
    columns.next();
    asked();
    draw_met(c);
    columns.next();
    draw_missing(c);
    draw_changes(c);
    draw_bring(form, c);
    draw_forbidden(c);
    draw_where(c);
    return;
  }
  asked();
  draw_missing(c);
  draw_changes(c);
  draw_bring(form, c);
  draw_forbidden(c);
  draw_where(c);
  draw_met(c);
  if (ui::phone()) draw_bar(c);
}

// The answer stays in view while one goes on answering.
void FileScreen::draw_bar(const Context& c) {
  ui::BottomBar bar(c.t("file.verdict"));
  ui::Row row({.align = ui::Align::between, .wrap = false});
  ui::text(check_->heading, ui::Type::label_strong, ui::Token::ink, {.one_line = true, .silent = true});
  if (check_->answer != CheckView::Answer::eligible) return;
  if (ui::button(c.t("check.to_form"), {.kind = ui::ButtonKind::primary, .small = true})) show("form");
}

void FileScreen::draw_check_head(const Context& c) {
  const strings::Strings& t = c.t;
  const bool ready = check_->answer == CheckView::Answer::eligible;
  auto words = [&] {
    const std::string kind = kind_words(form_.kind, c.names, t);
    const ui::Crumb crumbs[] = {{t("door.file"), "#/file"}, {kind, ""}, {t("file.step_check"), ""}};
    ui::breadcrumbs(crumbs);
    ui::heading(1, check_->heading, ui::Type::title);
    ui::text(check_->subject, ui::Type::label, ui::Token::ink2);
  };
  if (ui::phone()) {
    words();
  } else {
    ui::Columns columns({.tracks = {ui::fill(), ui::hug()}, .gap = 24, .align = ui::Align::end, .key = "head"});
    columns.next();
    words();
    columns.next();
    if (ready && ui::button(t("check.to_form"), {.kind = ui::ButtonKind::primary, .before = ui::Icon::pencil})) show("form");
  }
  ui::gap(20);
  draw_edit_note(c);
  if (!check_->prepares.empty() && check_->answer != CheckView::Answer::not_needed) ui::note(ui::NoteTone::information, check_->prepares);
  draw_tally(c);
}

void FileScreen::draw_tally(const Context& c) {
  const strings::Strings& t = c.t;
  const int met = static_cast<int>(check_->met.size());
  const int missing = static_cast<int>(check_->missing.size());
  const int open = static_cast<int>(check_->open.size());
  const bool nothing = check_->answer == CheckView::Answer::not_needed || check_->answer == CheckView::Answer::no_rule;
  if (met + missing == 0 || nothing) return;
  ui::Sheet sheet({.padding = ui::phone() ? 20.f : 28.f, .key = "tally"});
  const auto count = [&](strings::Key key, int n) { return t(key, {{"count", std::to_string(n)}}); };
  ui::tally(count("check.tally", met + missing + open), met, missing, open, count("check.tally_met", met),
            missing > 0 ? count("check.tally_missing", missing) : std::string(),
            open > 0 ? count("check.tally_open", open) : std::string());
}

// 这样改就能办: the smallest sets of changes, each of which alone would do.
void FileScreen::draw_changes(const Context& c) {
  const strings::Strings& t = c.t;
  if (check_->changes.empty() || check_->answer == CheckView::Answer::not_needed) return;
  ui::Sheet sheet({.surface = ui::Surface::pine, .name = t("check.changes"), .key = "changes"});
  ui::heading(2, t("check.changes"));
  if (check_->changes.size() > 1) ui::text(t("check.changes_line"), ui::Type::label, ui::Token::ink2);
  const ui::Region ways(ui::Role::list, t("check.changes"));
  for (std::size_t i = 0; i < check_->changes.size(); ++i) {
    const ui::Keyed keyed(i);
    if (i > 0) ui::divider(12, 12);
    else ui::gap(12);
    const ui::Region way(ui::Role::list_item, {}, "way");
    ui::Stack rows({.gap = 4});
    for (const ChangeRow& row : check_->changes[i]) {
      const std::string words = row.from.empty() ? t("check.change_to", {{"to", row.to}}) : t("check.change", {{"from", row.from}, {"to", row.to}});
      ui::fact(row.label, words, t.language == Language::en ? 176 : 148);
    }
  }
}

void FileScreen::draw_missing(const Context& c) {
  const strings::Strings& t = c.t;
  if (check_->missing.empty()) return;
  const bool plain = check_->answer == CheckView::Answer::not_needed || check_->answer == CheckView::Answer::no_rule;
  const std::string title = plain ? std::string(t("check.why"))
                                : t("check.missing_title", {{"count", std::to_string(check_->missing.size())}});
  ui::Sheet sheet({.name = title, .key = "missing"});
  ui::heading(2, title);
  for (std::size_t i = 0; i < check_->missing.size(); ++i) {
    const MissingRow& row = check_->missing[i];
    const ui::Keyed keyed(i);
    ui::divider(16, 16);
    {
      ui::Row head({.gap = 12, .wrap = false});
      if (plain) {
        ui::icon_tile(ui::Icon::info, ui::Token::pine_tint, ui::Token::pine, 40);
      } else {
        ui::icon_tile(ui::Icon::cross, ui::Token::rouge_tint, ui::Token::rouge, 40);
      }
      ui::heading(3, row.title, ui::Type::strong);
    }
    ui::Stack stack({.gap = 8, .inset_left = ui::available_width() < 500 ? 0.f : 52.f, .inset_top = 8});
    if (plain) {
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
