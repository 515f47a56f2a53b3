#include "web/screens/model/answer_words.h"

#include <catch2/catch_test_macros.hpp>

namespace mingbai::screens {
namespace {

const strings::Strings zh{Language::zh}, en{Language::en};

TEST_CASE("an answer's fields are called by their names, those of the year with the year") {
  CHECK(answer_field("fund_pay", zh) == "基金付");
  CHECK(answer_field("ledger.fund_paid", zh) == "今年基金已付");
  CHECK(answer_field("eligible", en) == "Insured cost");
}

TEST_CASE("a field without a name keeps its path") {
  CHECK(answer_field("findings.exactly[0].code", zh) == "findings.exactly[0].code");
  CHECK(answer_field("", zh).empty());
}

TEST_CASE("sums are grouped, everything else stands as it is") {
  CHECK(answer_value("14560.00") == "14,560.00");
  CHECK(answer_value("3") == "3");
  CHECK(answer_value("1.2") == "1.2");
  CHECK(answer_value("not_eligible") == "not_eligible");
  CHECK(answer_value(".00") == ".00");
}

}  // namespace
}  // namespace mingbai::screens
