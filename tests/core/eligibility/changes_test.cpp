#include "core/eligibility/changes.h"

#include "core/contract/messages.h"
#include "tests/core/policy/small_pack.h"

using namespace mingbai;
using contract::Json;
using eligibility::Application;
using test::SmallPack;

namespace {

SmallPack actionable() {
  SmallPack pack;
  for (const char* fact :
       {"insured.enrolled", "application.documents", "application.physician.title", "application.category"})
    pack.change("facts.json", std::string("{\"name\": \"") + fact + "\"",
                std::string("{\"actionable\": true, \"name\": \"") + fact + "\"");
  pack.change("sample/requirements.json", "[", R"([
      {"code": "attending", "kinds": ["remote_care"], "when": {"fact": "application.category", "is": "referral"}, "must": {"fact": "application.physician.title", "at_least": "attending"}, "fact": "application.physician.title",
       "message": {"zh": "职称不够", "en": "Title too low"}, "remedy": {"zh": "请主治医师", "en": "See an attending"}, "met": {"zh": "可", "en": "Fine"}, "source": {"document": "rule", "clause": "4"}},)");
  return pack;
}

Application asked() {
  Application out;
  out.policy = "sample";
  out.as_of = *parse_date("2023-08-31");
  out.kind = "remote_care";
  out.insured.enrolled = true;
  out.category = "referral";
  out.care_region = "440100";
  out.physician.title = "chief";
  out.documents = std::vector<std::string>{"electronic_certificate"};
  return out;
}

std::vector<std::string> told(const eligibility::CheckResult& result) {
  std::vector<std::string> out;
  for (const auto& set : result.changes) {
    std::string one;
    for (const auto& change : set) {
      one += (one.empty() ? "" : " + ") + change.fact + ": " + change.from + " > " + change.to;
      for (const auto& key : change.to_list) one += " " + key;
    }
    out.push_back(one);
  }
  return out;
}

std::vector<std::string> told(const Application& application) {
  return told(eligibility::check(actionable().library(), application));
}

using Sets = std::vector<std::string>;

}  // namespace

TEST_CASE("what passes needs no change") { CHECK(told(asked()).empty()); }

TEST_CASE("one thing wrong is mended by one change") {
  Application application = asked();
  application.insured.enrolled = false;
  CHECK(told(application) == Sets{"insured.enrolled: false > true"});
}

TEST_CASE("of a rank the nearest that will do is told, and another way round it stands beside") {
  Application application = asked();
  application.physician.title = "resident";
  CHECK(told(application) == Sets{"application.category: referral > temporary",
                                  "application.physician.title: resident > attending"});
}

TEST_CASE("two things wrong need two changes, and no set has more than it needs") {
  Application application = asked();
  application.insured.enrolled = false;
  application.physician.title = "resident";
  CHECK(told(application) ==
        Sets{"insured.enrolled: false > true + application.category: referral > temporary",
             "insured.enrolled: false > true + application.physician.title: resident > attending"});
}

TEST_CASE("all papers that lack are one change") {
  Application application = asked();
  application.documents = std::vector<std::string>{};
  CHECK(told(application) == Sets{"application.documents:  >  identity_card"});
}

TEST_CASE("what nobody can change leads to no promise") {
  Application application = asked();
  application.care_region = "442000";
  CHECK(told(application).empty());
}

TEST_CASE("a way out that only opens a new question is none") {
  Application application = asked();
  application.category = "temporary";
  application.physician.title = std::nullopt;
  application.documents = std::vector<std::string>{};
  CHECK(told(application) == Sets{"application.documents:  >  identity_card"});
  auto pack = actionable();
  pack.change("sample/requirements.json", "[", R"([
      {"code": "not_temporary", "kinds": ["remote_care"], "must": {"fact": "application.category", "is": "referral"}, "fact": "application.category",
       "message": {"zh": "不", "en": "No"}, "remedy": {"zh": "转", "en": "Be referred"}, "met": {"zh": "可", "en": "Fine"}, "source": {"document": "rule", "clause": "4"}},)");
  CHECK(eligibility::check(pack.library(), application).changes.empty());
}

TEST_CASE("a fact that is only unknown is asked for, not changed") {
  Application application = asked();
  application.insured.enrolled = std::nullopt;
  const auto result = eligibility::check(actionable().library(), application);
  CHECK(result.verdict == eligibility::Verdict::incomplete);
  CHECK(result.changes.empty());
  CHECK(result.missing.size() == 1);
}

TEST_CASE("a change is written with the values as the message has them") {
  Application application = asked();
  application.insured.enrolled = false;
  application.documents = std::nullopt;
  const Json answer =
      Json::parse(contract::write(eligibility::check(actionable().library(), application), Language::en));
  REQUIRE(answer["changes"].size() == 1);
  const Json& set = answer["changes"][0];
  REQUIRE(set.size() == 2);
  CHECK(set[0]["fact"] == "insured.enrolled");
  CHECK(set[0]["from"] == false);
  CHECK(set[0]["to"] == true);
  CHECK(set[1]["from"].is_null());
  CHECK(set[1]["to"] == Json::array({"identity_card"}));
}
