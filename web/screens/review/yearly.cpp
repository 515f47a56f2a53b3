#include "web/screens/review/yearly.h"

#include "web/platform/bridge.h"
#include "web/screens/model/comparison_summary.h"
#include "web/screens/model/review.h"
#include "web/ui/ui.h"

namespace mingbai::screens {
namespace {

constexpr std::string_view answer_key = "review.yearly.";  // and the year

}  // namespace

void YearlyPart::ask() {
  status_ = -1;
  body_.clear();
  rows_.reset();
  platform::ask_server(std::string(answer_key) + year_, get_question("/api/v1/statistics/institutions?year=" + year_));
}

bool YearlyPart::on_answer(const ServerAnswer& answer) {
  if (!answer.key.starts_with(answer_key)) return false;
  if (answer.key.substr(answer_key.size()) != year_) return true;  // another year was chosen since
  status_ = answer.status;
  body_ = answer.body;
  rows_.reset();
  return true;
}

void YearlyPart::draw_table(const Context& c) {
  const strings::Strings& t = c.t;
  if (!rows_ || read_in_ != t.language) {
    rows_ = yearly_figures(body_, c.names, t);
    read_in_ = t.language;
  }
  if (!rows_) return ui::spinner(t("figures.loading"));
  if (rows_->empty()) return ui::text(t("yearly.none"), ui::Type::body, ui::Token::ink2);
  std::vector<std::string> words;
  words.reserve(rows_->size() * 6);
  std::vector<std::vector<ui::Cell>> cells;
  const auto count = [&](std::int64_t number) { return ui::Cell{words.emplace_back(grouped(number))}; };
  for (const InstitutionFigures& row : *rows_) {
    cells.push_back({{row.name, true}, count(row.submitted), count(row.took_effect), count(row.refused), count(row.supplement_asked),
                     count(row.late_entries), count(row.decided), {row.days}});
  }
  const ui::ColumnSpec columns[] = {{t("yearly.institution"), ui::desktop() ? 2.4f : 1.5f},
                                    {t("figures.submitted"), 1, true},
                                    {t("figures.took_effect"), 1, true},
                                    {t("figures.refused"), 1, true},
                                    {t("figures.supplement_asked"), 1.1f, true},
                                    {t("yearly.late_entries"), 1, true},
                                    {t("yearly.decided"), 1, true},
                                    {t("yearly.days"), 1.2f, true}};
  ui::table(columns, cells, {.name = t("yearly.title"), .key = "rows"});
  ui::gap(16);
  if (ui::button(t("figures.csv"), {.before = ui::Icon::download, .small = true, .name = t("figures.csv_of", {{"what", t("yearly.title")}})}))
    platform::download("institutions-" + year_ + ".csv", "text/csv;charset=utf-8", yearly_csv(*rows_, t));
}

void YearlyPart::draw(const Context& c) {
  const strings::Strings& t = c.t;
  const std::vector<std::string> years = years_to_choose(c.today);
  if (year_.empty()) {
    year_ = years.front();
    ask();
  }
  ui::Sheet sheet({.name = t("yearly.title"), .key = "yearly"});
  ui::heading(2, t("yearly.title"));
  ui::caption(t("yearly.line"));
  ui::gap(12);
  std::vector<std::string> words;
  for (const std::string& year : years) words.push_back(t("yearly.year", {{"year", year}}));
  std::vector<ui::Choice> choices;
  for (std::size_t at = 0; at < years.size(); ++at) choices.push_back({years[at], words[at]});
  if (ui::segmented(t("yearly.which"), year_, choices, {.label_hidden = true, .width = ui::phone() ? 0.f : 360.f})) ask();
  ui::gap(16);
  if (status_ == 0 || status_ >= 400) {
    if (ui::message_bar(problem_words(status_, body_, t), t("review.again"), true, "yearly")) ask();
    return;
  }
  draw_table(c);
}

}  // namespace mingbai::screens
