#include "web/ui/gallery.h"

#include <string>

#include "web/ui/context.h"
#include "web/ui/gallery_parts.h"
#include "web/ui/paint.h"
#include "web/ui/ui.h"
#include "web/ui/words.h"

namespace mingbai::ui {
namespace {

// What the visitor of the gallery has typed and chosen.
struct Samples {
  std::string total = "50000", own = "5000.00", date = "2026-02-30", place, filed = "unfiled", who = "self",
              identity = "11010519491231002X";
  bool card = true, second_card = false, on = true, off = false, asking = false;
};

Samples& samples() {
  static Samples only;
  return only;
}

void colours() {
  struct Swatch {
    Token token;
    strings::Key name;
  };
  const Swatch swatches[] = {{Token::mist, "gallery.mist"},
                             {Token::paper, "gallery.paper"},
                             {Token::ink, "gallery.ink"},
                             {Token::pine, "gallery.pine"},
                             {Token::ochre, "gallery.ochre"},
                             {Token::line, "gallery.line"},
                             {Token::pine_tint, "gallery.pine_tint"},
                             {Token::ochre_tint, "gallery.ochre_tint"},
                             {Token::gamboge_tint, "gallery.gamboge"},
                             {Token::rouge, "gallery.rouge"},
                             {Token::indigo, "gallery.indigo"},
                             {Token::deep, "gallery.deep"}};
  const float room = available_width();
  const int per_row = room < 420 ? 4 : 6;
  const float width = (room - 10 * static_cast<float>(per_row - 1)) / static_cast<float>(per_row);
  Row row({.gap = 10, .line_gap = 10});
  for (const Swatch& swatch : swatches) {
    Keyed keyed(static_cast<std::uint64_t>(swatch.token));
    const Rect where = place(width - 0.1f, scaled(56) + face(Type::small).line + 6);
    const Rect box{where.x, where.y, where.w, scaled(56)};
    fill(box, colour(swatch.token), {.radius = 12});
    stroke(box, colour(Token::line), 1, {.radius = 12});
    push_clip(where);
    paint_words(say(swatch.name), Type::small, Token::ink2, {box.x + 2, box.bottom() + 5});
    pop_clip();
  }
}

void buttons() {
  const auto captioned = [](strings::Key name, const ButtonOptions& o, strings::Key words) {
    Stack stack({.align = Align::centre});
    button(say(words), o);
    gap(6);
    text(say(name), Type::small, Token::ink3);
  };
  Row row({.gap = 12, .line_gap = 14});
  captioned("gallery.primary", {.kind = ButtonKind::primary, .after = Icon::arrow_right}, "gallery.go_file");
  captioned("gallery.secondary", {.kind = ButtonKind::secondary}, "gallery.other_doctor");
  captioned("gallery.neutral", {.before = Icon::print}, "gallery.print");
  captioned("gallery.careful", {.kind = ButtonKind::careful}, "gallery.refuse");
  captioned("gallery.words", {.kind = ButtonKind::words, .before = Icon::plus}, "gallery.new_filing");
  captioned("gallery.disabled", {.before = Icon::check, .disabled_reason = say("gallery.disabled_reason")},
            "gallery.approve");
  captioned("gallery.busy", {.kind = ButtonKind::primary, .busy = true}, "gallery.sending");
  icon_button(Icon::search, say("gallery.search"));
}

void inputs() {
  Samples& s = samples();
  const Choice places[] = {{"440100", say("gallery.guangzhou")}, {"442000", say("gallery.zhongshan")}};
  const Choice filings[] = {{"unfiled", say("gallery.unfiled")},
                            {"filed", say("gallery.filed")},
                            {"referred", say("gallery.referred")},
                            {"emergency", say("gallery.emergency")}};
  const auto pair = [](const auto& left, const auto& right) {
    if (phone()) {
      left();
      gap(16);
      right();
      return;
    }
    Columns columns({.tracks = {fill(), fill()}, .gap = 12});
    columns.next();
    left();
    columns.next();
    right();
  };
  pair([&] { text_field(say("gallery.total"), s.total, {.kind = FieldKind::money}); },
       [&] { text_field(say("gallery.own_expense"), s.own, {.kind = FieldKind::money}); });
  gap(16);
  pair(
      [&] {
        text_field(
            say("gallery.discharged"), s.date,
            {.kind = FieldKind::date, .error = s.date == "2026-02-30" ? say("gallery.date_error") : ""});
      },
      [&] { select(say("gallery.place"), s.place, places, {.placeholder = say("gallery.place_first")}); });
  gap(16);
  pair(
      [&] {
        text_field(say("gallery.identity"), s.identity,
                   {.kind = FieldKind::identity, .hint = say("gallery.identity_hint")});
      },
      [&] {
        text_field(
            say("gallery.place_disabled"), s.place,
            {.placeholder = say("gallery.place_first"), .disabled_reason = say("gallery.place_reason")});
      });
  gap(16);
  segmented(say("gallery.remote"), s.filed, filings);
  gap(8);
  pills(say("gallery.compare"), s.filed, std::span(filings).first(3));
  {
    Row row({.gap = 20});
    checkbox(say("gallery.card"), s.card);
    checkbox(say("gallery.second_card"), s.second_card);
    toggle(say("gallery.assume"), s.on);
  }
  const Choice people[] = {{"self", say("gallery.self")},
                           {"agent", say("gallery.agent"), say("gallery.agent_detail")}};
  radio_list(say("gallery.who"), s.who, people);
}

void standings() {
  {
    Row row;
    status_chip(Tone::in_force, say("gallery.in_force"));
    status_chip(Tone::draft, say("gallery.draft"));
    status_chip(Tone::assumed, say("gallery.assumed"));
    status_chip(Tone::repealed, say("gallery.repealed"));
    status_chip(Tone::fault, say("gallery.one_fault"));
    status_chip(Tone::neutral, say("gallery.found"));
    status_chip(Tone::waiting, say("gallery.waiting"));
  }
  gap(10);
  Row row;
  source_chip({.document = say("gallery.document"),
               .clause = say("gallery.clause"),
               .standing = Standing::in_force,
               .words = say("gallery.in_force")});
  source_chip({.document = say("gallery.other_document"),
               .standing = Standing::assumed,
               .words = say("gallery.assumed")});
}

void money() {
  const Piece pieces[] = {{500000, Fill::own, 2, say("gallery.own_items"), "5,000.00"},
                          {900000, Fill::own_hatched, 3, say("gallery.upfront"), "9,000.00"},
                          {100000, Fill::own, 4, say("gallery.deductible"), "1,000.00"},
                          {525000, Fill::own, 5, say("gallery.share"), "5,250.00"},
                          {2975000, Fill::fund, 6}};
  const Bracket brackets[] = {{0, 3, say("gallery.you_pay"), "40.5%", Token::ochre},
                              {4, 4, say("gallery.fund_pays"), "59.5%", Token::pine}};
  figure("20,250.00", Type::answer, Token::ochre);
  gap(16);
  strip(pieces, {.name = say("gallery.strip_name"), .brackets = brackets});
  gap(16);
  note(NoteTone::assumption, say("gallery.note"));
  gap(24);
  const Piece unfiled[] = {{1260000, Fill::own}, {765000, Fill::own_hatched}},
              filed[] = {{1260000, Fill::own}};
  comparison({.name = say("gallery.unfiled"),
              .detail = say("gallery.now_filled"),
              .amount = "20,250.00",
              .pieces = unfiled,
              .scale = 2025000});
  gap(22);
  comparison({.name = say("gallery.filed"),
              .detail = say("gallery.as_at_home"),
              .amount = "12,600.00",
              .pieces = filed,
              .bracket = say("gallery.more"),
              .scale = 2025000});
  gap(28);
  {
    Step step({.number = 3,
               .title = say("gallery.step_title"),
               .amount = "−9,000.00",
               .left = say("gallery.step_left"),
               .formula = "**45,000.00 × 20%** = 9,000.00",
               .before = 500000,
               .share = 900000,
               .total = 5000000,
               .fill = Fill::own_hatched});
    source_chip({.document = say("gallery.document"),
                 .clause = say("gallery.clause"),
                 .standing = Standing::in_force,
                 .words = say("gallery.in_force")});
  }
  {
    Step step({.number = 6,
               .title = say("gallery.fund_pays"),
               .amount = "29,750.00",
               .formula = "**35,000.00 × 85%** = 29,750.00",
               .before = 2025000,
               .share = 2975000,
               .total = 5000000,
               .fill = Fill::fund,
               .token = Token::pine});
  }
}

void waiting() {
  message_bar(say("gallery.saved"), say("gallery.look"));
  gap(12);
  message_bar(say("gallery.not_sent"), say("gallery.retry"), true);
  gap(20);
  progress(say("gallery.progress"), say("gallery.progress_left"), 0.64);
  gap(20);
  Sheet sheet({.surface = Surface::outlined});
  if (empty_state({Icon::clipboard, say("gallery.empty"), say("gallery.empty_sentence"),
                   say("gallery.empty_action")}))
    toast("gallery", say("gallery.saved"), say("gallery.look"));
}

void dialog_sample() {
  Samples& s = samples();
  if (button(say("gallery.delete"), {.kind = ButtonKind::careful, .before = Icon::trash})) s.asking = true;
  Dialog dialog(s.asking, {.title = say("gallery.dialog_title"), .body = say("gallery.dialog_body")});
  if (!dialog) return;
  if (dialog.action(say("gallery.keep"))) s.asking = false;
  if (dialog.action(say("gallery.delete_it"), ButtonKind::careful)) s.asking = false;
}

void bar_of_the_gallery() {
  const Door doors[] = {{say("gallery.door_parts"), "#/components", Icon::book, true},
                        {say("gallery.door_start"), "#/", Icon::home}};
  Theme look = theme();
  {
    TopBar bar({.product = say("gallery.product"),
                .screen = say("gallery.title"),
                .doors = doors,
                .name = say("gallery.title")});
    if (icon_button(look.mode == Mode::dark ? Icon::sun : Icon::moon, say("gallery.dark"))) {
      look.mode = look.mode == Mode::dark ? Mode::light : Mode::dark;
      set_theme(look);
    }
    if (!(look.large && phone()) && icon_button(Icon::globe, say("gallery.language"))) {
      look.language = look.language == Language::zh ? Language::en : Language::zh;
      set_theme(look);
    }
    if (pill_button(say("gallery.large"), Icon::none, true)) {
      look.large = !look.large;
      set_theme(look);
    }
  }
  bottom_navigation(doors, say("gallery.title"));
}

}  // namespace

void part(strings::Key title) {
  gap(28);
  heading(2, say(title), Type::label);
  divider(6, 12);
}

void gallery() {
  bar_of_the_gallery();
  Page page;
  heading(1, say("gallery.title"), Type::title);
  const auto left = [] {
    part("gallery.part_colours");
    colours();
    part("gallery.part_buttons");
    buttons();
    part("gallery.part_inputs");
    inputs();
    part("gallery.part_standings");
    standings();
    part("gallery.part_dialog");
    dialog_sample();
    part("gallery.part_waiting");
    waiting();
  };
  const auto right = [] {
    part("gallery.part_money");
    {
      Sheet sheet({.name = say("gallery.part_money")});
      money();
    }
    gallery_of_records();
  };
  if (!desktop()) {
    left();
    right();
    return;
  }
  Columns columns({.tracks = {fill(), fill()}, .gap = 48});
  columns.next();
  left();
  columns.next();
  right();
}

}  // namespace mingbai::ui
