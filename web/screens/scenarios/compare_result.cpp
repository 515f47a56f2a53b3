// What the comparison says: both sides, who gains and loses, where, by which clause; every chart is a table, too.
#include "web/platform/bridge.h"
#include "web/screens/model/json_reading.h"
#include "web/screens/pieces.h"
#include "web/screens/scenarios/compare.h"
#include "web/ui/ui.h"

namespace mingbai::screens {
namespace {

ui::Icon triangle(int paid_by_fund) {
  return paid_by_fund > 0 ? ui::Icon::triangle_up : paid_by_fund < 0 ? ui::Icon::triangle_down : ui::Icon::none;
}

ui::Token money_token(int paid_by_fund) {
  return paid_by_fund > 0 ? ui::Token::pine : paid_by_fund < 0 ? ui::Token::ochre : ui::Token::ink;
}

void draw_side(std::string_view letter, const PolicyTold& policy, const SideTotal& total, const strings::Strings& t) {
  const ui::Keyed keyed(letter);
  ui::Sheet sheet({.padding = 20, .stretch = true, .name = policy.title, .key = "side"});
  ui::heading(2, std::string(letter) + " " + policy.title, ui::Type::strong);
  ui::gap(4);
  ui::fact(t("scenario.total_cost"), total.total, 148);
  ui::fact(t("calculator.fund"), total.fund_pay, 148);
  if (total.major_illness_pay != "0.00") ui::fact(t("calculator.major_label"), total.major_illness_pay, 148);
  ui::fact(t("scenario.people_pay"), total.self_pay, 148);
}

void draw_number(std::string_view label, std::int64_t people, std::string_view detail, ui::Icon icon, ui::Token token) {
  {
    ui::Row row({.gap = 8});
    if (icon != ui::Icon::none) ui::icon(icon, 14, token);
    ui::caption(label);
  }
  ui::text(grouped(people), ui::Type::figure, token);
  ui::caption(detail);
}

}  // namespace

void ScenarioCompare::draw_sides(const Context& c) {
  const ComparisonSummary& s = *summary_;
  if (s.policies.size() < 2 || s.totals.size() < 2) return;
  if (ui::phone()) {
    draw_side("A", s.policies[0], s.totals[0], c.t);
    draw_side("B", s.policies[1], s.totals[1], c.t);
    return;
  }
  ui::Columns columns({.tracks = {ui::fill(), ui::fill()}, .gap = 24, .key = "told"});
  columns.next();
  draw_side("A", s.policies[0], s.totals[0], c.t);
  columns.next();
  draw_side("B", s.policies[1], s.totals[1], c.t);
}

void ScenarioCompare::draw_people(const Context& c) {
  const strings::Strings& t = c.t;
  const ComparisonSummary& s = *summary_;
  ui::Sheet sheet({.name = t("scenario.who"), .key = "people"});
  auto less = [&] { draw_number(t("scenario.winners"), s.winners, t("scenario.together_less", {{"amount", s.won}}), ui::Icon::triangle_down, ui::Token::pine); };
  auto more = [&] { draw_number(t("scenario.losers"), s.losers, t("scenario.together_more", {{"amount", s.lost}}), ui::Icon::triangle_up, ui::Token::ochre); };
  auto same = [&] { draw_number(t("scenario.unchanged"), s.unchanged, t("scenario.no_difference"), ui::Icon::none, ui::Token::ink); };
  if (ui::phone()) {
    less();
    ui::divider();
    more();
    ui::divider();
    same();
  } else {
    ui::Columns columns({.tracks = {ui::fill(), ui::fill(), ui::fill()}, .gap = 24, .key = "numbers"});
    columns.next();
    less();
    columns.next();
    more();
    columns.next();
    same();
  }
  ui::gap(20);
  std::vector<ui::Piece> pieces;
  if (s.winners > 0) pieces.push_back({s.winners, ui::Fill::fund});
  if (s.losers > 0) pieces.push_back({s.losers, ui::Fill::own_hatched});
  if (s.unchanged > 0) pieces.push_back({s.unchanged, ui::Fill::rest});
  const std::string name = t("scenario.bar_name", {{"winners", grouped(s.winners)}, {"losers", grouped(s.losers)}, {"unchanged", grouped(s.unchanged)}});
  if (!pieces.empty()) ui::bar(pieces, 18, name);
  ui::gap(4);
  ui::caption(t("scenario.whole_bar", {{"people", grouped(s.people)}}));
  const std::int64_t undetermined = s.totals.empty() ? 0 : s.totals.back().undetermined;
  if (undetermined > 0) {
    ui::gap(12);
    ui::note(ui::NoteTone::information, t("scenario.undetermined", {{"count", grouped(undetermined)}}));
  }
  for (const std::string& finding : s.findings) {
    ui::gap(12);
    ui::note(ui::NoteTone::assumption, finding);
  }
  if (s.basis == "in_force" || s.basis.empty()) return;
  ui::gap(12);
  ui::note(ui::NoteTone::assumption, s.basis == "draft" ? t("scenario.basis_draft") : t("scenario.basis_assumed"));
}

void ScenarioCompare::draw_histogram(const Context& c) {
  const strings::Strings& t = c.t;
  ui::Sheet sheet({.stretch = true, .name = t("scenario.histogram"), .key = "histogram"});
  ui::heading(2, t("scenario.histogram"));
  ui::caption(t("scenario.histogram_hint"));
  ui::gap(12);
  std::vector<std::string> people;
  people.reserve(summary_->histogram.size());
  std::vector<ui::BarRow> rows;
  std::int64_t changed = 0;
  for (const HistogramRow& bin : summary_->histogram) {
    if (bin.sign == 0 || bin.people == 0) continue;
    changed += bin.people;
    const bool less = bin.sign < 0;
    rows.push_back({.name = bin.label,
                    .icon = less ? ui::Icon::triangle_down : ui::Icon::triangle_up,
                    .token = less ? ui::Token::pine : ui::Token::ochre,
                    .length = bin.sum,
                    .fill = less ? ui::Fill::fund : ui::Fill::own_hatched,
                    .second = people.emplace_back(grouped(bin.people)),
                    .amount = bin.amount});
  }
  if (rows.empty()) return ui::text(t("scenario.nobody_changed"), ui::Type::body, ui::Token::ink2);
  const std::string total = grouped(changed);
  ui::bar_chart({.name = t("scenario.histogram"),
                 .name_title = t("scenario.difference_each"),
                 .second_title = t("scenario.people"),
                 .amount_title = t("scenario.band_sum"),
                 .rows = rows,
                 .total = {.name = t("ui.total"), .token = money_token(summary_->self_sign < 0 ? 1 : -1), .second = total, .amount = summary_->self_difference}});
}

void ScenarioCompare::draw_groups(const Context& c) {
  const strings::Strings& t = c.t;
  if (summary_->groupings.empty()) return;
  ui::Sheet sheet({.stretch = true, .name = t("scenario.groups"), .key = "groups"});
  ui::heading(2, t("scenario.groups"));
  ui::caption(t("scenario.groups_hint"));
  ui::gap(12);
  std::vector<ui::Choice> by;
  for (const Grouping& grouping : summary_->groupings) by.push_back({grouping.fact, grouping.label});
  const Grouping* chosen = &summary_->groupings.front();
  for (const Grouping& grouping : summary_->groupings) {
    if (grouping.fact == grouping_) chosen = &grouping;
  }
  std::string fact = chosen->fact;
  if (by.size() > 1 && ui::select(t("scenario.group_by"), fact, by, {.label_hidden = true})) grouping_ = fact;
  ui::gap(12);
  std::vector<ui::PairRow> rows;
  std::int64_t a = 0, b = 0;
  for (const GroupRow& row : chosen->rows) {
    a += row.fund_a;
    b += row.fund_b;
    rows.push_back({row.label, row.difference, row.shown_a, row.shown_b, triangle(row.sign), money_token(row.sign), row.fund_a, row.fund_b});
  }
  const int sign = b > a ? 1 : b < a ? -1 : 0;
  const std::string column_a = t("scenario.groups_of", {{"policy", "A"}}), column_b = t("scenario.groups_of", {{"policy", "B"}});
  ui::pair_chart(t("scenario.groups"), {chosen->label, t("scenario.apart"), column_a, column_b}, rows, t("ui.total"), signed_amount(b - a, t), money_token(sign));
}

void ScenarioCompare::draw_clauses(const Context& c) {
  const strings::Strings& t = c.t;
  ui::Sheet sheet({.name = t("scenario.clauses"), .key = "clauses"});
  ui::heading(2, t("scenario.clauses"));
  ui::caption(t("scenario.clauses_hint"));
  ui::gap(12);
  if (summary_->clauses.empty()) return ui::text(t("scenario.no_clause"), ui::Type::body, ui::Token::ink2);
  std::vector<std::string> texts;
  texts.reserve(summary_->clauses.size() * 2);
  std::vector<std::vector<ui::Cell>> rows;
  for (const ClauseRow& row : summary_->clauses) {
    const std::string& people = texts.emplace_back(grouped(row.people));
    const std::string& source = texts.emplace_back(row.source.document + " " + row.source.clause);
    rows.push_back({{row.label, true}, {source, false, ui::Token::ink2}, {people}, {row.difference, true, money_token(-row.sign)}});
  }
  const ui::ColumnSpec columns[] = {{t("scenario.step"), 1}, {t("scenario.clause"), 1.4f}, {t("scenario.people_touched"), 0.6f, true}, {t("scenario.people_more"), 0.9f, true}};
  ui::table(columns, rows, {.name = t("scenario.clauses"), .key = "clauses"});
}

void ScenarioCompare::draw_download(const Context& c) {
  const strings::Strings& t = c.t;
  ui::Row row({.gap = 12, .key = "download"});
  if (ui::button(t("scenario.csv"), {.before = ui::Icon::download})) platform::download("comparison.csv", "text/csv;charset=utf-8", to_csv(*summary_, t));
  if (ui::button(t("scenario.summary_json"), {.before = ui::Icon::download})) platform::download("comparison.json", "application/json", word(Json::parse(summary_text_, nullptr, false), t.language == Language::zh ? "zh" : "en"));
}

}  // namespace mingbai::screens
