#pragma once
// 数据: what the server counts of filings (docs/formats/protocol.md, statistics), as rows of charts that are tables, too.
//
// Days are civil days in China, every day of the span is there; a filing counts on the day something happened to it.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "generated/strings.h"
#include "web/screens/model/names.h"

namespace mingbai::screens {

struct DayFigure {
  std::string day;    // 2026-11-22
  std::string label;  // 11-22
  std::int64_t submitted = 0, took_effect = 0, supplement_asked = 0, refused = 0;
};

struct FigureRow {
  std::string name, detail;
  std::int64_t count = 0;
};

struct ReviewFigures {
  std::vector<DayFigure> days;
  DayFigure sum;  // of all days
  std::vector<FigureRow> kinds, ages, reasons;  // the largest first; ages by age
};
std::optional<ReviewFigures> review_figures(std::string_view answer, Date from, Date to, const Names&, const strings::Strings&);

std::string days_csv(const ReviewFigures&, const strings::Strings&);
std::string rows_csv(const std::vector<FigureRow>&, std::string_view title, const strings::Strings&);

}  // namespace mingbai::screens
