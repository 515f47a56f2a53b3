#include "web/screens/model/papers.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/web/screens/model/packs_in_hand.h"
#include "web/screens/model/chosen_files.h"

namespace mingbai::screens {
namespace {

HeldPaper held(const char* state, const char* document = "identity_card") {
  HeldPaper out{.id = "p1", .filing = "77b1", .document = document, .name = "a.jpg", .state = state};
  out.bytes = 831'488;
  out.of = 4;
  return out;
}

DeviceState device(std::vector<HeldPaper> papers) {
  DeviceState out;
  out.account = "anna";
  out.papers = std::move(papers);
  return out;
}

}  // namespace

TEST_CASE("a filing is incomplete until the last of its papers is in") {
  const DeviceState some = device({held("waiting"), held("sending"), held("kept"), held("refused")});
  CHECK(papers_to_come(some, "77b1") == 2);
  CHECK(papers_to_come(some, "other") == 0);
  CHECK(papers_to_come(paper_rows(some, "77b1", true, names(), zh)) == 2);
}

TEST_CASE("where a paper stands is said in words, and why it waits") {
  const auto words = [](const DeviceState& state, bool submitted = true) { return paper_rows(state, "77b1", submitted, names(), zh).front().words; };
  CHECK(words(device({held("waiting")}), false) == zh("papers.with_filing"));
  CHECK(words(device({held("waiting")})) == zh("papers.waiting"));
  DeviceState offline = device({held("waiting")});
  offline.online = false;
  CHECK(words(offline) == zh("papers.offline"));
  offline.account.clear();
  CHECK(words(offline) == zh("papers.needs_login"));
  HeldPaper half = held("sending");
  half.sent = 2;
  CHECK(words(device({half})) == "正在传，2 / 4 段。");
  half.fault = "unreachable";
  half.retry_at = "2026-11-21T02:20:05Z";
  CHECK(words(device({half})).find("10:20") != std::string::npos);
}

TEST_CASE("a refusal says why and what to do, in the language of the screen") {
  HeldPaper paper = held("refused");
  paper.findings = {{.code = "unknown_media", .message_zh = "只收照片", .message_en = "Photos only", .remedy_zh = "请拍照", .remedy_en = "Take one"}};
  const auto chinese = paper_rows(device({paper}), "77b1", true, names(), zh);
  CHECK(chinese[0].words == "只收照片");
  CHECK(chinese[0].remedy == "请拍照");
  CHECK(paper_rows(device({paper}), "77b1", true, names(), en)[0].words == "Photos only");
  CHECK(chinese[0].title == "居民身份证");
  CHECK(chinese[0].detail == "a.jpg·812 KB");
}

TEST_CASE("what another device sent is listed once") {
  HeldPaper mine = held("kept");
  mine.attachment = "0a";
  auto rows = paper_rows(device({mine}), "77b1", true, names(), zh);
  add_kept_papers(rows, R"({"attachments":[{"attachment":"0a","document":"identity_card","name":"a.jpg","bytes":1},
    {"attachment":"0b","document":"residence_proof","name":"b.pdf","bytes":3500000}]})", names(), zh);
  REQUIRE(rows.size() == 2);
  CHECK(rows[1].target == "/api/v1/attachments/0b");
  CHECK(rows[1].id.empty());
  CHECK(rows[1].detail == "b.pdf·3.3 MB");
  add_kept_papers(rows, "no JSON", names(), zh);
  CHECK(rows.size() == 2);
}

TEST_CASE("chosen files are for the document of their button, and for no other screen") {
  const std::string event = R"({"type":"files","key":"papers:identity_card","files":[{"name":"a.jpg","handle":"3"}]})";
  const auto files = chosen_files(event, file_papers);
  REQUIRE(files);
  CHECK(files->at(0).document == "identity_card");
  CHECK(files->at(0).handle == "3");
  CHECK_FALSE(chosen_files(event, filing_papers));
  CHECK_FALSE(chosen_files(R"({"event":"state"})", file_papers));
}

}  // namespace mingbai::screens
