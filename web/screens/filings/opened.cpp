// What the agency has: the cards, and the opened filing with facts, timeline, receipt or all reasons of a refusal.
#include "web/platform/bridge.h"
#include "web/screens/filings/screen.h"
#include "web/screens/model/filing_words.h"
#include "web/screens/model/papers.h"
#include "web/screens/pieces.h"
#include "web/ui/ui.h"

namespace mingbai::screens {
namespace {

void draw_validity(const FilingCard& card, const strings::Strings& t) {
  if (card.from.empty()) return;
  ui::gap(12);
  const std::string from = t("filings.from", {{"date", card.from}});
  const std::string until = card.open_ended ? card.until : t("filings.until", {{"date", card.until}});
  ui::validity_bar({.past = card.past, .from = from, .until = until, .name = t("filings.validity")});
}

std::string printed(const OpenedFiling& filing, const strings::Strings& t) {
  std::string html = "<h1>" + escaped(t("filings.receipt")) + "</h1><h2>" + escaped(t("filings.receipt_number")) + " " +
                     escaped(filing.receipt_number) + "</h2><p>" + escaped(filing.receipt_time) + "</p><table>";
  for (const FactRow& row : filing.facts) {
    html += "<tr><th>" + escaped(row.label) + "</th><td>" + escaped(row.value) + "</td></tr>";
  }
  return html + "</table><p>" + escaped(t("filings.checksum")) + " " + escaped(filing.checksum) + "</p>";
}

}  // namespace

void FilingsScreen::draw_cards(const FilingsView& view, const Context& c) {
  const strings::Strings& t = c.t;
  if (view.cards.empty()) return;
  {
    ui::Row head({.align = ui::Align::between});
    ui::heading(2, t("filings.list", {{"count", std::to_string(view.cards.size())}}));
    if (ui::button(t("filings.new"), {.kind = ui::ButtonKind::words, .before = ui::Icon::plus, .small = true})) platform::go("#/file");
  }
  ui::gap(12);
  for (const FilingCard& card : view.cards) {
    const ui::Keyed keyed(card.filing);
    Route route{"filings", {}};
    route.put("filing", card.filing);
    const std::string target = to_hash(route);
    const bool current = card.filing == opened_ || (opened_.empty() && ui::desktop() && &card == &view.cards.front());
    const std::string name = card.title + " " + card.detail + " " + card.state;
    ui::Sheet sheet({.surface = current ? ui::Surface::chosen : ui::Surface::paper,
                     .padding = 24,
                     .name = name,
                     .target = target,
                     .current = current,
                     .key = "card"});
    if (sheet.activated()) platform::go(target);
    {
      ui::Row head({.align = ui::Align::between});
      ui::text(card.title, ui::Type::strong);
      ui::status_chip(!card.over ? ui::Tone::good : ui::Tone::fault, card.state);
    }
    if (papers_to_come(c.device, card.filing) > 0) ui::status_chip(ui::Tone::waiting, t("papers.incomplete"));
    ui::text(card.detail, ui::Type::label, ui::Token::ink2);
    draw_validity(card, t);
  }
}

// The server's own pages where it can be reached; else the receipt as this device knows it.
void FilingsScreen::draw_prints(const OpenedFiling& filing, const Filed& filed, const Context& c) {
  ui::Row row({.gap = 8, .align = ui::phone() ? ui::Align::start : ui::Align::end, .key = "prints"});
  const bool reached = c.device.online && !c.device.account.empty();
  if (reached) return acts_.draw_print(filed, c);
  if (filing.receipt_number.empty()) return;
  if (ui::button(c.t("filings.print"), {.kind = ui::ButtonKind::secondary, .before = ui::Icon::print, .small = true})) {
    platform::print(printed(filing, c.t));
  }
}

// A recheck names the filing whose benefit it carries on.
void FilingsScreen::draw_followed(const Filed& filed, const Context& c) {
  const Filed* before = followed_by(c.device, filed);
  if (before == nullptr) return;
  Route route{"filings", {}};
  route.put("filing", before->filing);
  const std::string target = to_hash(route), words = c.t("filings.follows", {{"number", before->receipt_number}});
  if (ui::link(words, target)) platform::go(target);
  ui::gap(12);
}

void FilingsScreen::draw_opened(const OpenedFiling& filing, const Filed& filed, const Context& c) {
  const strings::Strings& t = c.t;
  ui::Sheet sheet({.name = filing.card.title, .key = "opened"});
  ui::caption(kind_words(filed.kind, c.names, t));
  ui::heading(2, filing.card.title, ui::Type::figure);
  ui::gap(12);
  draw_prints(filing, filed, c);
  ui::gap(20);
  draw_followed(filed, c);
  if (filing.receipt_number.empty()) draw_refusals(filing, c);
  if (filing.receipt_number.empty() || ui::available_width() < 600) {
    draw_facts_and_timeline(filing, c);
    if (!filing.receipt_number.empty()) {
      ui::gap(24);
      draw_receipt(filing, c);
    }
  } else {
    ui::Columns columns({.tracks = {ui::fill(), ui::fixed(288)}, .gap = 32, .key = "parts"});
    columns.next();
    draw_facts_and_timeline(filing, c);
    columns.next();
    draw_receipt(filing, c);
  }
  papers_.draw(filed, c);
  acts_.draw(filed, c);
}

void FilingsScreen::draw_facts_and_timeline(const OpenedFiling& filing, const Context& c) {
  const strings::Strings& t = c.t;
  draw_facts(filing.facts);
  if (filing.card.received && !filing.card.from.empty()) {
    ui::gap(8);
    ui::fact(t("filings.validity"), t("file.dates_value", {{"from", filing.card.from}, {"to", filing.card.until}}), 148);
    ui::gap(8);
    ui::hint(t("filings.validity_note"));
  }
  ui::divider(20, 20);
  ui::heading(3, t("filings.timeline"), ui::Type::strong);
  ui::gap(12);
  std::vector<ui::Event> events;
  for (const TimelineRow& row : filing.timeline) {
    const bool future = row.when == TimelineRow::When::future;
    events.push_back({future ? ui::Event::When::future : ui::Event::When::past, row.title, row.detail, row.time,
                      future ? ui::Icon::clock : row.fault ? ui::Icon::cross : ui::Icon::check, row.fault});
  }
  ui::timeline(events, t("filings.timeline"));
}

void FilingsScreen::draw_receipt(const OpenedFiling& filing, const Context& c) {
  const strings::Strings& t = c.t;
  ui::Receipt receipt({.title = t("filings.receipt"),
                       .number_label = t("filings.receipt_number"),
                       .number = filing.receipt_number,
                       .time = filing.receipt_time});
  ui::caption(t("filings.checksum"));
  ui::text(filing.checksum, ui::Type::body);
  ui::gap(4);
  ui::hint(t("filings.checksum_note"));
}

void FilingsScreen::draw_refusals(const OpenedFiling& filing, const Context& c) {
  const strings::Strings& t = c.t;
  ui::heading(3, t("filings.refusals"), ui::Type::section);
  for (std::size_t i = 0; i < filing.refusals.size(); ++i) {
    const Refusal& refusal = filing.refusals[i];
    const ui::Keyed keyed(i);
    ui::divider(12, 12);
    {
      ui::Row head({.gap = 12, .wrap = false});
      ui::icon(ui::Icon::cross, 24, ui::Token::rouge);
      ui::heading(4, refusal.message, ui::Type::strong);
    }
    ui::fact(t("check.should"), refusal.remedy, t.language == Language::en ? 96 : 76);
    if (refusal.source) {
      ui::gap(8);
      draw_source(*refusal.source, "source");
    }
  }
  ui::gap(16);
  Route again{"file", {}};
  again.put("edit", filing.card.filing);
  if (ui::button(t("filings.refile"), {.kind = ui::ButtonKind::primary, .before = ui::Icon::pencil})) platform::go(to_hash(again));
  ui::divider(20, 20);
}

}  // namespace mingbai::screens
