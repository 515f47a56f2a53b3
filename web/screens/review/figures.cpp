#include "web/screens/review/figures.h"

#include "web/platform/bridge.h"
#include "web/screens/model/comparison_summary.h"
#include "web/screens/model/entry.h"
#include "web/screens/model/review.h"
#include "web/ui/ui.h"

namespace mingbai::screens {
namespace {

constexpr std::string_view answer_key = "review.figures", ledger_key = "review.ledger";
constexpr std::string_view own = "own";

// What the pills offer, in days.
constexpr std::string_view spans[] = {"7", "30", "90"};

bool csv_button(std::string_view name, const strings::Strings& t) {
  ui::gap(16);
  return ui::button(t("figures.csv"), {.before = ui::Icon::download, .small = true, .name = name});
}

void save(std::string_view name, const std::string& csv) { platform::download(name, "text/csv;charset=utf-8", csv); }

}  // namespace

void FiguresPart::open(const Context& c) {
  if (asked_) return;
  to_ = c.today;
  from_ = c.today + (1 - std::stoi(span_));
  from_text_ = to_iso(from_);
  to_text_ = to_iso(to_);
  ask();
}

void FiguresPart::ask() {
  asked_ = true;
  platform::ask_server(answer_key, get_question("/api/v1/statistics?from=" + to_iso(from_) + "&to=" + to_iso(to_)));
}

bool FiguresPart::on_answer(const ServerAnswer& answer) {
  if (yearly_.on_answer(answer)) return true;
  if (answer.key == ledger_key) {
    ledger_status_ = answer.status;
    if (answer.good()) save("ledger.csv", answer.body);
    else ledger_problem_ = answer.body;
    return true;
  }
  if (answer.key != answer_key) return false;
  status_ = answer.status;
  body_ = answer.body;
  figures_.reset();
  return true;
}

void FiguresPart::draw_span(const Context& c) {
  const strings::Strings& t = c.t;
  std::vector<std::string> words;
  for (const std::string_view days : spans) words.push_back(t("figures.last_days", {{"count", days}}));
  std::vector<ui::Choice> choices;
  for (std::size_t at = 0; at < words.size(); ++at) choices.push_back({spans[at], words[at]});
  choices.push_back({own, t("figures.own_days")});
  if (ui::segmented(t("figures.span"), span_, choices, {.label_hidden = true, .width = ui::phone() ? 0.f : 480.f}) && span_ != own) {
    asked_ = false;
    open(c);
  }
  if (span_ != own) return;
  ui::gap(12);
  const std::string from_fault = date_fault(from_text_, t), to_fault = date_fault(to_text_, t);
  const auto first = [&] { ui::text_field(t("figures.from"), from_text_, {.kind = ui::FieldKind::date, .error = from_fault}); };
  const auto last = [&] { ui::text_field(t("figures.to"), to_text_, {.kind = ui::FieldKind::date, .error = to_fault}); };
  if (ui::phone()) {
    first();
    ui::gap(12);
    last();
  } else {
    ui::Columns columns({.tracks = {ui::fixed(240), ui::fixed(240), ui::fill()}, .gap = 16, .key = "days"});
    columns.next();
    first();
    columns.next();
    last();
  }
  const auto from = read_date(from_text_), to = read_date(to_text_);
  ui::gap(12);
  const std::string_view wrong = !from || !to ? t("figures.days_needed") : *to < *from ? t("figures.days_turned") : std::string_view();
  if (ui::button(t("figures.show"), {.kind = ui::ButtonKind::secondary, .small = true, .disabled_reason = wrong})) {
    from_ = *from;
    to_ = *to;
    ask();
  }
}

void FiguresPart::draw_ledger(const Context& c) {
  const strings::Strings& t = c.t;
  ui::Sheet sheet({.name = t("figures.ledger"), .key = "ledger"});
  ui::heading(2, t("figures.ledger"));
  ui::text(t("figures.ledger_line"), ui::Type::body, ui::Token::ink2);
  ui::gap(12);
  if (ui::button(t("review.ledger"), {.before = ui::Icon::download, .small = true})) {
    platform::ask_server(ledger_key, get_question("/api/v1/review/ledger.csv?from=" + to_iso(from_) + "&to=" + to_iso(to_)));
  }
  if (ledger_status_ == 0 || ledger_status_ >= 400) ui::note(ui::NoteTone::fault, problem_words(ledger_status_, ledger_problem_, t));
}

void FiguresPart::draw_sum(const Context& c) {
  const strings::Strings& t = c.t;
  const DayFigure& sum = figures_->sum;
  const std::pair<std::string_view, std::int64_t> numbers[] = {{t("figures.submitted"), sum.submitted},
                                                               {t("figures.took_effect"), sum.took_effect},
                                                               {t("figures.supplement_asked"), sum.supplement_asked},
                                                               {t("figures.refused"), sum.refused}};
  const auto draw = [](std::string_view label, std::int64_t count) {
    const ui::Keyed keyed(label);
    ui::caption(label);
    ui::text(grouped(count), ui::Type::figure);
  };
  ui::Sheet sheet({.name = t("figures.sum"), .key = "sum"});
  const std::size_t across = ui::phone() ? 2 : 4;
  for (std::size_t row = 0; row < std::size(numbers); row += across) {
    const ui::Keyed keyed(row);
    if (row > 0) ui::gap(16);
    ui::Columns columns({.tracks = std::vector<ui::Track>(across, ui::fill()), .gap = 16, .key = "numbers"});
    for (std::size_t at = row; at < row + across; ++at) {
      columns.next();
      draw(numbers[at].first, numbers[at].second);
    }
  }
}

void FiguresPart::draw_days(const Context& c) {
  const strings::Strings& t = c.t;
  ui::Sheet sheet({.name = t("figures.by_day"), .key = "days"});
  ui::heading(2, t("figures.by_day"));
  ui::caption(t("figures.by_day_line"));
  ui::gap(12);
  std::vector<std::string> words;
  words.reserve(figures_->days.size());
  std::vector<ui::ColumnPoint> points;
  for (const DayFigure& day : figures_->days) points.push_back({day.label, day.submitted, words.emplace_back(grouped(day.submitted))});
  ui::column_chart(t("figures.by_day"), t("figures.day"), t("figures.filings"), points);
  if (csv_button(t("figures.csv_of", {{"what", t("figures.by_day")}}), t)) save("days.csv", days_csv(*figures_, t));
}

void FiguresPart::draw_rows(std::string_view title, std::string_view line, std::string_view empty, const std::vector<FigureRow>& rows,
                            const Context& c) {
  const strings::Strings& t = c.t;
  const ui::Keyed keyed(title);
  ui::Sheet sheet({.stretch = true, .name = title, .key = "rows"});
  ui::heading(2, title);
  ui::caption(line);
  ui::gap(12);
  if (rows.empty()) return ui::text(empty, ui::Type::body, ui::Token::ink2);
  std::vector<std::string> words;
  words.reserve(rows.size());
  std::vector<ui::BarRow> bars;
  for (const FigureRow& row : rows) {
    bars.push_back({.name = row.name, .length = row.count, .second = row.detail, .amount = words.emplace_back(grouped(row.count))});
  }
  const bool clauses = std::ranges::any_of(rows, [](const FigureRow& row) { return !row.detail.empty(); });
  ui::bar_chart({.name = title,
                 .name_title = title,
                 .second_title = clauses ? t("scenario.clause") : std::string_view(),
                 .amount_title = t("figures.filings"),
                 .rows = bars});
  if (csv_button(t("figures.csv_of", {{"what", title}}), t)) save("figures.csv", rows_csv(rows, title, t));
}

void FiguresPart::draw(const Context& c) {
  const strings::Strings& t = c.t;
  open(c);
  draw_span(c);
  ui::gap(20);
  if (status_ == 0 || status_ >= 400) {
    if (ui::message_bar(problem_words(status_, body_, t), t("review.again"), true, "figures")) ask();
    return;
  }
  if (!figures_ || read_in_ != c.t.language) {
    figures_ = review_figures(body_, from_, to_, c.names, t);
    read_in_ = c.t.language;
  }
  if (!figures_) return ui::spinner(t("figures.loading"));
  draw_sum(c);
  draw_days(c);
  const auto ages = [&] { draw_rows(t("figures.by_age"), t("figures.by_age_line"), t("review.none"), figures_->ages, c); };
  const auto kinds = [&] { draw_rows(t("figures.by_kind"), t("figures.by_kind_line"), t("figures.none"), figures_->kinds, c); };
  if (ui::desktop()) {
    ui::Columns columns({.tracks = {ui::fill(), ui::fill()}, .gap = 24, .key = "charts"});
    columns.next();
    ages();
    columns.next();
    kinds();
  } else {
    ages();
    kinds();
  }
  draw_rows(t("figures.by_reason"), t("figures.by_reason_line"), t("figures.no_reason"), figures_->reasons, c);
  draw_ledger(c);
  yearly_.draw(c);
  fund_.draw(c);
}

}  // namespace mingbai::screens
