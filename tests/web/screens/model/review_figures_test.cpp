#include "web/screens/model/review_figures.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/web/screens/model/packs_in_hand.h"

namespace mingbai::screens {
namespace {

constexpr const char* told = R"({
 "days": [{"day": "2026-11-20", "submitted": 3, "took_effect": 1, "refused": 1}, {"day": "2026-11-22", "submitted": 2, "supplement_asked": 1},
          {"day": "2020-01-01", "submitted": 99}],
 "kinds": {"remote_care": 2, "special_disease": 3},
 "ages": [{"days_below": "1", "filings": 4}, {"days_below": "3", "filings": 0}, {"days_below": "more", "filings": 2}],
 "reasons": [{"code": "reviewer", "message": "证明看不清", "message_en": "", "document": "", "clause": "", "count": 1},
             {"code": "physician_title", "message": "医生职称不够", "message_en": "Title too low", "document": "nowhere", "clause": "二", "count": 5}]})";

ReviewFigures read(const strings::Strings& t) { return *review_figures(told, day("2026-11-20"), day("2026-11-22"), names(), t); }

}  // namespace

TEST_CASE("every day of the span has a column, days without a filing too, and no other day counts") {
  const ReviewFigures figures = read(zh);
  REQUIRE(figures.days.size() == 3);
  CHECK(figures.days[1].day == "2026-11-21");
  CHECK(figures.days[1].submitted == 0);
  CHECK(figures.sum.submitted == 5);
  CHECK(figures.sum.took_effect == 1);
  CHECK(figures.sum.supplement_asked == 1);
  CHECK(figures.sum.refused == 1);
}

TEST_CASE("kinds and reasons stand with the most frequent first, ages by age") {
  const ReviewFigures figures = read(zh);
  CHECK(figures.kinds.front().count == 3);
  CHECK(figures.reasons.front().name == "医生职称不够");
  CHECK(figures.reasons.front().detail == "nowhere 二");
  CHECK(figures.reasons.back().name == "审核人员自己写的");
  REQUIRE(figures.ages.size() == 3);
  CHECK(figures.ages[0].name == "不到 1 天");
  CHECK(figures.ages[1].name == "1 到 3 天");
  CHECK(figures.ages[2].name == "3 天以上");
  CHECK(read(en).reasons.front().name == "Title too low");
}

TEST_CASE("a chart's file has a line a day, or a line a row") {
  const ReviewFigures figures = read(zh);
  const std::string days = days_csv(figures, zh);
  CHECK(days.find("\"2026-11-21\",\"0\",\"0\",\"0\",\"0\"\r\n") != days.npos);
  CHECK(rows_csv(figures.ages, "等了多久", zh).find("\"3 天以上\",\"\",\"2\"") != std::string::npos);
}

TEST_CASE("figures of a problem or of nonsense are none") {
  CHECK_FALSE(review_figures(R"({"type": "problem"})", day("2026-11-20"), day("2026-11-22"), names(), zh));
  CHECK_FALSE(review_figures("<html>", day("2026-11-20"), day("2026-11-22"), names(), zh));
  CHECK(review_figures(R"({"days": [7, null, {"day": 3}]})", day("2026-11-20"), day("2026-11-20"), names(), zh)->days.size() == 1);
}

}  // namespace mingbai::screens
