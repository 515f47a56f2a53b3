// What to bring, what nobody may ask for, where and how long.
#include "web/platform/bridge.h"
#include "web/screens/file/screen.h"
#include "web/screens/papers.h"
#include "web/screens/pieces.h"
#include "web/ui/ui.h"

namespace mingbai::screens {
namespace {

void draw_title(ui::Icon icon, std::string_view words) {
  ui::Row row({.gap = 12, .wrap = false});
  ui::icon(icon, 24, ui::Token::pine);
  ui::heading(2, words);
}

}  // namespace

void FileScreen::draw_bring(FilingForm& form, const Context& c) {
  const strings::Strings& t = c.t;
  const bool none = check_->answer == CheckView::Answer::not_needed || check_->answer == CheckView::Answer::no_rule;
  if (none || (check_->bring.empty() && check_->answer == CheckView::Answer::asking)) return;
  ui::Sheet sheet({.padding = ui::phone() ? 20.f : 28.f, .name = t("check.bring"), .key = "bring"});
  draw_title(ui::Icon::bag, t("check.bring"));
  if (check_->bring.empty()) {
    ui::gap(8);
    ui::text(t("check.bring_none"), ui::Type::label, ui::Token::ink2);
    return;
  }
  ui::caption(t("check.bring_hint"));
  for (std::size_t i = 0; i < check_->bring.size(); ++i) {
    const BringRow& row = check_->bring[i];
    const ui::Keyed keyed(i);
    ui::divider(12, 12);
    {
      ui::Row head({.gap = 8});
      ui::heading(3, row.label, ui::Type::strong);
      ui::status_chip(row.held ? ui::Tone::good : ui::Tone::fault, row.held ? t("check.bring_held") : t("check.bring_lacking"));
    }
    ui::text(row.note, ui::Type::label, ui::Token::ink2);
    draw_held(form, row, c);
    ui::gap(4);
    draw_source(row.source, "source", true);
  }
  draw_papers_note(c);
}

// What is at hand; in the form also its photos.
void FileScreen::draw_held(FilingForm& form, const BringRow& row, const Context& c) {
  for (const HeldDocument& document : row.any_of) {
    const ui::Keyed keyed(document.key);
    bool held = document.held;
    if (ui::checkbox(document.label, held, {.key = document.key})) {
      held ? (void)form.documents.insert(document.key) : (void)form.documents.erase(document.key);
    }
    if (step_ != "form" || !document.held) continue;
    auto papers = paper_rows(c.device, home(), false, c.names, c.t);
    std::erase_if(papers, [&](const PaperRow& paper) { return home().empty() || paper.document != document.key; });
    draw_papers(papers, c, false);
    draw_paper_buttons(document.key, std::string(file_papers) + document.key, c);
    ui::gap(8);
  }
}

void FileScreen::draw_papers_note(const Context& c) {
  if (step_ != "form") return;
  ui::gap(12);
  ui::hint(c.t("papers.limits"));
  if (adding_ + chosen_.size() > 0) ui::spinner(c.t("papers.adding"));
  if (paper_fault_.empty()) return;
  const auto reason = strings::find("fault." + paper_fault_);
  ui::note(ui::NoteTone::fault, reason ? c.t(*reason) : c.t("fault.other"));
}

void FileScreen::draw_forbidden(const Context& c) {
  const strings::Strings& t = c.t;
  if (check_->must_not_be_asked.empty()) return;
  ui::Sheet sheet({.surface = ui::Surface::deep, .padding = 28, .name = t("check.forbidden"), .key = "forbidden"});
  draw_title(ui::Icon::shield, t("check.forbidden"));
  for (const BringRow& row : check_->must_not_be_asked) {
    ui::gap(12);
    ui::text(row.label, ui::Type::strong);
    ui::text(row.note, ui::Type::label, ui::Token::ink2);
    const std::string source = row.source.document + " " + row.source.clause + std::string(t("list.dot")) + row.source.short_words;
    if (ui::link(source, row.source.target, ui::Token::on_deep2, row.label)) platform::go(row.source.target);
  }
}

void FileScreen::draw_where(const Context& c) {
  const strings::Strings& t = c.t;
  if (check_->notes.empty() && check_->decision.empty()) return;
  if (check_->answer == CheckView::Answer::not_needed && !check_->missing.empty()) return;  // nothing to be filed
  ui::Sheet sheet({.padding = ui::phone() ? 20.f : 28.f, .name = t("check.where"), .key = "where"});
  draw_title(ui::Icon::pin, t("check.where"));
  for (const std::string& note : check_->notes) {
    ui::gap(12);
    ui::text(note, ui::Type::label, ui::Token::ink2);
  }
  if (check_->decision.empty() || check_->answer == CheckView::Answer::not_needed) return;
  ui::divider(16, 16);
  ui::heading(3, t("check.decision"), ui::Type::strong);
  ui::text(check_->decision, ui::Type::label, ui::Token::ink2);
  if (check_->has_benefit) {
    const std::string benefit = check_->benefit_to.empty()
                                    ? t("check.benefit", {{"from", check_->benefit_from}})
                                    : t("check.benefit_until", {{"from", check_->benefit_from}, {"to", check_->benefit_to}});
    ui::text(benefit, ui::Type::label, ui::Token::ink2);
  }
  if (check_->decision_source) {
    ui::gap(8);
    draw_source(*check_->decision_source, "decision", true);
  }
}

}  // namespace mingbai::screens
