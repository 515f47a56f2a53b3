// Two devices change one filing: what came too late stands beside the filing until its person decides, and what he decides
// is a new edit on the version he saw.

#include "tests/web/worker/answers.h"

namespace mingbai::worker {
namespace {

// Logged in; the filing is received as version 1.
void file(Device& device) {
  device.log_in();
  device.answer(200, no_records);
  device.submit(id_of(1));
  device.answer(200, receipt_for(envelope_of(device.requests.at(0))));
  device.answer(200, no_records);
}

nlohmann::json edit(int version = 1, const std::string& payload = R"({"policy":"mine"})") {
  return {{"cmd", "submit"},         {"draft", ""},
          {"kind", "remote_care"},   {"form", {{"text", "mine"}}},
          {"payload", nlohmann::json::parse(payload)}, {"edits", {{"filing", id_of(1)}, {"version", version}}}};
}

// The filing is version 2 of another device, and our edit of version 1 has come too late.
std::string lose(Device& device) {
  file(device);
  device.command(edit());
  const auto envelope = envelope_of(device.requests.at(0));
  device.answer(200, conflict_for(envelope, 2));
  device.answer(200, no_records);
  return envelope["id"];
}

nlohmann::json settle(const std::string& id, const std::string& choice, int version = 2) {
  return {{"cmd", "conflict_settle"}, {"id", id}, {"choice", choice}, {"version", version}};
}

std::vector<std::string> history(const Device& device) {
  std::vector<std::string> types;
  for (const auto& event : device.state["filings"][0]["events"]) types.push_back(event["type"]);
  return types;
}

bool has(const std::vector<std::string>& list, const std::string& one) { return std::ranges::find(list, one) != list.end(); }

}  // namespace

TEST_CASE("an edit names the filing and the version it was made on") {
  Device device;
  file(device);
  device.command(edit());
  const auto envelope = envelope_of(device.requests.at(0));
  CHECK(envelope["filing"] == id_of(1));
  CHECK(envelope["base_version"] == 1);
  device.answer(200, receipt_for(envelope, 2));
  CHECK(device.filings() == 1);
  CHECK(device.state["filings"][0]["version"] == 2);
  CHECK(device.state["filings"][0]["payload"]["policy"] == "mine");
  CHECK(device.state["conflicts"].empty());
}

TEST_CASE("a draft of an edit remembers its filing and version over a restart, and submits as that edit") {
  Device device;
  file(device);
  device.command({{"cmd", "draft_save"}, {"id", id_of(8)}, {"kind", "remote_care"}, {"form", {{"text", "mine"}}},
                  {"edits", {{"filing", id_of(1)}, {"version", 1}}}});
  device.restart();
  REQUIRE(device.drafts() == 1);
  CHECK(device.state["drafts"][0]["edits"] == nlohmann::json({{"filing", id_of(1)}, {"version", 1}}));
  device.requests.clear();
  device.submit(id_of(8));
  CHECK(device.drafts() == 0);
  REQUIRE(device.queue() == 1);
  CHECK(device.state["queue"][0]["filing"] == id_of(1));
}

TEST_CASE("a filing is edited once at a time: a second edit waits for the answer to the first") {
  Device device;
  file(device);
  device.command(edit());
  device.command(edit());
  CHECK(device.queue() == 1);
  CHECK(device.faults.back()["code"] == "already_submitted");
}

TEST_CASE("an edit that came too late is kept whole beside the filing, told, and survives a restart") {
  Device device;
  const std::string id = lose(device);
  CHECK(device.queue() == 0);
  CHECK(device.drafts() == 0);
  CHECK(device.state["filings"][0]["version"] == 2);
  CHECK(device.state["filings"][0]["payload"]["policy"] == "theirs");
  REQUIRE(device.faults.size() == 1);
  CHECK(device.faults[0]["code"] == "conflict");
  CHECK(device.faults[0]["id"] == id);
  device.restart();
  REQUIRE(device.state["conflicts"].size() == 1);
  const auto& conflict = device.state["conflicts"][0];
  CHECK(conflict["id"] == id);
  CHECK(conflict["payload"]["policy"] == "mine");
  CHECK(conflict["form"]["text"] == "mine");
  CHECK(conflict["base_version"] == 1);
  CHECK(conflict["made_at"].is_string());
}

TEST_CASE("while a conflict is open the filing takes no other edit from here") {
  Device device;
  lose(device);
  device.command(edit(2));
  CHECK(device.queue() == 0);
  CHECK(device.faults.back()["code"] == "conflict_open");
}

TEST_CASE("ours kept: the same bytes go again as a new envelope on the version seen") {
  Device device;
  const std::string id = lose(device);
  device.command(settle(id, "mine"));
  CHECK(device.state["conflicts"].empty());
  const auto envelope = envelope_of(device.requests.at(0));
  CHECK(envelope["id"] != id);
  CHECK(envelope["base_version"] == 2);
  CHECK(envelope["payload"] == R"({"policy":"mine"})");
  CHECK(has(history(device), "kept_mine"));
  device.answer(200, receipt_for(envelope, 5));
  CHECK(device.state["filings"][0]["payload"]["policy"] == "mine");
  CHECK(has(history(device), "kept_mine"));
}

TEST_CASE("theirs kept: nothing is sent, the filing stays, and the decision stands in its history") {
  Device device;
  device.command(settle(lose(device), "theirs"));
  CHECK(device.state["conflicts"].empty());
  CHECK(device.queue() == 0);
  CHECK(device.drafts() == 0);
  CHECK(device.state["filings"][0]["payload"]["policy"] == "theirs");
  device.restart();
  CHECK(has(history(device), "kept_theirs"));
}

TEST_CASE("chosen field by field: what was chosen goes on the version seen") {
  Device device;
  auto command = settle(lose(device), "fields");
  command["form"] = {{"text", "both"}};
  command["payload"] = {{"policy", "both"}};
  device.command(command);
  const auto envelope = envelope_of(device.requests.at(0));
  CHECK(envelope["payload"] == R"({"policy":"both"})");
  CHECK(envelope["base_version"] == 2);
}

TEST_CASE("where the filing takes no edit any more, ours becomes the draft of a new one") {
  Device device;
  device.command(settle(lose(device), "draft"));
  REQUIRE(device.drafts() == 1);
  CHECK(device.state["drafts"][0]["edits"].is_null());
  CHECK(device.state["drafts"][0]["form"]["text"] == "mine");
}

TEST_CASE("a decision about a version that has been replaced meanwhile is not carried out") {
  Device device;
  const std::string id = lose(device);
  device.command(settle(id, "mine", 1));
  CHECK(device.faults.back()["code"] == "conflict_moved");
  CHECK(device.queue() == 0);
  CHECK(device.state["conflicts"].size() == 1);
  device.command(settle(id_of(9), "theirs"));
  CHECK(device.faults.back()["code"] == "unknown_conflict");
}

TEST_CASE("an edit that loses again is a conflict again") {
  Device device;
  device.command(settle(lose(device), "mine"));
  device.answer(200, conflict_for(envelope_of(device.requests.at(0)), 3));
  REQUIRE(device.state["conflicts"].size() == 1);
  CHECK(device.state["conflicts"][0]["base_version"] == 2);
  CHECK(device.state["filings"][0]["version"] == 3);
}

TEST_CASE("a decision that cannot be stored leaves the conflict open; a repeated one is done once") {
  for (int nth = 1; nth <= 12; ++nth) {
    CAPTURE(nth);
    Device device;
    const std::string id = lose(device);
    device.database().fail_at(nth, store::Fault::disk_full);
    const int number = device.command(settle(id, "mine"));
    const bool hit = device.database().hit();
    device.database().repair();
    device.restart();
    if (!hit) {
      device.again(number, settle(id, "mine"));
      CHECK(device.queue() == 1);
      break;
    }
    CHECK(device.state["conflicts"].size() + device.queue() == 1);
  }
}

TEST_CASE("a conflict is unsent work: a logout asks before it goes, and then leaves nothing") {
  Device device;
  lose(device);
  device.command({{"cmd", "logout"}});
  CHECK(device.faults.back()["code"] == "unsent_work");
  device.command({{"cmd", "logout"}, {"discard_unsent", true}});
  CHECK(device.state["conflicts"].empty());
  CHECK(device.desk().emptied());
}

TEST_CASE("an edit that the check refuses leaves the filing received and is a draft again, on the version that refused it") {
  Device device;
  file(device);
  device.command(edit());
  device.answer(200, refusal_for(envelope_of(device.requests.at(0)), 2));
  CHECK(device.queue() == 0);
  CHECK(device.state["filings"][0]["state"] == "received");
  REQUIRE(device.drafts() == 1);
  CHECK(device.state["drafts"][0]["edits"] == nlohmann::json({{"filing", id_of(1)}, {"version", 2}}));
  CHECK(device.faults.back()["code"] == "edit_refused");
}

TEST_CASE("an edit taken back from the queue is a draft of that edit, and the filing keeps its papers") {
  Device device;
  file(device);
  device.set_online(false);
  device.command(edit());
  device.command({{"cmd", "withdraw_queued"}, {"id", device.state["queue"][0]["id"]}, {"keep_draft", true}});
  REQUIRE(device.drafts() == 1);
  CHECK(device.state["drafts"][0]["id"] != id_of(1));
  CHECK(device.state["drafts"][0]["edits"]["filing"] == id_of(1));
}

TEST_CASE("settlements and edits that cannot be read are refused") {
  Device device;
  for (const nlohmann::json& bad :
       {nlohmann::json({{"cmd", "conflict_settle"}, {"id", id_of(1)}, {"choice", "both"}, {"version", 1}}),
        nlohmann::json({{"cmd", "conflict_settle"}, {"id", id_of(1)}, {"choice", "mine"}}),
        nlohmann::json({{"cmd", "conflict_settle"}, {"id", id_of(1)}, {"choice", "fields"}, {"version", 1}}),
        nlohmann::json({{"cmd", "draft_save"}, {"id", id_of(1)}, {"kind", "k"}, {"form", nlohmann::json::object()}, {"edits", {{"filing", "7"}}}})}) {
    device.faults.clear();
    device.command(bad);
    REQUIRE(device.faults.size() == 1);
    CHECK(device.faults[0]["code"] == "bad_command");
  }
}

}  // namespace mingbai::worker
