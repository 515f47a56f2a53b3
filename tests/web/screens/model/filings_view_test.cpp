#include "web/screens/model/filings_view.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/web/screens/model/packs_in_hand.h"

namespace mingbai::screens {
namespace {

std::string payload_text() {
  FilingForm form = from_calculator(unfiled_bill());
  form.set("insured.enrolled", "yes");
  form.name = "林小满";
  form.documents = {"identity_card", "pledge"};
  return payload(form, names());
}

DeviceState waiting_one() {
  DeviceState state;
  state.known = true;
  state.account = "xiaoman";
  state.queue.push_back({.id = "q1", .filing = "f1", .kind = "remote_care", .form = "{}", .payload = payload_text(),
                         .queued_at = "2026-11-21T02:00:00Z"});
  return state;
}

Filed received() {
  return {.filing = "f2", .kind = "remote_care", .state = "received", .payload = payload_text(),
          .receipt_number = "ZS261121-7K4M", .received_at = "2026-11-21T17:41:26Z",
          .sha256 = "3f9a02c781de4b60ffff", .findings = {}, .events = {{"received", "2026-11-21T17:41:26Z"}}};
}

FilingsView view(const DeviceState& state) { return filings_view(library(), names(), state, day("2026-11-22"), zh); }

}  // namespace

TEST_CASE("an unsent filing never counts as submitted") {
  const FilingsView shown = view(waiting_one());
  CHECK(shown.heading == "1 份还没送出去。");
  REQUIRE(shown.queue.size() == 1);
  CHECK(shown.queue[0].status.find("不算已提交") != std::string::npos);
  CHECK(shown.queue[0].title == "长期居住在外地·广州市");
}

TEST_CASE("why it has not gone is said: network, login, the time of the next try") {
  DeviceState state = waiting_one();
  state.online = false;
  state.retry_at = "2026-11-21T02:20:00Z";
  CHECK(view(state).queue[0].status.find("网络断了") != std::string::npos);
  CHECK(view(state).queue[0].status.find("10:20") != std::string::npos);
  state.account.clear();
  CHECK(view(state).queue[0].needs_login);
  CHECK(view(state).queue[0].status.find("登录后自动送出") != std::string::npos);
}

TEST_CASE("a received filing shows its receipt and waits for review") {
  const OpenedFiling opened = opened_filing(library(), names(), received(), day("2026-11-22"), zh);
  CHECK(opened.receipt_number == "ZS261121-7K4M");
  CHECK(opened.receipt_time == "2026-11-22 01:41:26");
  CHECK(opened.checksum == "3F9A 02C7 81DE 4B60");
  CHECK(opened.timeline.back().when == TimelineRow::When::future);
  CHECK(opened.card.from == "2026-11-22");
  CHECK(opened.card.open_ended);
}

TEST_CASE("received without a receipt number is not called received") {
  Filed filed = received();
  filed.receipt_number.clear();
  CHECK_FALSE(opened_filing(library(), names(), filed, day("2026-11-22"), zh).card.received);
}

TEST_CASE("a refusal shows every reason with its remedy") {
  Filed filed = received();
  filed.state = "refused";
  filed.receipt_number.clear();
  filed.findings = {{"enrolled", "insured.enrolled", "停了", "stopped", "续上", "renew", "zs-reply-2025010", "三(五)", "in_force"},
                    {"documents", "application.documents", "缺", "missing", "带上", "bring", "", "", ""}};
  const OpenedFiling opened = opened_filing(library(), names(), filed, day("2026-11-22"), zh);
  REQUIRE(opened.refusals.size() == 2);
  CHECK(opened.refusals[0].remedy == "续上");
  CHECK(opened.refusals[0].source->clause == "三(五)");
  CHECK(opened.receipt_number.empty());
}

TEST_CASE("names and numbers on the cards are masked") {
  DeviceState state;
  state.known = true;
  state.filings = {received()};
  CHECK(view(state).cards[0].detail == "广州市·林*满");
  CHECK(view(state).heading == "医保局收到 1 份。");
}

TEST_CASE("nothing at all has its own words") {
  DeviceState state;
  CHECK(view(state).heading == "正在读这台设备里的备案");
  state.known = true;
  CHECK(view(state).heading == "还没有备案");
  CHECK(view(state).empty());
}

TEST_CASE("times are Beijing's") {
  CHECK(beijing_time("2026-03-12T01:41:26Z") == "2026-03-12 09:41:26");
  CHECK(beijing_time("2026-12-31T20:00:00.123Z") == "2027-01-01 04:00:00");
  CHECK(beijing_time("soon") == "soon");
}

}  // namespace mingbai::screens
