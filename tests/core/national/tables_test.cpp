#include "core/national/tables.h"

#include "tests/core/national/samples.h"

namespace mingbai::national {
namespace {

TEST_CASE("the tables hold the seven transactions and two queries, with the lengths that were read") {
  CHECK(tables().numbers() ==
        std::vector<std::string>{"2501", "2501A", "2502", "2503", "2504", "2505", "2506", "5301", "5302"});
  const auto length = [](const char* infno, const char* name) {
    return find_field(tables().find(infno)->fields, name)->length;
  };
  CHECK(length("2501", "dise_cond_dscr") == 2000);
  CHECK(length("2503", "opsp_dise_name") == 300);
  CHECK(length("2505", "fixmedins_code") == 12);
  CHECK(find_field(tables().envelope, "fixmedins_code")->length == 30);
  CHECK(find_field(tables().find("2502")->fields, "memo")->required == false);
  CHECK(find_field(tables().find("2504")->fields, "memo")->required);
  CHECK(find_field(tables().find("2506")->fields, "memo")->required);
}

TEST_CASE("a bundle without the tables, or with broken ones, is refused with the place") {
  CHECK_FALSE(read_tables(R"({"files": {}})"));
  CHECK_FALSE(read_tables("{"));
  Json bundle = *contract::parse_json(policies_bundle(), contract::bundle_bytes_most);
  bundle["files"]["codes/national/messages.json"]["transactions"][0]["fields"][1]["dictionary"] = "insurtype";
  const auto dangling = read_tables(contract::dump(bundle));
  REQUIRE_FALSE(dangling);
  CHECK(dangling.error().front().fact == "2501.insutype");
}

TEST_CASE("length is counted in UTF-16 units or in characters") {
  CHECK(length_of("医a", LengthUnit::utf16) == 2);
  CHECK(length_of("𠮷", LengthUnit::utf16) == 2);
  CHECK(length_of("𠮷", LengthUnit::characters) == 1);
  CHECK(length_of("", LengthUnit::utf16) == 0);
}

}  // namespace
}  // namespace mingbai::national
