#include "core/institution_payment/ladder.h"

#include <catch2/catch_test_macros.hpp>

using namespace mingbai;
using namespace mingbai::institution_payment;

namespace {

const Ladder ladder{{"low"}, {"middle_general", "middle_specialist"}, {"high"}, {"top"}};
constexpr Decimal d(std::int64_t hundredths) { return {hundredths * 100}; }

}  // namespace

TEST_CASE("a class with a coefficient of its own keeps it") {
  CHECK(upward(ladder, {{"low", d(50)}, {"top", d(100)}}, "low")->value == d(50));
}

TEST_CASE("a class without one takes the lowest of the next class up that has any") {
  CHECK(upward(ladder, {{"middle_general", d(70)}, {"middle_specialist", d(68)}, {"top", d(100)}}, "low")
            ->value == d(68));
  CHECK(upward(ladder, {{"top", d(100)}}, "low")->provider_class == "top");
}

TEST_CASE("neither an equal nor a lower class lends its coefficient") {
  CHECK(upward(ladder, {{"middle_general", d(70)}, {"high", d(90)}}, "middle_specialist")->value == d(90));
  CHECK(upward(ladder, {{"low", d(50)}}, "middle_general") == nullptr);
  CHECK(upward(ladder, {{"high", d(90)}}, "top") == nullptr);
}

TEST_CASE("a class that is not on the ladder takes nobody's") {
  CHECK(upward(ladder, {{"top", d(100)}}, "elsewhere") == nullptr);
}
