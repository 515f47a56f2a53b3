#include "web/screens/model/csv.h"

#include <catch2/catch_test_macros.hpp>

namespace mingbai::screens {

TEST_CASE("a cell is quoted, a quote in it doubled, a line ends with CR LF") {
  Csv csv;
  csv.line({"a", "say \"no\"", "1,200.00"});
  CHECK(csv.text() == "\xEF\xBB\xBF\"a\",\"say \"\"no\"\"\",\"1,200.00\"\r\n");
}

TEST_CASE("what a spreadsheet would run as a formula is text, and a negative number stays one") {
  Csv csv;
  csv.line({"=1+1", "@SUM(A1)", "-5.00", "-cmd"});
  CHECK(csv.text().ends_with("\"'=1+1\",\"'@SUM(A1)\",\"-5.00\",\"'-cmd\"\r\n"));
}

}  // namespace mingbai::screens
