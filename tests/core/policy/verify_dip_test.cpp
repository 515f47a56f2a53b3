#include "core/policy/verify.h"
#include "tests/core/policy/small_pack.h"

using namespace mingbai;
using namespace mingbai::test;

namespace {

std::string list(const std::string& complete, const std::string& sizes, const std::string& members) {
  return R"({"id": "dip_grass_roots", "complete": )" + complete +
         R"(, "source": {"document": "rule", "clause": "1"}, "sizes": )" + sizes + R"(, "members": )" +
         members + "}";
}

std::string member(const std::string& code, const std::string& from = "2020-01-01") {
  return R"({"code": ")" + code + R"(", "label": {"zh": "病", "en": "Disease"}, "diagnosis": ")" + code +
         R"(", "effective_from": ")" + from +
         R"(", "effective_to": null, "source": {"document": "rule", "clause": "1"}})";
}

std::string size(int n) {
  return R"([{"size": )" + std::to_string(n) +
         R"(, "effective_from": "2020-01-01", "effective_to": null, "source": {"document": "rule", "clause": "1"}}])";
}

Findings proof(const std::string& text) {
  const auto library = SmallPack().set("sample/catalogues/dip_grass_roots.json", text).library();
  Findings out;
  policy::verify_dip(*library.find("sample"), out);
  return out;
}

}  // namespace

TEST_CASE("a complete list has exactly the members the law states, on every day") {
  const std::string two = "[" + member("A01") + ", " + member("A02") + "]";
  CHECK(proof(list("true", size(2), two)).empty());
  CHECK(has_code(proof(list("true", size(3), two)), "list_size", "sizes/0"));
  const std::string late = "[" + member("A01") + ", " + member("A02", "2021-01-01") + "]";
  CHECK(has_code(proof(list("true", size(2), late)), "list_size"));
}

TEST_CASE("a list not wholly in hand may have fewer members, never more") {
  const std::string two = "[" + member("A01") + ", " + member("A02") + "]";
  CHECK(proof(list("false", size(499), two)).empty());
  CHECK(has_code(proof(list("false", size(1), two)), "list_size"));
}

TEST_CASE("every fault of a list is told at once with its place") {
  const auto faults = SmallPack()
                          .set("sample/catalogues/dip_grass_roots.json",
                               list("\"no\"", R"([{"size": "many"}])",
                                    R"([{"code": "A01", "lable": {"zh": "病", "en": "x"}, "score": "1,5"}])"))
                          .faults();
  CHECK(has_code(faults, "wrong_type", "#/complete"));
  CHECK(has_code(faults, "unknown_key", "#/members/0/lable"));
  CHECK(has_code(faults, "missing_key", "#/members/0/diagnosis"));
  CHECK(has_code(faults, "pack_bad_value", "#/members/0/score"));
  CHECK(has_code(faults, "pack_missing_source", "#/members/0/source"));
}

TEST_CASE("a list that does not exist is refused with those known") {
  const auto faults = SmallPack().set("sample/catalogues/dip_grassroots.json", "{}").faults();
  CHECK(has_code(faults, "pack_bad_name", "dip_grassroots"));
}
