#include "web/screens/filings/screen.h"

#include "web/platform/bridge.h"
#include "web/screens/model/command.h"
#include "web/screens/pieces.h"
#include "web/ui/ui.h"

namespace mingbai::screens {

void FilingsScreen::open(const Route& route) {
  opened_ = route.get("filing");
  conflict_.open(route.get("conflict"));
}

bool FilingsScreen::on_files(std::string_view event_json) {
  const auto files = chosen_files(event_json, filing_papers);
  if (!files) return false;
  for (const ChosenFile& file : *files) acts_.on_file(file.document);
  papers_.add(*files);
  return true;
}

void FilingsScreen::draw(const Context& c) {
  const strings::Strings& t = c.t;
  // What was said of it no longer stands beside its receipt.
  if (c.device.queue.size() < waiting_) ui::close_toast("queued");
  waiting_ = c.device.queue.size();
  if (conflict_.draw(c)) return;
  if (std::string settled = conflict_.take_settled(); !settled.empty()) opened_ = std::move(settled);  // as the address has it
  const FilingsView view = filings_view(c.library, c.names, c.device, c.today, t);
  {
    ui::Page page({.name = t("door.filings")});
    const std::string crumb = c.device.account.empty() ? std::string(t("filings.crumb"))
                                                       : t("filings.crumb_account", {{"login", c.device.account}});
    ui::caption(crumb);
    ui::heading(1, view.heading, ui::Type::title);
    ui::gap(16);
    if (c.device.known && view.empty()) {
      ui::Sheet sheet({.key = "empty"});
      if (ui::empty_state({ui::Icon::clipboard, t("filings.empty"), {}, t("filings.empty_action")})) {
        platform::go("#/file");
      }
    }
    conflict_.draw_cards(c);
    draw_queue(view, c);
    const Filed* filed = c.device.filed(opened_);
    if (!filed && ui::desktop() && !c.device.filings.empty()) filed = &c.device.filings.front();
    if (filed) acts_.open(filed->filing);
    if (filed) papers_.open(*filed, c);
    if (ui::desktop() && filed) {
      ui::Columns columns({.tracks = {ui::fixed(416), ui::fill()}, .gap = 32, .key = "filings"});
      columns.next();
      draw_cards(view, c);
      draw_drafts(view, c);
      draw_backup(c);
      columns.next();
      draw_opened(opened_filing(c.library, c.names, *filed, c.today, t), *filed, c);
    } else {
      draw_cards(view, c);
      draw_drafts(view, c);
      if (filed) draw_opened(opened_filing(c.library, c.names, *filed, c.today, t), *filed, c);
      draw_backup(c);
    }
  }
  draw_dialogs(view, c);
  const Filed* filed = c.device.filed(opened_);
  if (!filed && ui::desktop() && !c.device.filings.empty()) filed = &c.device.filings.front();
  if (filed) acts_.draw_dialog(*filed, c);
}

void FilingsScreen::draw_dialogs(const FilingsView& view, const Context& c) {
  const strings::Strings& t = c.t;
  for (const QueueRow& row : view.queue) {
    if (row.id != viewing_) continue;
    bool open = true;
    if (ui::Dialog dialog{open, {.title = t("queue.content"), .body = row.title, .key = "content"}}; dialog) {
      ui::Stack stack({.gap = 8});
      for (const FactRow& fact : row.facts) ui::fact(fact.label, fact.value, 148);
      ui::gap(16);
      if (dialog.action(t("queue.close"))) open = false;
    }
    if (!open) viewing_.clear();
  }
  bool open = !deleting_.empty();
  std::string withdraw;
  bool keep = false;
  if (ui::Dialog dialog{open, {.title = t("queue.delete_title"), .body = t("queue.delete_body"), .key = "delete"}}; dialog) {
    if (dialog.action(t("file.keep"))) open = false;
    if (dialog.action(t("queue.delete_keep_draft"), ui::ButtonKind::secondary)) withdraw = deleting_, keep = true;
    if (dialog.action(t("queue.delete"), ui::ButtonKind::careful, ui::Icon::trash)) withdraw = deleting_;
  }
  if (!withdraw.empty()) platform::send(command::withdraw(withdraw, keep));
  if (!open || !withdraw.empty()) deleting_.clear();
}

}  // namespace mingbai::screens
