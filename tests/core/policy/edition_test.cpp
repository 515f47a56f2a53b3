#include "core/policy/edition.h"

#include "tests/core/policy/small_pack.h"

using namespace mingbai;
using policy::StatusSet;

namespace {

std::int64_t ratio_on(const policy::Library& library, const char* day, StatusSet statuses) {
  const auto& policy = *library.find("sample");
  return policy::compile(policy, *parse_date(day), statuses)
      .parameters[*policy.parameter_index("ratio")]
      .value;
}

}  // namespace

TEST_CASE("a parameter has the value of the day") {
  const auto library = test::SmallPack().library();
  CHECK(ratio_on(library, "2022-12-31", {}) == 7000);
  CHECK(ratio_on(library, "2023-01-01", {}) == 7500);
}

TEST_CASE("a draft counts only when it is asked for, and then before the law in force") {
  const auto library = test::SmallPack().library();
  CHECK(ratio_on(library, "2023-01-01", {true, false, true}) == 7500);
  CHECK(ratio_on(library, "2023-01-01", {true, true, false}) == 9000);
}

TEST_CASE("law in force goes before an assumption, and the later of two before the earlier") {
  test::SmallPack pack;
  pack.set("sample/parameters.json", R"([
    {"id": "ratio", "label": {"zh": "比例", "en": "Ratio"}, "unit": "ratio", "values": [
      {"value": "10%", "effective_from": "2021-01-01", "status": "assumed", "source": {"document": "rule", "clause": "1"}},
      {"value": "20%", "effective_from": "2020-01-01", "effective_to": "2022-12-31", "source": {"document": "rule", "clause": "1"}},
      {"value": "30%", "effective_from": "2022-01-01", "effective_to": "2022-12-31", "source": {"document": "rule", "clause": "1"}}]},
    {"id": "kept", "label": {"zh": "a", "en": "a"}, "unit": "ratio", "values": [{"value": "80%", "source": {"document": "rule", "clause": "3"}}]},
    {"id": "months", "label": {"zh": "a", "en": "a"}, "unit": "months", "values": [{"value": 6, "source": {"document": "rule", "clause": "5"}}]}])");
  const auto library = pack.library();
  CHECK(ratio_on(library, "2021-06-01", {true, false, true}) == 2000);
  CHECK(ratio_on(library, "2022-06-01", {true, false, true}) == 3000);
  CHECK(ratio_on(library, "2023-06-01", {true, false, true}) == 1000);
}

TEST_CASE("what was repealed later is law in force for its own days") {
  test::SmallPack pack;
  pack.change("sample/parameters.json", R"("effective_to": "2022-12-31",)",
              R"("effective_to": "2022-12-31", "status": "repealed",)");
  const auto library = pack.library();
  CHECK(ratio_on(library, "2022-12-31", {}) == 7000);
  const auto& value = library.find("sample")->parameters[0].values[0];
  CHECK(policy::stated(value.authority).status == policy::Status::in_force);
}

TEST_CASE("a table is unknown as long as a row that might hold comes first") {
  const auto library = test::SmallPack().library();
  const auto& policy = *library.find("sample");
  const auto edition = policy::compile(policy, *parse_date("2023-01-01"), {true, false, true});
  policy::Facts facts(policy.symbols);
  facts.set_text(policy::Fact::insured_scheme, "resident");
  policy::Figure figure;
  policy::Names names;
  CHECK(policy::look_up(edition, 0, facts, figure, names) == policy::Lookup::unknown);
  CHECK(names.facts.front() == policy::Fact::claim_provider_level);
  facts.set(policy::Fact::claim_provider_level, 2);
  CHECK(policy::look_up(edition, 0, facts, figure, names) == policy::Lookup::found);
  CHECK(figure.value == 50000);
  facts.set(policy::Fact::claim_provider_level, 3);
  CHECK(policy::look_up(edition, 0, facts, figure, names) == policy::Lookup::none);
}
