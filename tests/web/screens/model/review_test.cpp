#include "web/screens/model/review.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/web/screens/model/packs_in_hand.h"
#include "web/screens/model/json_reading.h"
#include "web/screens/model/server_answer.h"

namespace mingbai::screens {
namespace {

constexpr const char* queue_text = R"({"filings": [
  {"filing": "a1", "receipt": "ZS261121-0001A", "kind": "remote_care", "stage": "submitted", "waiting_s": 1560, "version": 2,
   "name": "张*兰", "subject": "long_term_resident", "verdict": "eligible"},
  {"filing": "b2", "receipt": "ZS261121-0002B", "kind": "special_disease", "stage": "refusal_proposed", "waiting_s": 60, "version": 1,
   "name": "李*", "subject": "M03900", "verdict": "not_eligible"}],
 "more": false, "counts": {"submitted": 1}})";

constexpr const char* opened_text = R"({"record": {"filing": "a1", "kind": "special_disease", "version": 3,
  "payload": "{\"policy\":\"zhongshan\",\"insured\":{\"name\":\"张*兰\",\"scheme\":\"resident\",\"certificate\":{\"number\":\"4420**********0046\"}},\"application\":{\"kind\":\"special_disease\",\"disease\":{\"code\":\"M03900\"},\"physician\":{\"title\":\"resident\",\"registered\":true},\"agent\":{\"relation\":\"child\"}}}",
  "receipt": {"number": "ZS261121-0001A", "received_at": "2026-11-21T01:34:00Z"},
  "life": {"stage": "submitted", "version": 3, "next": ["ask_supplement"]},
  "events": [{"type": "submitted", "at": "2026-11-21T01:34:00Z", "by": "insured"}]},
 "check": {"findings": [{"code": "physician_title", "message": "医生职称不够", "message_en": "Title too low", "remedy": "请主治医师开具",
   "source": {"document": "zs-2021-65", "clause": "二", "status": "in_force"}}],
  "met": [{"code": "enrolled", "message": "参保在册"}], "documents": {"held": ["identity_card"], "missing": ["diagnosis_certificate"]}},
 "attachments": [{"attachment": "0f3a", "document": "identity_card", "name": "a.jpg", "media": "image/jpeg", "bytes": 812345}],
 "actions": ["ask_supplement", "propose_refusal"]})";

}  // namespace

TEST_CASE("only an office opens the queue, and the office decides what approving is") {
  CHECK_FALSE(reviews(staff_roles(R"({"roles": []})")));
  CHECK_FALSE(reviews(staff_roles(R"({"roles": [{"role": "operator"}]})")));
  CHECK(reviews(staff_roles(R"({"roles": [{"role": "auditor"}]})")));
  CHECK(approval(staff_roles(R"({"roles": [{"role": "auditor"}]})")).empty());
  CHECK(approval(staff_roles(R"({"roles": [{"role": "agency_clerk", "region": "442000"}]})")) == "review");
  CHECK(approval(staff_roles(R"({"roles": [{"role": "institution_reviewer", "institution": "H1"}]})")) == "confirm");
  CHECK(staff_roles("no JSON").empty());
}

TEST_CASE("the queue says how many wait and how long the first has waited") {
  const auto queue = review_queue(queue_text, names(), zh);
  REQUIRE(queue);
  CHECK(queue->heading == "2 份在等，等得最久的：26 分钟。");
  REQUIRE(queue->waiting.size() == 2);
  CHECK(queue->waiting[0].check == Checked::all_met);
  CHECK(queue->waiting[1].check == Checked::some_unmet);
  CHECK(queue->waiting[1].stage_words == "拟不通过，等第二个人");
  CHECK(queue->waiting[0].subject == "长期居住在外地·异地就医备案");
  CHECK(queue->waiting[1].subject == "高血压病·门诊特定病种备案");
  CHECK(queue->all_met == std::vector<std::string>{"a1"});
}

TEST_CASE("an empty queue says so, and what is no queue is none") {
  CHECK(review_queue(R"({"filings": []})", names(), zh)->heading == "没有在等的备案。");
  CHECK_FALSE(review_queue(R"({"type": "problem"})", names(), zh));
  CHECK_FALSE(review_queue("<html>", names(), zh));
}

TEST_CASE("an opened filing shows what is not met first, the documents, and only the actions the server names") {
  const auto filing = reviewed_filing(opened_text, names(), zh);
  REQUIRE(filing);
  REQUIRE(filing->check.size() == 2);
  CHECK_FALSE(filing->check[0].met);
  CHECK(filing->check[0].remedy == "请主治医师开具");
  CHECK(filing->check[1].message == "参保在册");
  CHECK(filing->held == std::vector<std::string>{"居民身份证"});
  CHECK(filing->missing.size() == 1);
  REQUIRE(filing->attachments.size() == 1);
  CHECK(filing->attachments[0].words == "居民身份证·a.jpg·793 KB");
  CHECK(filing->attachments[0].target == "/api/v1/attachments/0f3a");
  CHECK(filing->may("ask_supplement"));
  CHECK_FALSE(filing->may("review"));
  CHECK(filing->timeline.front().title == "提交");
  CHECK(filing->received.starts_with("2026-11-21 09:34"));
}

TEST_CASE("a filing of any kind is told in the words of its facts") {
  const auto filing = reviewed_filing(opened_text, names(), zh);
  REQUIRE(filing);
  const auto told = [&](std::string_view label, std::string_view value) {
    for (const FactRow& row : filing->facts)
      if (row.label == label) return row.value == value;
    return false;
  };
  CHECK(told("参保类型", "城乡居民医保"));
  CHECK(told("医生职称", "住院医师"));
  CHECK(told("医生在国家医保医师库", "是"));
  CHECK(told("代办人和本人的关系", "子女"));
  CHECK(told("证件号码", "4420**********0046"));
}

TEST_CASE("a refusal carries each chosen reason with its code, and the reviewer's words last") {
  const auto filing = reviewed_filing(opened_text, names(), zh);
  const Json body = Json::parse(decision(*filing, "propose_refusal", {filing->check[0]}, "证明看不清"));
  CHECK(word(body, "type") == "propose_refusal");
  CHECK(whole(body, "version") == 3);
  REQUIRE(list(body, "reasons").size() == 2);
  CHECK(word(list(body, "reasons")[0], "code") == "physician_title");
  CHECK(word(list(body, "reasons")[1], "message") == "证明看不清");
  CHECK_FALSE(body.contains("outcome"));
  CHECK(word(Json::parse(decision(*filing, "spot_check", {}, "", "upheld")), "outcome") == "upheld");
}

TEST_CASE("no answer, a problem and nonsense are told in words") {
  CHECK(problem_words(0, "", zh) == "连不上服务器。看看网络，再刷新。");
  CHECK(problem_words(409, R"({"detail": "已经变了。", "detail_en": "Changed."})", en) == "Changed.");
  CHECK(problem_words(500, "<html>", zh) == "没有办成，请再试一次。");
}

TEST_CASE("an answer of the server is told from other events") {
  CHECK_FALSE(server_answer(R"({"event": "state"})"));
  const auto answer = server_answer(R"({"event": "answer", "key": "review.queue", "status": 403, "body": "{}"})");
  REQUIRE(answer);
  CHECK_FALSE(answer->good());
  CHECK(answer->key == "review.queue");
}

}  // namespace mingbai::screens
