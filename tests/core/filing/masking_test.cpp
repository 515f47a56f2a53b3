#include "core/filing/masking.h"

#include <catch2/catch_test_macros.hpp>

// The identity numbers here are invented; their check digits are right.
namespace mingbai::filing {

TEST_CASE("an identity number keeps four characters at each end") {
  CHECK(masked("11010519491231002X") == "1101**********002X");
  CHECK(masked("110105491231002") == "1101*******1002");
  CHECK(masked("E12345678") == "E1*****78");
  CHECK(masked("1234") == "****");
  CHECK(masked("") == "");
}

TEST_CASE("every number of a person inside a filing is masked, whatever its type") {
  CHECK(masked_json(
            R"({"insured":{"certificate":{"type":"passport","number":"E12345678"},"region":"442000"}})") ==
        R"({"insured":{"certificate":{"number":"E1*****78","type":"passport"},"region":"442000"}})");
  CHECK(masked_json(R"({"certificate_number":110105})") == R"({"certificate_number":"***"})");
}

TEST_CASE("an identity number in a sentence or under another key is masked too") {
  CHECK(masked_json(R"({"note":"本人11010519491231002X，电话不详"})") ==
        R"({"note":"本人1101**********002X，电话不详"})");
  CHECK(masked_json(R"(["11010519491231002x"])") == R"(["1101**********002x"])");
}

TEST_CASE("names are masked where nobody decides about the filing") {
  const std::string text = R"({"agent":{"name":"林代办"},"insured":{"name":"陈测试"},"name":7})";
  CHECK(masked_json(text) == text);
  CHECK(masked_json(text, Names::masked) == R"({"agent":{"name":"林*办"},"insured":{"name":"陈*试"},"name":7})");
}

TEST_CASE("amounts, dates, codes and digests stay") {
  const std::string text =
      R"({"care_region":"440100","date":"2026-11-21","sha":"0123456789abcdef","sum":"50000.00"})";
  CHECK(masked_json(text) == text);
}

TEST_CASE("what is not JSON shows nothing") { CHECK(masked_json("{broken 11010519491231002X") == ""); }

TEST_CASE("a name keeps its first and last character, by characters and not by bytes") {
  CHECK(masked_name("林小满") == "林*满");
  CHECK(masked_name("林满") == "林*");
  CHECK(masked_name("林") == "林");
  CHECK(masked_name("") == "");
  CHECK(masked_name("古丽娜尔·艾山") == "古*****山");
}

}  // namespace mingbai::filing
