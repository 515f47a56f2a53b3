// The second half of the gallery: what stands on the screens of filings, review and scenarios.
#include <vector>

#include "web/ui/context.h"
#include "web/ui/gallery_parts.h"
#include "web/ui/text_block.h"
#include "web/ui/ui.h"
#include "web/ui/words.h"

namespace mingbai::ui {
namespace {

void filings() {
  {
    Sheet sheet({.surface = Surface::urgent, .key = "urgent"});
    Columns columns({.tracks = {hug(), fill()}, .gap = 20, .align = Align::centre});
    columns.next();
    icon_tile(Icon::cloud_up, Token::gamboge_tint, Token::gamboge);
    columns.next();
    {
      Row row;
      text(say("gallery.filing"), Type::strong);
      status_chip(Tone::waiting, say("gallery.waiting"));
    }
    text(say("gallery.saved"), Type::body, Token::ink2);
  }
  {
    Sheet sheet({.name = say("gallery.disease"), .target = "#/components", .current = true});
    {
      Row row({.align = Align::between});
      text(say("gallery.disease"), Type::amount);
      status_chip(Tone::good, say("gallery.valid"), Icon::ring_check);
    }
    gap(8);
    validity_bar({.past = 0.7, .from = "2026-03-12", .until = say("gallery.days_left")});
  }
  {
    Sheet sheet({.key = "record"});
    tally(say("gallery.conditions"), 5, 3, 0, say("gallery.met"), say("gallery.not_met"));
    gap(24);
    const Event events[] = {{.title = say("gallery.event_saved"),
                             .detail = say("gallery.event_saved_detail"),
                             .time = "03-12 09:41"},
                            {.title = say("gallery.event_received"),
                             .detail = say("gallery.event_received_detail"),
                             .time = "03-12 09:41"},
                            {.when = Event::When::future,
                             .title = say("gallery.event_renew"),
                             .time = "2027-03-12",
                             .icon = Icon::calendar}};
    timeline(events, say("gallery.timeline"));
    gap(24);
    Receipt receipt(
        {say("gallery.received"), say("gallery.receipt_number"), "ZS260312-7K4M", "2026-03-12 09:41:26"});
    caption(say("gallery.checksum"));
    text("3F9A 02C7 81DE 4B60");
  }
}

void lists() {
  Sheet sheet({.name = say("gallery.list")});
  Region list(Role::list, say("gallery.list"));
  list_row({.title = say("gallery.rule_one"),
            .after = Icon::ring_check,
            .after_token = Token::pine,
            .chosen = true});
  list_row({.title = say("gallery.rule_two"), .after = Icon::wave, .after_token = Token::gamboge});
  list_row({.title = say("gallery.hospital"),
            .detail = say("gallery.hospital_detail"),
            .before = Icon::pin,
            .after = Icon::chevron_right});
}

void charts() {
  Sheet sheet({.name = say("gallery.chart")});
  const BarRow rows[] = {
      {say("gallery.less"), Icon::triangle_down, Token::pine, 404762571, Fill::fund, "1,324", "4,047,625.71"},
      {say("gallery.more_paid"), Icon::triangle_up, Token::ochre, 824764502, Fill::own_hatched, "48,560",
       "8,247,645.02"}};
  bar_chart({say("gallery.chart"),
             say("gallery.difference"),
             say("gallery.people"),
             say("gallery.sum"),
             rows,
             {.name = say("ui.total"), .token = Token::pine, .second = "49,884", .amount = "4,200,019.31"}});
  gap(20);
  const PairRow pairs[] = {{say("gallery.local"), "−8,071,059.30", "1,481,571,443.45", "1,473,500,384.15",
                            Icon::triangle_down, Token::ochre, 148157144345, 147350038415},
                           {say("gallery.unfiled"), "+9,995,801.43", "81,513,168.20", "91,508,969.63",
                            Icon::triangle_up, Token::pine, 8151316820, 9150896963}};
  pair_chart(say("gallery.pairs"), {say("gallery.difference"), say("gallery.apart"), "A", "B"}, pairs, say("ui.total"), "+1,924,742.13", Token::pine);
  gap(20);
  const ColumnSpec columns[] = {{say("gallery.rule"), 2}, {"A → B", 1.4f}, {say("gallery.people"), 1, true}};
  const std::vector<Cell> table_rows[] = {{{say("gallery.rule_one"), true}, {"20% → 10%"}, {"7,067"}},
                                          {{say("ui.total")}, {}, {"7,067"}}};
  table(columns, table_rows, {.name = say("gallery.table"), .total_row = true});
}

void dark_block() {
  Sheet sheet({.surface = Surface::deep, .corner = 28});
  heading(2, say("gallery.nobody_may_ask"), Type::section);
  gap(8);
  text(say("gallery.form_name"), Type::strong);
  gap(12);
  const Piece pieces[] = {{2025000, Fill::own_hatched}, {2975000, Fill::fund}};
  bar(pieces, 40, say("gallery.strip_name"), 12);
  gap(16);
  button(say("gallery.show_window"), {.kind = ButtonKind::primary, .wide = true});
}

}  // namespace

void paint_words(std::string_view words, Type type, Token token, Point corner) {
  TextBlock(words, type, token, 4000, {.one_line = true}).paint(corner.x, corner.y, 0);
}

void gallery_of_records() {
  part("gallery.part_filings");
  filings();
  part("gallery.part_lists");
  lists();
  part("gallery.part_charts");
  charts();
  part("gallery.part_dark_block");
  dark_block();
}

}  // namespace mingbai::ui
