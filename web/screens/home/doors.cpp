#include "web/screens/home/doors.h"

#include <string>
#include <vector>

#include "web/screens/navigation.h"
#include "web/ui/ui.h"

namespace mingbai::screens {
namespace {

struct Card {
  ui::Icon icon;
  std::string_view title;
  std::string line;
  std::string_view target;
  std::vector<ui::Piece> bar;  // a sign of what is behind it, no figure
};

// What waits on this device comes before what the door is for.
std::string filings_line(const Context& c) {
  const auto counted = [](std::size_t count) { return std::to_string(count); };
  if (!c.device.conflicts.empty()) return c.t("home.conflicts", {{"count", counted(c.device.conflicts.size())}});
  if (!c.device.queue.empty()) return c.t("home.unsent", {{"count", counted(c.device.queue.size())}});
  if (!c.device.drafts.empty()) return c.t("home.drafts", {{"count", counted(c.device.drafts.size())}});
  return std::string(c.t("home.filings"));
}

std::vector<Card> cards(const Context& c, std::string_view calculator) {
  using ui::Fill;
  const strings::Strings& t = c.t;
  const Card sums{ui::Icon::calculator, t("door.calculator"), std::string(t("home.calculator")), calculator, {{2, Fill::own}, {3, Fill::own_hatched}, {2, Fill::own}, {10, Fill::fund}}};
  if (alone()) {
    return {sums,
            {ui::Icon::book, t("door.rules"), std::string(t("home.rules")), "#/rules", {{4, Fill::good}, {1, Fill::assumed_hatched}}},
            {ui::Icon::scales, t("door.scenarios"), std::string(t("home.scenarios")), "#/scenarios", {{5, Fill::good}, {3, Fill::own_hatched}}}};
  }
  return {sums,
          {ui::Icon::clipboard, t("door.file"), std::string(t("home.file")), "#/file", {{1, Fill::good}, {1, Fill::good}, {1, Fill::good}, {1, Fill::good}, {1, Fill::fault_hatched}}},
          {ui::Icon::clock, t("door.filings"), filings_line(c), "#/filings", {{7, Fill::good}, {3, Fill::rest}}}};
}

void draw_card(const Card& card) {
  const std::string said = std::string(card.title) + " " + card.line;
  ui::Sheet sheet({.padding = ui::desktop() ? 28.f : 20.f, .stretch = true, .name = said, .target = card.target, .key = card.title});
  if (ui::phone()) {
    ui::Columns columns({.tracks = {ui::fixed(ui::scaled(56)), ui::fill(), ui::fixed(ui::scaled(24))}, .gap = 16, .align = ui::Align::centre, .key = "card"});
    columns.next();
    ui::icon_tile(card.icon);
    columns.next();
    ui::text(card.title, ui::Type::section);
    ui::text(card.line, ui::Type::label, ui::Token::ink2);
    columns.next();
    ui::icon(ui::Icon::arrow_right, 24);
  } else {
    {
      ui::Row row({.align = ui::Align::between, .wrap = false});
      ui::icon_tile(card.icon);
      ui::icon(ui::Icon::arrow_right, 24);
    }
    ui::gap(16);
    ui::text(card.title, ui::Type::subfigure);
    ui::text(card.line, ui::Type::label, ui::Token::ink2);
  }
  ui::gap(14);
  ui::bar(card.bar, 10);
}

struct Promise {
  ui::Icon icon;
  std::string_view words;
};

std::vector<Promise> promises(const Context& c) {
  const strings::Strings& t = c.t;
  const Promise sources{ui::Icon::book, t("home.promise_sources")};
  if (alone()) return {{ui::Icon::ring_check, t("home.promise_file")}, sources};
  const bool shared = c.device.storage_fault == "shared_device";
  return {{ui::Icon::ring_check, shared ? t("home.promise_shared") : t("home.promise_device")}, {ui::Icon::offline, t("home.promise_receipt")}, sources};
}

}  // namespace

void draw_doors(const Context& c, std::string_view calculator) {
  const std::vector<Card> all = cards(c, calculator);
  const ui::Region list(ui::Role::navigation, c.t("home.doors"));
  if (ui::phone()) {
    for (const Card& card : all) draw_card(card);
    return;
  }
  ui::Columns columns({.tracks = {ui::fill(), ui::fill(), ui::fill()}, .gap = 24, .key = "doors"});
  for (const Card& card : all) {
    columns.next();
    draw_card(card);
  }
}

void draw_staff_doors(const Context& c) {
  if (alone()) return;
  const strings::Strings& t = c.t;
  const ui::ListRow rows[] = {
      {.title = t("door.review"), .detail = t("home.review"), .before = ui::Icon::inbox, .strong = true, .target = "#/review"},
      {.title = t("door.scenarios"), .detail = t("home.scenarios"), .before = ui::Icon::scales, .strong = true, .target = "#/scenarios"},
      {.title = t("door.rules"), .detail = t("home.rules"), .before = ui::Icon::book, .strong = true, .target = "#/rules"},
      {.title = t("home.figures"), .detail = t("home.figures_line"), .before = ui::Icon::chart, .strong = true, .line = false, .target = "#/review?part=figures"}};
  ui::Sheet sheet({.name = t("home.staff"), .key = "staff"});
  ui::heading(2, t("home.staff"));
  ui::gap(12);
  if (ui::phone()) {
    for (const ui::ListRow& row : rows) ui::list_row(row);
    return;
  }
  const std::size_t across = ui::desktop() ? 4 : 2;
  for (std::size_t from = 0; from < std::size(rows); from += across) {
    const ui::Keyed keyed(from);
    ui::Columns columns({.tracks = std::vector<ui::Track>(across, ui::fill()), .gap = 32, .key = "staff"});
    for (std::size_t i = from; i < from + across; ++i) {
      columns.next();
      ui::ListRow row = rows[i];
      row.line = false;
      ui::list_row(row);
    }
  }
}

void draw_promises(const Context& c) {
  const std::vector<Promise> all = promises(c);
  const auto draw = [](const Promise& promise) {
    ui::Columns columns({.tracks = {ui::fixed(ui::scaled(24)), ui::fill()}, .gap = 10, .key = promise.words});
    columns.next();
    ui::icon(promise.icon, 22, ui::Token::pine);
    columns.next();
    ui::text(promise.words, ui::Type::small, ui::Token::ink2);
  };
  ui::gap(24);
  if (!ui::desktop()) {
    for (const Promise& promise : all) draw(promise), ui::gap(10);
    return;
  }
  ui::Columns columns({.tracks = std::vector<ui::Track>(all.size(), ui::fill()), .gap = 24, .key = "promises"});
  for (const Promise& promise : all) {
    columns.next();
    draw(promise);
  }
}

}  // namespace mingbai::screens
