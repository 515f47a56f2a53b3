#include "web/worker/desk/desk.h"

#include "tests/web/worker/answers.h"

namespace mingbai::worker {
TEST_CASE("the state comes unasked, and a draft is called saved after it is stored") {
  Device device;
  CHECK(device.state["storage"]["kind"] == "opfs");
  CHECK(device.state["account"].is_null());
  device.save(id_of(1), "张三");
  REQUIRE(device.saved.size() == 1);
  CHECK(device.saved[0]["id"] == id_of(1));
  CHECK(device.saved[0]["at"] == "2026-11-21T10:58:05Z");
  device.restart();
  REQUIRE(device.drafts() == 1);
  CHECK(device.state["drafts"][0]["form"]["text"] == "张三");
}

TEST_CASE("a failure at any write of a command leaves nothing behind, is told, and is repaired by a retry") {
  for (const auto fault : {store::Fault::disk_full, store::Fault::io_error}) {
    for (int nth = 1; nth <= 8; ++nth) {
      CAPTURE(nth);
      Device device;
      device.save(id_of(1), "before");
      device.database().fail_at(nth, fault);
      device.submit(id_of(1));
      if (!device.database().hit()) break;
      REQUIRE(device.faults.size() == 1);
      CHECK(device.faults[0]["code"] == store::to_key(fault));
      CHECK(device.faults[0]["during"] == "submit");
      CHECK(device.desk().storage_lost() == (fault == store::Fault::io_error));
      device.database().repair();
      device.restart();
      CHECK(device.drafts() == 1);
      CHECK(device.queue() == 0);
      device.submit(id_of(1));
      CHECK(device.drafts() == 0);
      CHECK(device.queue() == 1);
    }
  }
}

TEST_CASE("a full disk is part of the state until a transaction succeeds again") {
  Device device;
  device.database().fail_at(1, store::Fault::disk_full);
  device.save(id_of(1));
  CHECK(device.saved.empty());
  CHECK(device.state["storage"]["fault"] == "disk_full");
  device.database().repair();
  device.save(id_of(1));
  CHECK(device.saved.size() == 1);
  CHECK(device.state["storage"]["fault"].is_null());
}

TEST_CASE("nothing kept in memory only is called saved") {
  Device device(1, "memory");
  device.save(id_of(1));
  CHECK(device.saved.empty());
  REQUIRE(device.faults.size() == 1);
  CHECK(device.faults[0]["code"] == "not_durable");
  CHECK(device.faults[0]["id"] == id_of(1));
}

TEST_CASE("a command that is sent again, also to the next worker, is done once and acknowledged again") {
  Device device;
  const nlohmann::json save = {{"cmd", "draft_save"}, {"id", id_of(1)}, {"kind", "remote_care"}, {"form", nlohmann::json::object()}};
  const nlohmann::json submit = {{"cmd", "submit"}, {"draft", id_of(1)}, {"kind", "remote_care"},
                                 {"form", nlohmann::json::object()}, {"payload", nlohmann::json::object()}};
  device.again(1, save);
  device.again(2, submit);
  device.restart();
  device.acknowledgements.clear();
  device.again(1, save);
  device.again(2, submit);
  CHECK(device.drafts() == 0);
  CHECK(device.queue() == 1);
  CHECK(device.acknowledged(1));
  CHECK(device.acknowledged(2));
  CHECK(device.faults.empty());
  device.again(1, save, "another tab");
  CHECK(device.faults.back()["code"] == "already_submitted");
}

TEST_CASE("a filing is submitted once, also by two tabs that show the same draft") {
  Device device;
  device.save(id_of(1));
  device.submit(id_of(1));
  device.submit(id_of(1));
  CHECK(device.queue() == 1);
  REQUIRE(device.faults.size() == 1);
  CHECK(device.faults[0]["code"] == "already_submitted");
}

TEST_CASE("a command that cannot be read is refused and acknowledged") {
  Device device;
  for (const nlohmann::json& bad : {nlohmann::json("text"), nlohmann::json({{"cmd", "explode"}}), nlohmann::json({{"cmd", "draft_save"}}),
                                    nlohmann::json({{"cmd", "draft_save"}, {"id", "7"}, {"kind", "k"}, {"form", nlohmann::json::object()}}),
                                    nlohmann::json({{"cmd", "login"}, {"login", 7}, {"password", "x"}})}) {
    device.faults.clear();
    const int number = device.command(bad);
    REQUIRE(device.faults.size() == 1);
    CHECK(device.faults[0]["code"] == "bad_command");
    CHECK(device.acknowledged(number));
  }
}

TEST_CASE("a filing without a login waits for one and goes out with it") {
  Device device;
  device.save(id_of(1));
  device.submit(id_of(1));
  CHECK(device.requests.empty());
  CHECK(device.state["queue"][0]["fault"] == "login_required");
  device.log_in();
  REQUIRE(device.requests.size() == 1);
  CHECK(device.requests[0].question.path == "/api/v1/push");
  CHECK(device.state["queue"][0]["fault"].is_null());
  device.answer(200, receipt_for(envelope_of(device.requests[0])));
  CHECK(device.queue() == 0);
  REQUIRE(device.filings() == 1);
  CHECK(device.state["filings"][0]["filing"] == id_of(1));
  CHECK(device.state["filings"][0]["receipt"]["number"] == "ZS261121-00001");
  REQUIRE(device.requests.size() == 1);
  CHECK(device.requests[0].question.path == "/api/v1/pull?after=0&limit=100");
}

TEST_CASE("a false answer keeps the entry and waits; the same envelope goes again, byte for byte") {
  Device device;
  device.log_in();
  device.answer(200, no_records);
  device.submit(id_of(1));
  const std::string first = device.requests.at(0).question.body;
  device.hear(device.requests[0].number, {.status = 200, .content_type = "text/html", .body = "<h1>"});
  CHECK(device.queue() == 1);
  CHECK(device.state["network"]["fault"] == "server_html");
  CHECK(device.state["network"]["retry_at"].is_string());
  device.advance(999);
  CHECK(device.requests.empty());
  device.advance(2000);
  REQUIRE(device.requests.size() == 1);
  CHECK(device.requests[0].question.body == first);
}

TEST_CASE("an answer that nobody waits for changes nothing") {
  Device device;
  device.log_in();
  device.answer(200, no_records);
  device.submit(id_of(1));
  const Request request = device.requests.at(0);
  const auto receipt = receipt_for(envelope_of(request)).dump();
  device.hear(request.number + 7, {.status = 200, .content_type = "application/json", .body = receipt});
  CHECK(device.queue() == 1);
  device.restart();
  device.hear(request.number + 7, {.status = 200, .content_type = "application/json", .body = receipt});
  CHECK(device.queue() == 1);
}

TEST_CASE("a receipt that cannot be stored leaves the entry in the outbox") {
  for (int nth = 1; nth <= 8; ++nth) {
    CAPTURE(nth);
    Device device;
    device.log_in();
    device.answer(200, no_records);
    device.submit(id_of(1));
    const auto receipt = receipt_for(envelope_of(device.requests.at(0)));
    device.database().fail_at(nth, store::Fault::disk_full);
    device.answer(200, receipt);
    if (!device.database().hit()) break;
    device.database().repair();
    device.restart();
    CHECK(device.queue() == 1);
    CHECK(device.filings() == 0);
    device.answer(200, receipt);
    CHECK(device.queue() == 0);
    CHECK(device.filings() == 1);
  }
}

TEST_CASE("an envelope the server refuses as such is set aside and does not hold up the others") {
  Device device;
  device.log_in();
  device.answer(200, no_records);
  device.set_online(false);
  device.submit(id_of(1));
  device.submit(id_of(2));
  device.set_online(true);
  device.answer(422, {{"findings", {{{"code", "wrong_form"}}}}});
  device.answer(422, {{"findings", {{{"code", "wrong_form"}}}}});
  CHECK(device.state["queue"][0]["fault"] == "wrong_form");
  REQUIRE(device.requests.size() == 1);
  device.answer(200, receipt_for(envelope_of(device.requests[0])));
  CHECK(device.queue() == 1);
  CHECK(device.filings() == 1);
  const std::string blocked = device.state["queue"][0]["id"];
  device.answer(200, no_records);
  CHECK(device.requests.empty());
  device.command({{"cmd", "retry"}, {"id", blocked}});
  REQUIRE(device.requests.size() == 1);
  CHECK(envelope_of(device.requests[0])["id"] == blocked);
}

TEST_CASE("an ended session keeps the account and its filings in view and asks for a login") {
  Device device;
  device.log_in();
  device.answer(200, no_records);
  device.submit(id_of(1));
  device.answer(401, {{"title", "no session"}});
  CHECK(device.state["account"]["login"] == "zhang.test");
  CHECK(device.state["network"]["fault"] == "login_required");
  CHECK(device.state["queue"][0]["fault"] == "login_required");
  device.advance(3'600'000);
  CHECK(device.requests.empty());
  device.log_in();
  CHECK(device.requests.size() == 1);
}

TEST_CASE("what one account did is neither shown to nor sent by the next") {
  Device device;
  device.log_in("zhang.test");
  device.answer(200, no_records);
  device.save(id_of(9));
  device.submit(id_of(1));
  device.answer(401, {{"title", "no session"}});
  device.log_in("li.test");
  CHECK(device.queue() == 0);
  CHECK(device.drafts() == 0);
  REQUIRE(device.requests.size() == 1);
  CHECK(device.requests[0].question.path.starts_with("/api/v1/pull"));
}

TEST_CASE("logging out keeps unsent work unless told to discard it, and then leaves nothing") {
  Device device;
  device.save(id_of(5), "the device's");
  device.log_in();
  device.answer(200, no_records);
  device.save(id_of(1));
  device.command({{"cmd", "logout"}});
  CHECK(device.faults.back()["code"] == "unsent_work");
  CHECK(device.state["account"]["login"] == "zhang.test");
  device.command({{"cmd", "logout"}, {"discard_unsent", true}});
  CHECK(device.state["account"].is_null());
  CHECK(device.drafts() == 0);
  CHECK(device.desk().emptied());
  REQUIRE(device.requests.size() == 1);
  CHECK(device.requests[0].question.method == "DELETE");
}

TEST_CASE("a logout leaves what another account has not sent, and says that the files are still needed") {
  Device device;
  device.log_in("li.test");
  device.answer(200, no_records);
  device.save(id_of(1));
  device.log_in("zhang.test");
  device.answer(200, no_records);
  device.command({{"cmd", "logout"}});
  CHECK(device.state["account"].is_null());
  CHECK_FALSE(device.desk().emptied());
  device.hear(device.requests.at(0).number, {.status = 204});
  device.log_in("li.test");
  CHECK(device.drafts() == 1);
}

TEST_CASE("a desk on new files is told that the end of a session is owed, and remembers it") {
  Device device;
  device.desk().owe_session_end();
  device.restart();
  REQUIRE(device.requests.size() == 1);
  CHECK(device.requests[0].question.method == "DELETE");
}

TEST_CASE("the end of a session is owed to the server across a restart and comes before a login") {
  Device device;
  device.log_in();
  device.answer(200, no_records);
  device.command({{"cmd", "logout"}});
  device.hear(device.requests.at(0).number, {});
  device.restart();
  REQUIRE(device.requests.size() == 1);
  CHECK(device.requests[0].question.method == "DELETE");
  device.hear(device.requests[0].number, {.status = 204});
  device.restart();
  CHECK(device.requests.empty());
}

TEST_CASE("an entry is withdrawn with or without its draft") {
  Device device;
  device.submit(id_of(1));
  device.submit(id_of(2));
  device.command({{"cmd", "withdraw_queued"}, {"id", device.state["queue"][0]["id"]}, {"keep_draft", true}});
  device.command({{"cmd", "withdraw_queued"}, {"id", device.state["queue"][0]["id"]}});
  CHECK(device.queue() == 0);
  REQUIRE(device.drafts() == 1);
  CHECK(device.state["drafts"][0]["id"] == id_of(1));
  device.command({{"cmd", "withdraw_queued"}, {"id", id_of(3)}});
  CHECK(device.faults.back()["code"] == "unknown_entry");
}

TEST_CASE("a desk that has nothing to do asks not to be woken") {
  Device device;
  CHECK_FALSE(device.desk().wake_at(device.now));
  device.log_in();
  device.hear(device.requests.at(0).number, {});
  const auto wake = device.desk().wake_at(device.now);
  REQUIRE(wake);
  CHECK(*wake > device.now);
  device.set_online(false);
  CHECK_FALSE(device.desk().wake_at(device.now));
}

}  // namespace mingbai::worker
