#include "core/policy/verify.h"

#include "core/contract/verify_cases.h"
#include "tests/core/policy/small_pack.h"

using namespace mingbai;
using test::has_code;
using test::SmallPack;

namespace {

Findings proof_of(const SmallPack& pack) {
  const auto library = pack.library();
  return policy::verify(*library.find("sample"));
}

bool says(const Findings& findings, std::string_view words) {
  for (const Finding& f : findings)
    if (f.message.en.find(words) != std::string::npos) return true;
  for (const Finding& f : findings) UNSCOPED_INFO(f.message.en);
  return false;
}

}  // namespace

TEST_CASE("a complete pack is proven") {
  const Findings found = proof_of(SmallPack());
  for (const Finding& f : found) UNSCOPED_INFO(f.code << " " << f.fact << " " << f.message.en);
  CHECK(found.empty());
}

TEST_CASE("a gap in a table is shown by facts and days") {
  const Findings found =
      proof_of(SmallPack().change("sample/tables.json", R"(["resident", "basic"], "claim.provider.level": 1)",
                                  R"(["resident"], "claim.provider.level": 1)"));
  CHECK(has_code(found, "table_gap", "sample/tables.json#/0"));
  CHECK(says(found, "insured.scheme = basic, claim.provider.level = 1, 2020-01-01…2021-12-31"));
  CHECK(found.size() == 1);
}

TEST_CASE("a scheme that has ended needs no row any more") {
  CHECK(
      proof_of(
          SmallPack()
              .change("sample/tables.json", R"("value": "200.00", )",
                      R"("value": "200.00", "effective_to": "2021-12-31", )")
              .change(
                  "sample/tables.json", R"("rows": [)",
                  R"("rows": [{"when": {"insured.scheme": "resident", "claim.provider.level": 1}, "value": "250.00", "effective_from": "2022-01-01", "source": {"document": "rule", "clause": "2"}}, )"))
          .empty());
}

TEST_CASE("rows that overlap are shown with both places") {
  const Findings found = proof_of(SmallPack().change(
      "sample/tables.json",
      R"("claim.provider.level": 2}, "value": "500.00", "source": {"document": "guess")",
      R"("claim.provider.level": [1, 2]}, "value": "500.00", "source": {"document": "rule")"));
  CHECK(has_code(found, "table_overlap", "sample/tables.json#/0/rows/1"));
  CHECK(says(found, "claim.provider.level = 1"));
  CHECK(says(found, "sample/tables.json#/0/rows/0"));
}

TEST_CASE("an assumption beside law in force is no overlap: the law goes first") {
  CHECK(proof_of(SmallPack().change("sample/tables.json", R"("claim.provider.level": 2}, "value": "500.00")",
                                    R"("claim.provider.level": [1, 2]}, "value": "500.00")"))
            .empty());
}

TEST_CASE("a hole in time is found, unless it is wanted") {
  const char* from = R"("effective_from": "2023-01-01", "effective_to": null, "source": {"document": "rule")";
  const char* to = R"("effective_from": "2023-02-01", "effective_to": null, "source": {"document": "rule")";
  SmallPack pack;
  pack.change("sample/parameters.json", from, to);
  pack.change("sample/parameters.json", R"(,
        {"value": "90%", "effective_from": "2023-01-01", "effective_to": null, "source": {"document": "plan", "clause": "9"}})",
              "");
  const Findings found = proof_of(pack);
  CHECK(has_code(found, "date_gap", "sample/parameters.json#/0"));
  CHECK(says(found, "ratio 2023-01-01…2023-01-31"));
  pack.change("sample/parameters.json", R"("unit": "ratio",)", R"("unit": "ratio", "gaps": "wanted",)");
  CHECK(proof_of(pack).empty());
}

TEST_CASE("a figure must be there on all days of the benefit that uses it") {
  const Findings found = proof_of(SmallPack().change(
      "sample/parameters.json", R"("effective_from": "2020-01-01", "effective_to": "2022-12-31")",
      R"("effective_from": "2020-03-01", "effective_to": "2022-12-31")"));
  CHECK(has_code(found, "date_gap", "sample/parameters.json#/0"));
  CHECK(says(found, "2020-01-01…2020-02-29"));
}

TEST_CASE("two candidates that hold on the same day with neither going first are a tie") {
  SmallPack pack;
  pack.change("sample/decisions.json", R"("id": "review")", R"("id": "other")");
  pack.change(
      "sample/decisions.json", "[",
      R"([{"id": "other", "kinds": ["remote_care"], "mode": "instant", "by": "agency", "source": {"document": "rule", "clause": "5"}},)");
  CHECK(has_code(proof_of(pack), "precedence_tie", "sample/decisions.json#/1"));
}

TEST_CASE("a table may prove a narrower domain than the dictionary's") {
  SmallPack pack;
  pack.change("sample/tables.json", R"(["resident", "basic"], "claim.provider.level": 1)",
              R"(["resident"], "claim.provider.level": 1)");
  pack.change("sample/tables.json", R"("rows")", R"("over": {"insured.scheme": ["resident"]}, "rows")");
  CHECK(proof_of(pack).empty());
}

TEST_CASE("a case that fails, or cannot be read, is a finding with what was expected and found") {
  const std::string right =
      R"({"name": "a stay at home", "command": "settle", "input": {"policy": "sample", "insured": {"scheme": "resident"},
    "claim": {"care": "inpatient", "remote": "local", "discharged": "2023-05-05", "provider": {"level": 1}, "total": "1200.00"}},
    "expect": {"fund_pay": "750.00", "self_pay": "450.00"}})";
  SmallPack pack;
  pack.set("sample/cases/good/a.json", right);
  CHECK(contract::verify_cases(pack.library(), "sample").empty());
  pack.change("sample/cases/good/a.json", "450.00", "451.00");
  pack.set("sample/cases/bad/b.json", "{");
  const Findings found = contract::verify_cases(pack.library(), "sample");
  CHECK(has_code(found, "case_failed", "sample/cases/good/a.json"));
  CHECK(has_code(found, "case_unreadable", "sample/cases/bad/b.json"));
  CHECK(says(found, R"(self_pay: expected "451.00", found 450.00)"));
}
