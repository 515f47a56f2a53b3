#include "web/screens/home/screen.h"

#include "web/screens/home/doors.h"
#include "web/screens/model/calculator_form.h"
#include "web/ui/ui.h"

namespace mingbai::screens {
namespace {

// The bar says what stands above it.
void draw_share(std::string_view name, std::string_view amount, std::span<const ui::Piece> pieces) {
  {
    ui::Row row({.align = ui::Align::between, .line_gap = 0, .key = name});
    ui::text(name, ui::Type::label, ui::Token::ink, {.silent = true});
    ui::text(amount, ui::Type::label_strong, ui::Token::ink, {.silent = true});
  }
  ui::gap(4);
  ui::bar(pieces, 16, std::string(name) + " " + std::string(amount));
  ui::gap(12);
}

}  // namespace

void HomeScreen::refresh(const Context& c) {
  if (answer_ && answered_in_ == c.t.language && answered_on_ == c.today) return;
  answer_ = calculator_answer(c.library, editions_, c.names, example_form(c.today), c.t);
  answered_in_ = c.t.language;
  answered_on_ = c.today;
}

void HomeScreen::draw_welcome(const Context& c, std::string_view calculator) const {
  const strings::Strings& t = c.t;
  ui::heading(1, t("home.heading"), ui::Type::home);
  ui::gap(16);
  ui::text(t("home.line"), ui::Type::body, ui::Token::ink2);
  ui::gap(28);
  const std::string example = to_hash(calculator_route(example_form(c.today), c.today));
  ui::Row row({.gap = 12, .line_gap = 12});
  ui::button(t("door.calculator"), {.kind = ui::ButtonKind::primary, .after = ui::Icon::arrow_right, .target = calculator});
  ui::button(t("home.example"), {.kind = ui::ButtonKind::secondary, .target = example});
}

void HomeScreen::draw_example(const Context& c) const {
  const strings::Strings& t = c.t;
  const Answer& answer = *answer_;
  const ui::Region example(ui::Role::group, t("home.example_name"));
  const ui::Piece all[] = {{answer.total_fen, ui::Fill::rest}};
  draw_share(t("home.example_total"), answer.total, all);
  std::int64_t own = 0;
  for (const StripPiece& piece : std::span(answer.pieces).first(answer.own_pieces)) {
    const ui::Piece pieces[] = {{own, ui::Fill::rest},
                                {piece.fen, piece.share == Share::own_unfiled ? ui::Fill::own_hatched : ui::Fill::own},
                                {answer.total_fen - own - piece.fen, ui::Fill::rest}};
    draw_share(piece.name, std::string(t("app.minus")) + piece.amount, pieces);
    own += piece.fen;
  }
  ui::divider(4, 16);
  {
    ui::Row row({.align = ui::Align::between, .line_gap = 0, .key = "shares"});
    ui::text(std::string(t("calculator.you")) + " " + answer.self_pay, ui::Type::strong, ui::Token::ochre);
    ui::text(std::string(t("calculator.fund")) + " " + answer.fund_pay, ui::Type::strong, ui::Token::pine);
  }
  ui::gap(8);
  const ui::Piece shares[] = {{own, ui::Fill::own}, {answer.total_fen - own, ui::Fill::fund}};
  ui::bar(shares, 40, {}, 14);
  ui::gap(12);
  const CalculatorForm form = example_form(c.today);
  const auto level = strings::find("level." + form.level);
  std::string line = t("home.example_line", {{"why", situation_label(form.situation, t)},
                                             {"city", c.names.region(form.care_region, t.language)},
                                             {"level", level ? t(*level) : std::string_view(form.level)}});
  if (answer.assumption_count > 0) line += t("home.example_assumed", {{"count", std::to_string(answer.assumption_count)}});
  line += t("list.stop");
  ui::text(line, ui::Type::small, ui::Token::ink2);
}

void HomeScreen::draw_hero(const Context& c, std::string_view calculator) const {
  const bool wide = ui::desktop();
  ui::Sheet sheet({.surface = ui::Surface::deep, .padding = wide ? 56.f : ui::phone() ? 20.f : 40.f, .corner = ui::phone() ? 20.f : 28.f, .key = "hero"});
  const bool told = answer_->state == Answer::State::determined;
  if (!wide || !told) {
    draw_welcome(c, calculator);
    if (!told) return;
    ui::gap(32);
    return draw_example(c);
  }
  ui::Columns columns({.tracks = {ui::fill(), ui::fill()}, .gap = 64, .align = ui::Align::centre, .key = "halves"});
  columns.next();
  draw_welcome(c, calculator);
  columns.next();
  draw_example(c);
}

void HomeScreen::draw(const Context& c, std::string_view calculator) {
  refresh(c);
  ui::Page page({.name = c.t("home.title")});
  draw_hero(c, calculator);
  draw_doors(c, calculator);
  draw_staff_doors(c);
  draw_promises(c);
}

}  // namespace mingbai::screens
