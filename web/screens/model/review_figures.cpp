#include "web/screens/model/review_figures.h"

#include <algorithm>

#include "web/screens/model/csv.h"
#include "web/screens/model/filing_words.h"
#include "web/screens/model/json_reading.h"
#include "web/screens/model/source_line.h"

namespace mingbai::screens {
namespace {

constexpr int days_most = 3660;

void largest_first(std::vector<FigureRow>& rows) {
  std::ranges::stable_sort(rows, std::ranges::greater{}, &FigureRow::count);
}

std::vector<DayFigure> all_days(Date from, Date to) {
  std::vector<DayFigure> days;
  for (Date day = from; day <= to && days.size() < days_most; day = day + 1) {
    const std::string iso = to_iso(day);
    days.push_back({.day = iso, .label = iso.substr(5)});
  }
  return days;
}

std::string age_words(const std::string& days_below, const std::string& days_from, const strings::Strings& t) {
  if (days_below == "more") return t("figures.age_over", {{"from", days_from}});
  if (days_from.empty()) return t("figures.age_below", {{"below", days_below}});
  return t("figures.age_between", {{"from", days_from}, {"below", days_below}});
}

FigureRow reason_row(const Json& json, const Names& names, const strings::Strings& t) {
  FigureRow row{.name = word(json, t.language == Language::zh ? "message" : "message_en"), .count = whole(json, "count")};
  if (row.name.empty()) row.name = word(json, "message");
  if (row.name.empty()) row.name = word(json, "code");
  if (word(json, "code") == "reviewer") row.name = t("figures.own_words");
  const std::string document = word(json, "document");
  if (document.empty()) return row;
  const SourceLine source = source_line({.document = document, .clause = word(json, "clause")}, names, t);
  row.detail = source.document + " " + source.clause;
  return row;
}

}  // namespace

std::optional<ReviewFigures> review_figures(std::string_view answer, Date from, Date to, const Names& names, const strings::Strings& t) {
  const Json json = Json::parse(answer, nullptr, false);
  if (!json.is_object() || !json.contains("days")) return std::nullopt;
  ReviewFigures out;
  out.days = all_days(from, to);
  for (const Json& told : list(json, "days")) {
    const auto day = std::ranges::find(out.days, word(told, "day"), &DayFigure::day);
    if (day == out.days.end()) continue;
    day->submitted = whole(told, "submitted");
    day->took_effect = whole(told, "took_effect");
    day->supplement_asked = whole(told, "supplement_asked");
    day->refused = whole(told, "refused");
    out.sum.submitted += day->submitted;
    out.sum.took_effect += day->took_effect;
    out.sum.supplement_asked += day->supplement_asked;
    out.sum.refused += day->refused;
  }
  const Json& kinds = part(json, "kinds");
  if (kinds.is_object()) {
    for (const auto& [kind, count] : kinds.items()) {
      if (count.is_number_integer()) out.kinds.push_back({kind_words(kind, names, t), {}, count.get<std::int64_t>()});
    }
  }
  std::string below;
  for (const Json& age : list(json, "ages")) {
    const std::string until = word(age, "days_below");
    out.ages.push_back({age_words(until, below, t), {}, whole(age, "filings")});
    below = until;
  }
  for (const Json& reason : list(json, "reasons")) out.reasons.push_back(reason_row(reason, names, t));
  largest_first(out.kinds);
  largest_first(out.reasons);
  return out;
}

std::string days_csv(const ReviewFigures& figures, const strings::Strings& t) {
  Csv csv;
  csv.line({std::string(t("figures.day")), std::string(t("figures.submitted")), std::string(t("figures.took_effect")),
            std::string(t("figures.supplement_asked")), std::string(t("figures.refused"))});
  for (const DayFigure& day : figures.days) {
    csv.line({day.day, std::to_string(day.submitted), std::to_string(day.took_effect), std::to_string(day.supplement_asked), std::to_string(day.refused)});
  }
  return csv.text();
}

std::string rows_csv(const std::vector<FigureRow>& rows, std::string_view title, const strings::Strings& t) {
  Csv csv;
  csv.line({std::string(title), std::string(t("scenario.clause")), std::string(t("figures.filings"))});
  for (const FigureRow& row : rows) csv.line({row.name, row.detail, std::to_string(row.count)});
  return csv.text();
}

}  // namespace mingbai::screens
