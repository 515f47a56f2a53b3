#include "core/filing/receipt_number.h"

#include <catch2/catch_test_macros.hpp>
#include <set>

namespace mingbai::filing {
namespace {

constexpr Date day{20778};  // 2026-11-21

TEST_CASE("a receipt number holds region, day and sequence") {
  CHECK(receipt_number("zhongshan", day, 1).starts_with("ZS261121-0001"));
  CHECK(receipt_number("tangshan", day, 33).starts_with("TS261121-0011"));
  CHECK(receipt_number("chuxiong", day, 1048576).starts_with("CX261121-10000"));
  CHECK(receipt_number("zhongshan", day, 1).size() == 14);
}

TEST_CASE("region letters are those of the first and the last syllable") {
  CHECK(region_letters("zhongshan") == "ZS");
  CHECK(region_letters("guangdong") == "GD");
  CHECK(region_letters("yunnan") == "YN");
  CHECK(region_letters("zhongshan-2027") == "ZS");
  CHECK(region_letters("") == "MB");
}

TEST_CASE("every single wrong character of a receipt number is noticed") {
  const std::string right = receipt_number("zhongshan", day, 987654);
  REQUIRE(is_receipt_number(right));
  int tried = 0;
  for (std::size_t at = 2; at < right.size(); ++at) {
    for (const char c : std::string_view("0123456789ABCDEFGHJKMNPQRSTVWXYZ")) {
      if (c == right[at]) continue;
      std::string wrong = right;
      wrong[at] = c;
      ++tried;
      CHECK_FALSE(is_receipt_number(wrong));
    }
  }
  CHECK(tried > 300);
}

TEST_CASE("numbers of different sequences differ") {
  std::set<std::string> numbers;
  for (std::int64_t sequence = 1; sequence <= 5000; ++sequence)
    numbers.insert(receipt_number("zhongshan", day, sequence));
  CHECK(numbers.size() == 5000);
}

TEST_CASE("a text of another form is no receipt number") {
  for (const char* text : {"", "ZS261121", "ZS261121-", "zs261121-0001A", "ZS261121-000IL"}) {
    CHECK_FALSE(is_receipt_number(text));
  }
}

}  // namespace
}  // namespace mingbai::filing
