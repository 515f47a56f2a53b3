// What stands on this device only, with the one thing to do about it; and the drafts to finish.
#include "web/platform/bridge.h"
#include "web/screens/filings/screen.h"
#include "web/screens/model/command.h"
#include "web/screens/pieces.h"
#include "web/ui/ui.h"

namespace mingbai::screens {

void FilingsScreen::draw_queue(const FilingsView& view, const Context& c) {
  if (view.queue.empty()) return;
  const ui::Region list(ui::Role::list, c.t("queue.title"));
  for (const QueueRow& row : view.queue) {
    const ui::Keyed keyed(row.id);
    draw_entry(row, c);
  }
}

void FilingsScreen::draw_entry(const QueueRow& row, const Context& c) {
  const strings::Strings& t = c.t;
  ui::Sheet sheet({.surface = ui::Surface::urgent, .padding = ui::phone() ? 20.f : 24.f, .name = row.title, .key = "entry"});
  auto words = [&] {
    {
      ui::Row head({.gap = 12});
      ui::heading(2, row.title, ui::Type::strong);
      ui::status_chip(ui::Tone::waiting, t("queue.chip"));
    }
    ui::text(row.status, ui::Type::label, ui::Token::ink2);
    if (row.papers > 0) ui::text(t("papers.in_queue", {{"count", std::to_string(row.papers)}}), ui::Type::label, ui::Token::ink2);
  };
  const bool stacked = ui::phone() && ui::theme().large;
  auto remove = [&] {
    if (ui::button(t("queue.delete"), {.before = ui::Icon::trash, .small = ui::phone(), .wide = stacked})) deleting_ = row.id;
  };
  auto view = [&] {
    if (ui::button(t("queue.view"), {.small = ui::phone(), .wide = stacked})) viewing_ = row.id;
  };
  auto send = [&] {
    if (row.needs_login) {
      if (ui::button(t("queue.login"), {.kind = ui::ButtonKind::primary, .before = ui::Icon::user, .small = ui::phone(), .wide = stacked})) {
        platform::go("#/login");
      }
    } else if (ui::button(t("queue.retry"), {.kind = ui::ButtonKind::primary, .before = ui::Icon::retry, .small = ui::phone(),
                                             .wide = stacked, .busy = c.device.syncing})) {
      platform::send(command::retry(row.id));
    }
  };
  auto buttons = [&] {
    if (stacked) {
      ui::Stack actions({.gap = 8, .key = "actions"});
      send();
      view();
      remove();
      return;
    }
    ui::Row actions({.gap = 8, .align = ui::desktop() ? ui::Align::end : ui::Align::start, .key = "actions"});
    remove();
    view();
    send();
  };
  if (!ui::desktop()) {
    {
      ui::Columns columns({.tracks = {ui::hug(), ui::fill()}, .gap = 16, .align = ui::Align::centre, .key = "row"});
      columns.next();
      ui::icon_tile(ui::Icon::cloud_up, ui::Token::gamboge_tint, ui::Token::gamboge);
      columns.next();
      words();
    }
    ui::gap(16);
    buttons();
    return;
  }
  ui::Columns columns({.tracks = {ui::hug(), ui::fill(), ui::fixed(432)}, .gap = 20, .align = ui::Align::centre, .key = "row"});
  columns.next();
  ui::icon_tile(ui::Icon::cloud_up, ui::Token::gamboge_tint, ui::Token::gamboge);
  columns.next();
  words();
  columns.next();
  buttons();
}

void FilingsScreen::draw_drafts(const FilingsView& view, const Context& c) {
  const strings::Strings& t = c.t;
  if (view.drafts.empty()) return;
  ui::gap(16);
  ui::heading(2, t("filings.drafts"));
  ui::gap(8);
  for (const DraftRow& row : view.drafts) {
    const ui::Keyed keyed(row.id);
    Route route{"file", {}};
    route.put("draft", row.id);
    const std::string target = to_hash(route);
    ui::Sheet sheet({.surface = ui::Surface::dashed, .padding = 20, .key = "draft"});
    ui::Columns columns({.tracks = {ui::fill(), ui::hug()}, .gap = 12, .align = ui::Align::centre, .key = "row"});
    columns.next();
    ui::text(row.title, ui::Type::strong);
    ui::text(row.saved, ui::Type::label, ui::Token::ink2);
    columns.next();
    if (ui::button(t("filings.continue"), {.kind = ui::ButtonKind::secondary, .small = true, .target = target})) {
      platform::go(target);
    }
  }
}

}  // namespace mingbai::screens
