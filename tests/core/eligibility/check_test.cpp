// check on a small invented pack: what its parts do.

#include "core/eligibility/check.h"

#include "tests/core/policy/small_pack.h"

using namespace mingbai;
using eligibility::Application;
using eligibility::Verdict;
using test::SmallPack;

namespace {

Application asked() {
  Application out;
  out.policy = "sample";
  out.as_of = *parse_date("2023-08-31");
  out.kind = "remote_care";
  out.insured.enrolled = true;
  out.care_region = "440100";
  out.documents = std::vector<std::string>{"electronic_certificate"};
  return out;
}

}  // namespace

TEST_CASE("what holds is met, and the decision says by whom and until when") {
  const auto result = eligibility::check(SmallPack().library(), asked());
  CHECK(result.verdict == Verdict::eligible);
  CHECK(result.met.size() == 2);
  REQUIRE(result.decision);
  CHECK(result.decision->mode == "review");
  CHECK(to_iso(*result.benefit_from) == "2023-08-31");
  CHECK(to_iso(*result.benefit_to) == "2024-02-28");  // the day before the same day six months on, clamped
  CHECK(result.notice->en == "Valid for 6 months");
  REQUIRE(result.documents.must_not_be_asked.size() == 1);
  CHECK(result.documents.must_not_be_asked[0].key == "application_form");
}

TEST_CASE("a text of the pack is filled with the case's own value and the figure of the day") {
  Application application = asked();
  application.care_region = "442000";
  const auto result = eligibility::check(SmallPack().library(), application);
  REQUIRE(result.findings.size() == 1);
  CHECK(result.findings[0].message.en == "442000 is at home");
  CHECK(result.findings[0].remedy.en == "No filing needed for 6 months");
  CHECK(result.findings[0].actual == "442000");
  CHECK(result.findings[0].allowed == std::vector<std::string>{"elsewhere"});
  CHECK(result.verdict == Verdict::not_eligible);
  CHECK_FALSE(result.decision);
}

TEST_CASE("a requirement that can be mended leaves the application incomplete") {
  SmallPack pack;
  pack.change("sample/requirements.json", R"("code": "enrolled",)",
              R"("code": "enrolled", "verdict": "incomplete",)");
  Application application = asked();
  application.insured.enrolled = false;
  CHECK(eligibility::check(pack.library(), application).verdict == Verdict::incomplete);
}

TEST_CASE("a requirement whose `when` is not known yet asks for the facts it depends on") {
  SmallPack pack;
  pack.change("sample/requirements.json", R"("code": "elsewhere",)",
              R"("code": "elsewhere", "when": {"fact": "application.category", "is": "referral"},)");
  const auto open = eligibility::check(pack.library(), asked());
  CHECK(open.verdict == Verdict::incomplete);
  REQUIRE(open.missing.size() == 1);
  CHECK(open.missing[0].fact == "application.category");
  CHECK(open.missing[0].domain == std::vector<std::string>{"referral", "temporary"});
  Application other = asked();
  other.category = "temporary";
  CHECK(eligibility::check(pack.library(), other).met.size() == 1);
}

TEST_CASE("the person's own wish shortens the benefit and may begin it later") {
  Application application = asked();
  application.from = *parse_date("2023-09-15");
  application.to = *parse_date("2023-10-01");
  const auto result = eligibility::check(SmallPack().library(), application);
  CHECK(to_iso(*result.benefit_from) == "2023-09-15");
  CHECK(to_iso(*result.benefit_to) == "2023-10-01");
}

TEST_CASE("rules of a status nobody asked for do not judge") {
  SmallPack pack;
  pack.change("sample/requirements.json", R"("code": "enrolled",)",
              R"("code": "enrolled", "status": "draft",)");
  Application application = asked();
  application.insured.enrolled = false;
  CHECK(eligibility::check(pack.library(), application).verdict == Verdict::eligible);
  application.statuses.draft = true;
  const auto result = eligibility::check(pack.library(), application);
  CHECK(result.verdict == Verdict::not_eligible);
  CHECK(result.basis == policy::Status::draft);
}
