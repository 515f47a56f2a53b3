// The same bill with one thing changed, and the remark where a filing changes nothing.
#include "web/platform/bridge.h"
#include "web/screens/calculator/screen.h"
#include "web/screens/pieces.h"
#include "web/ui/ui.h"

namespace mingbai::screens {
namespace {

void draw_rows(const Comparison& comparison) {
  ui::Stack rows({.gap = 16, .key = "rows"});
  for (const BarLine& row : comparison.rows) {
    std::vector<ui::Piece> pieces{{row.own_fen, ui::Fill::own}};
    if (row.extra_fen > 0) pieces.push_back({row.extra_fen, ui::Fill::own_hatched});
    ui::comparison({.name = row.name,
                    .detail = row.detail,
                    .amount = row.amount,
                    .pieces = pieces,
                    .bracket = row.bracket,
                    .scale = comparison.scale_fen});
  }
}

void draw_head(const Comparison& comparison, const strings::Strings& t) {
  const std::string amount = std::string(t("app.currency")) + comparison.amount;
  ui::Region heading(ui::Role::heading, comparison.lead + " " + amount, "lead");
  ui::rich({{comparison.lead, {.strong = true}}, {" "}, {amount, {.strong = true, .token = ui::Token::ochre}}},
           ui::Type::figure, ui::Token::ink, {.silent = true});
}

}  // namespace

void CalculatorScreen::draw_comparison(const Context& c) {
  const strings::Strings& t = c.t;
  if (!answer_->filing && !answer_->levels) return;
  ui::Sheet sheet({.name = t("calculator.compare"), .key = "compare"});
  std::vector<ui::Choice> views;
  if (answer_->filing) views.push_back({"filing", t("calculator.compare_filing")});
  if (answer_->levels) views.push_back({"level", t("calculator.compare_level")});
  std::string chosen = !answer_->filing ? "level" : !answer_->levels ? "filing" : view_.compare;
  auto pills = [&] {
    ui::text(t("calculator.compare"), ui::Type::label, ui::Token::ink2, {.silent = true});
    if (ui::pills(t("calculator.compare"), chosen, views, {.label_hidden = true})) view_.compare = chosen;
  };
  if (ui::phone()) {
    ui::Stack stack({.gap = 8});
    pills();
  } else {
    ui::Row row({.gap = 12});
    pills();
  }
  ui::gap(12);
  const Comparison& shown = chosen == "filing" ? *answer_->filing : *answer_->levels;
  auto button = [&](bool wide) {
    if (ui::button(t("calculator.go_file"), {.kind = ui::ButtonKind::primary, .after = ui::Icon::arrow_right, .wide = wide})) {
      platform::go("#/file?kind=remote_care");
    }
  };
  if (shown.offers_filing && !ui::phone()) {
    ui::Columns columns({.tracks = {ui::fill(), ui::hug()}, .gap = 24, .align = ui::Align::centre, .key = "lead"});
    columns.next();
    draw_head(shown, t);
    ui::caption(shown.explanation);
    columns.next();
    button(false);
  } else {
    draw_head(shown, t);
    ui::caption(shown.explanation);
  }
  ui::gap(16);
  draw_rows(shown);
  if (chosen == "filing" && shown.offers_filing) {
    for (const std::string& note : answer_->notes) {
      ui::gap(12);
      ui::Row row({.gap = 8, .wrap = false});
      ui::icon(ui::Icon::clock, 24, ui::Token::pine);
      ui::text(note, ui::Type::label, ui::Token::ink2);
    }
  }
  if (shown.offers_filing && ui::phone()) {
    ui::gap(16);
    button(true);
  }
}

void CalculatorScreen::draw_remark() {
  if (!answer_->remark) return;
  const FilingRemark& remark = *answer_->remark;
  ui::Sheet sheet({.name = remark.title, .key = "remark"});
  ui::heading(2, remark.title, ui::Type::section);
  ui::gap(8);
  ui::text(remark.body);
  if (remark.source) {
    ui::gap(12);
    draw_source(*remark.source, "remark");
  }
}

}  // namespace mingbai::screens
