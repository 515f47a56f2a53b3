// `policies verify` on a directory: green on a whole pack, red for each thing it is there to find.

#include <sstream>

#include "core/contract/json.h"
#include "shell/cli/command.h"
#include "tests/core/policy/small_pack.h"
#include "tests/core/store/temporary_folder.h"

using namespace mingbai;
using contract::Json;
using test::SmallPack;

namespace {

struct Proven {
  int code;
  Json answer;
};

Proven verify(const SmallPack& pack) {
  TemporaryFolder folder;
  pack.write_to(folder.path());
  std::istringstream in;
  std::ostringstream out, err;
  const int code = cli::run({"policies", "verify", folder.path().string(), "--lang", "en"}, in, out, err);
  return {code, Json::parse(out.str())};
}

void red(const SmallPack& pack, const std::string& code, const std::string& place,
         const std::string& words = "") {
  const Proven proven = verify(pack);
  CHECK(proven.code == 1);
  for (const Json& finding : proven.answer["findings"]) {
    if (finding["code"] != code || finding["fact"] != place) continue;
    CHECK(finding["message"].get<std::string>().find(words) != std::string::npos);
    return;
  }
  FAIL(code << " at " << place << " is not among " << proven.answer["findings"].dump());
}

const char* const stay = R"({"name": "a stay at home", "requirement": ["R066"], "command": "settle",
  "input": {"policy": "sample", "insured": {"scheme": "resident"}, "claim": {"care": "inpatient", "remote": "local",
  "discharged": "2023-05-05", "provider": {"level": 1}, "total": "1200.00"}}, "expect": {"self_pay": "450.00"}})";

}  // namespace

TEST_CASE("verify is green on a whole pack") {
  const Proven proven = verify(SmallPack());
  CHECK(proven.code == 0);
  CHECK(proven.answer["findings"].empty());
}

TEST_CASE("verify turns red for what the cases of a pack leave out, once it has any") {
  red(SmallPack().set("sample/cases/good/stay.json", stay), "not_exercised", "sample/tables.json#/0/rows/1",
      "deductible (looked up");
}

TEST_CASE("verify turns red for a gap in a table, and shows the facts that fall into it") {
  red(SmallPack().change("sample/tables.json", R"(["resident", "basic"], "claim.provider.level": 1)",
                         R"(["resident"], "claim.provider.level": 1)"),
      "table_gap", "sample/tables.json#/0",
      "insured.scheme = basic, claim.provider.level = 1, 2020-01-01…2021-12-31");
}

TEST_CASE("verify turns red for rows that overlap, and shows where") {
  red(SmallPack().change(
          "sample/tables.json",
          R"("claim.provider.level": 2}, "value": "500.00", "source": {"document": "guess")",
          R"("claim.provider.level": [1, 2]}, "value": "500.00", "source": {"document": "rule")"),
      "table_overlap", "sample/tables.json#/0/rows/1", "claim.provider.level = 1");
}

TEST_CASE("verify turns red for a source that is missing") {
  red(SmallPack().change("sample/tables.json", R"(, "source": {"document": "rule", "clause": "2"})", ""),
      "pack_missing_source", "sample/tables.json#/0/rows/0/source");
}

TEST_CASE("verify turns red for a reference that leads nowhere") {
  red(SmallPack().change("sample/benefits.json", R"("table": "deductible")", R"("table": "deductibel")"),
      "pack_dangling_reference", "sample/benefits.json#/0/steps/2/table", "Did you mean \"deductible\"");
}

TEST_CASE("verify turns red for days without a figure") {
  red(SmallPack()
          .change("sample/parameters.json",
                  R"("effective_from": "2023-01-01", "effective_to": null, "source": {"document": "rule")",
                  R"("effective_from": "2023-02-01", "effective_to": null, "source": {"document": "rule")")
          .change("sample/parameters.json",
                  R"("effective_from": "2023-01-01", "effective_to": null, "source": {"document": "plan")",
                  R"("effective_from": "2023-02-01", "effective_to": null, "source": {"document": "plan")"),
      "date_gap", "sample/parameters.json#/0", "2023-01-01…2023-01-31");
}

TEST_CASE("verify turns red for a case that fails") {
  std::string wrong = stay;
  wrong.replace(wrong.find("450.00"), 6, "451.00");
  red(SmallPack().set("sample/cases/good/stay.json", wrong), "case_failed", "sample/cases/good/stay.json",
      R"(expected "451.00", found 450.00)");
}

TEST_CASE("verify turns red for a figure that a text names but that is not there on all its days") {
  red(SmallPack().change("sample/parameters.json", R"("value": 6, )",
                         R"("value": 6, "effective_from": "2021-01-01", )"),
      "date_gap", "sample/parameters.json#/2", "2020-01-01…2020-12-31");
}

TEST_CASE("verify names what no case exercises, and what is only met or only not met") {
  SmallPack pack;
  pack.set("sample/cases/good/stay.json", stay);
  const Json uncovered = verify(pack).answer["uncovered"];
  const auto named = [&](const std::string& place, const std::string& words) {
    for (const Json& finding : uncovered)
      if (finding["fact"] == place && finding["message"].get<std::string>().find(words) != std::string::npos)
        return true;
    return false;
  };
  CHECK(named("sample/requirements.json#/0", "enrolled (met"));
  CHECK(named("sample/requirements.json#/0", "enrolled (not met"));
  CHECK(named("sample/tables.json#/0/rows/1", "deductible (looked up"));
  CHECK_FALSE(named("sample/tables.json#/0/rows/0", ""));
  CHECK_FALSE(named("sample/parameters.json#/0/values/1", ""));
  CHECK_FALSE(named("sample/benefits.json#/0", "covers,"));
  CHECK(named("sample/benefits.json#/0", "does not cover"));
  CHECK(named("sample/decisions.json#/0", "decides"));
}

TEST_CASE("a reason excuses what is not law from being exercised, and nothing that is") {
  SmallPack pack;
  pack.change("sample/tables.json", R"("value": "500.00", )",
              R"("value": "500.00", "untested": "an assumption", )");
  pack.change("sample/tables.json", R"("value": "200.00", )",
              R"("value": "200.00", "untested": "too dull", )");
  const Proven proven = verify(pack);
  bool law = false;
  for (const Json& finding : proven.answer["uncovered"]) {
    CHECK(finding["fact"] != "sample/tables.json#/0/rows/1");
    law = law || finding["fact"] == "sample/tables.json#/0/rows/0";
  }
  CHECK(law);
}
