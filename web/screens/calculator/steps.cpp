// How it is calculated: every step with its sum, formula, clause and standing, and the line that proves the sum.
#include "web/screens/calculator/screen.h"
#include "web/screens/pieces.h"
#include "web/ui/ui.h"

namespace mingbai::screens {
namespace {

ui::Fill fill_of(Share share) {
  if (share == Share::own_unfiled) return ui::Fill::own_hatched;
  return share == Share::own ? ui::Fill::own : ui::Fill::fund;
}

ui::Token token_of(Share share) {
  if (share == Share::none) return ui::Token::ink2;
  return share == Share::own || share == Share::own_unfiled ? ui::Token::ochre : ui::Token::pine;
}

void draw_step(const StepRow& row, std::int64_t total_fen) {
  const bool moves = row.share_fen > 0 || row.key == "total";
  ui::Step step({.number = row.number,
                 .title = row.title,
                 .amount = row.amount,
                 .left = row.left,
                 .formula = row.formula,
                 .before = row.before_fen,
                 .share = row.share_fen,
                 .total = moves ? total_fen : 0,
                 .fill = fill_of(row.share),
                 .token = token_of(row.share),
                 .key = row.key});
  auto chips = [&] {
    if (!row.from_bill.empty()) ui::source_chip({.document = row.from_bill, .key = "bill"});
    for (std::size_t i = 0; i < row.sources.size(); ++i) draw_source(row.sources[i], "source" + std::to_string(i));
  };
  if (ui::phone()) {
    ui::Stack stack({.gap = 8});
    chips();
  } else {
    ui::Row line({.gap = 8});
    chips();
  }
}

}  // namespace

void CalculatorScreen::draw_steps(const Context& c) {
  const strings::Strings& t = c.t;
  ui::Sheet sheet({.name = t("calculator.steps"), .key = "steps"});
  {
    ui::Row row({.align = ui::Align::between});
    ui::heading(2, t("calculator.steps"));
    if (answer_->assumption_count > 0 &&
        ui::button(view_.only_assumed ? t("calculator.all_steps") : t("calculator.only_assumed"),
                   {.kind = ui::ButtonKind::words, .small = true, .key = "only"})) {
      view_.only_assumed = !view_.only_assumed;
    }
  }
  ui::gap(8);
  for (const StepRow& row : answer_->steps) {
    if (!view_.only_assumed || row.assumed) draw_step(row, answer_->total_fen);
  }
  ui::strong_divider(20, 20);
  auto words = [&] {
    ui::text(t("calculator.you"), ui::Type::strong);
    ui::caption(answer_->closing_sum);
  };
  if (ui::phone()) {
    words();
    ui::figure(answer_->self_pay, ui::Type::subfigure, ui::Token::ochre, t("app.currency"));
  } else {
    ui::Columns columns({.tracks = {ui::fill(), ui::hug()}, .gap = 24, .align = ui::Align::centre, .key = "closing"});
    columns.next();
    words();
    columns.next();
    ui::figure(answer_->self_pay, ui::Type::figure, ui::Token::ochre, t("app.currency"));
  }
  ui::gap(8);
  ui::Columns columns({.tracks = {ui::fill(), ui::hug()}, .gap = 12, .align = ui::Align::centre, .key = "control"});
  columns.next();
  ui::caption(answer_->control);
  columns.next();
  ui::icon(ui::Icon::ring_check, 24, ui::Token::pine);
}

}  // namespace mingbai::screens
