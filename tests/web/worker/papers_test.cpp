#include <algorithm>

#include "tests/web/worker/answers.h"

namespace mingbai::worker {
namespace {

const std::string attachment = std::string(31, '0') + "a";

nlohmann::json receiving(const std::vector<int>& parts, int of) {
  return {{"attachment", attachment}, {"state", "receiving"}, {"part_bytes", 262144}, {"parts", parts}, {"of", of}};
}

const nlohmann::json kept = {{"attachment", attachment}, {"state", "kept"}};

bool is_upload(const Request& request) { return request.question.path.find("attachments") != std::string::npos; }

Request* upload_of(Device& device) {
  const auto found = std::ranges::find_if(device.requests, is_upload);
  return found == device.requests.end() ? nullptr : &*found;
}

void answer_upload(Device& device, int status, const nlohmann::json& body) {
  Request* request = upload_of(device);
  REQUIRE(request != nullptr);
  device.hear(request->number, {.status = status, .content_type = status < 400 ? "application/json" : "application/problem+json", .body = body.dump()});
}

void add(Device& device, int id, const std::string& bytes, const std::string& name = "a.jpg", std::optional<std::int64_t> room = {}) {
  FileInMemory file(bytes);
  device.command_with_file({{"cmd", "paper_add"}, {"id", id_of(id)}, {"filing", id_of(1)}, {"document", "identity_card"}, {"name", name}}, file, room);
}

// Logged in, the filing received, nothing else under way.
void file(Device& device) {
  device.log_in();
  device.answer(200, no_records);
  device.submit(id_of(1));
  REQUIRE(device.requests.size() == 1);
  device.answer(200, receipt_for(envelope_of(device.requests[0])));
  device.answer(200, no_records);
}

const nlohmann::json& paper(const Device& device, std::size_t at = 0) { return device.state["papers"].at(at); }

}  // namespace

TEST_CASE("a photo waits with its draft, survives a restart, and follows the filing once it has its receipt") {
  Device device;
  device.save(id_of(1));
  add(device, 2, photo(300'000), "身份证.jpeg");
  REQUIRE(device.state["papers"].size() == 1);
  CHECK(paper(device)["state"] == "waiting");
  CHECK(paper(device)["name"] == "身份证.jpg");
  CHECK(paper(device)["of"] == 2);
  device.restart();
  file(device);
  REQUIRE(upload_of(device) != nullptr);
  const auto announced = nlohmann::json::parse(upload_of(device)->question.body);
  CHECK(announced["sha256"] == sync::sha256_hex(photo(300'000)));
  CHECK(announced["document"] == "identity_card");
  answer_upload(device, 201, receiving({}, 2));
  CHECK(paper(device)["state"] == "sending");
  CHECK(upload_of(device)->question.media == "application/octet-stream");
  CHECK(upload_of(device)->question.body == photo(300'000).substr(0, 262144));
  answer_upload(device, 200, receiving({0}, 2));
  CHECK(paper(device)["sent"] == 1);
  CHECK(upload_of(device)->question.path.ends_with("?part=1"));
  CHECK(upload_of(device)->question.body == photo(300'000).substr(262144));
  answer_upload(device, 200, kept);
  CHECK(paper(device)["state"] == "kept");
  CHECK(paper(device)["attachment"] == attachment);
  CHECK(upload_of(device) == nullptr);
}

TEST_CASE("an upload that broke off goes on with the parts the server does not have") {
  Device device;
  add(device, 2, photo(700'000));
  file(device);
  answer_upload(device, 201, receiving({}, 3));
  device.restart();
  REQUIRE(upload_of(device) != nullptr);
  answer_upload(device, 200, receiving({0, 2}, 3));
  CHECK(upload_of(device)->question.path.ends_with("?part=1"));
}

TEST_CASE("without an answer an upload waits and tries again; nothing is lost") {
  Device device;
  add(device, 2, photo());
  file(device);
  for (int tries = 0; tries < 4; ++tries) {
    REQUIRE(upload_of(device) != nullptr);
    device.hear(upload_of(device)->number, {.status = 0, .content_type = "", .body = "", .retry_after_s = {}});
    CHECK(upload_of(device) == nullptr);
    CHECK(paper(device)["state"] == "sending");
    CHECK(paper(device)["fault"] == "unreachable");
    CHECK(paper(device)["retry_at"].is_string());
    device.advance(33'000);
  }
  device.hear(upload_of(device)->number, {.status = 200, .content_type = "text/html", .body = "<h1>hotel</h1>", .retry_after_s = {}});
  CHECK(paper(device)["fault"] == "server_html");
  CHECK(paper(device)["state"] == "sending");
}

TEST_CASE("photos of a filing that was refused when it was sent go with its correction, once that has its receipt") {
  Device device;
  device.log_in();
  device.answer(200, no_records);
  add(device, 40, photo());
  device.submit(id_of(1));
  device.answer(200, refusal_for(envelope_of(device.requests.at(0)), 1));
  device.answer(200, no_records);
  CHECK(upload_of(device) == nullptr);
  CHECK(paper(device)["state"] == "waiting");
  device.command({{"cmd", "submit"}, {"draft", ""}, {"kind", "remote_care"}, {"form", nlohmann::json::object()}, {"payload", {{"policy", "q"}}},
                  {"edits", {{"filing", id_of(1)}, {"version", 1}}}});
  device.answer(200, receipt_for(envelope_of(device.requests.at(0)), 2));
  REQUIRE(upload_of(device) != nullptr);
  CHECK(upload_of(device)->question.path.find(id_of(1)) != std::string::npos);
  CHECK(device.filings() == 1);
}

TEST_CASE("what is no photo is not kept, and the list says why") {
  Device device;
  add(device, 2, "MZ\x90 a program", "evil.exe");
  REQUIRE(device.state["papers"].size() == 1);
  CHECK(paper(device)["state"] == "refused");
  CHECK(paper(device)["name"] == "evil.exe");
  CHECK(paper(device)["findings"][0]["code"] == "unknown_media");
  CHECK_FALSE(paper(device)["findings"][0]["remedy"].empty());
  add(device, 3, std::string((10u << 20) + 1, 'x'), "large.jpg");
  CHECK(paper(device, 1)["findings"][0]["code"] == "too_large");
  file(device);
  CHECK(upload_of(device) == nullptr);
}

TEST_CASE("what the server refuses is refused for good, with its reason, and the next one goes") {
  Device device;
  add(device, 2, photo(10));
  add(device, 3, photo(11));
  file(device);
  answer_upload(device, 422, {{"findings", {{{"code", "wrong_count"}, {"message", "满了"}, {"message_en", "full"}}}}});
  CHECK(paper(device, 0)["state"] == "refused");
  CHECK(paper(device, 0)["findings"][0]["code"] == "wrong_count");
  CHECK(paper(device, 1)["state"] == "sending");
}

TEST_CASE("a file that cannot be read any more is refused as empty") {
  Device device;
  FileInMemory gone(photo());
  gone.unreadable = true;
  device.command_with_file({{"cmd", "paper_add"}, {"id", id_of(2)}, {"filing", id_of(1)}, {"document", "identity_card"}, {"name", "a.jpg"}}, gone);
  CHECK(paper(device)["findings"][0]["code"] == "empty_file");
}

TEST_CASE("the same photo for the same document stands once") {
  Device device;
  add(device, 2, photo());
  add(device, 3, photo());
  CHECK(device.state["papers"].size() == 1);
  CHECK(device.faults.empty());
}

TEST_CASE("a paper is deleted alone, on its way too, and what the server says of it then is nobody's") {
  Device device;
  add(device, 2, photo(10));
  add(device, 3, photo(11));
  file(device);
  const int asked = upload_of(device)->number;
  device.command({{"cmd", "paper_delete"}, {"id", id_of(2)}});
  REQUIRE(device.state["papers"].size() == 1);
  device.hear(asked, {.status = 201, .content_type = "application/json", .body = receiving({}, 1).dump()});
  CHECK(paper(device)["id"] == id_of(3));
  CHECK(paper(device)["state"] == "sending");
}

TEST_CASE("without room a photo is not kept, what was written is, and the person is told which") {
  Device device;
  add(device, 2, photo(), "a.jpg", 1000);
  REQUIRE(device.faults.size() == 1);
  CHECK(device.faults[0]["code"] == "no_room_for_paper");
  CHECK(device.state["storage"]["fault"].is_null());
  device.database().fail_once_at(3, store::Fault::disk_full);
  add(device, 3, photo());
  REQUIRE(device.faults.size() == 2);
  CHECK(device.faults[1]["code"] == "no_room_for_paper");
  CHECK(device.state["papers"].empty());
  CHECK(device.state["storage"]["fault"].is_null());
  device.save(id_of(1), "words");
  CHECK(device.saved.size() == 1);
}

TEST_CASE("a filing holds no more papers than the server takes") {
  Device device;
  for (int count = 0; count < 25; ++count) add(device, 10 + count, photo(20 + static_cast<std::size_t>(count)));
  CHECK(device.state["papers"].size() == 24);
  REQUIRE(device.faults.size() == 1);
  CHECK(device.faults[0]["code"] == "too_many_papers");
}

TEST_CASE("papers go with their draft, with a withdrawn filing and with the account") {
  Device device;
  device.save(id_of(1));
  add(device, 2, photo());
  device.command({{"cmd", "draft_delete"}, {"id", id_of(1)}});
  CHECK(device.state["papers"].empty());
  add(device, 3, photo());
  device.submit(id_of(1));
  const std::string entry = device.state["queue"][0]["id"];
  device.command({{"cmd", "withdraw_queued"}, {"id", entry}, {"keep_draft", true}});
  CHECK(device.state["papers"].size() == 1);
  device.log_in();
  device.command({{"cmd", "logout"}, {"discard_unsent", true}});
  CHECK(device.state["papers"].empty());
}

TEST_CASE("an ended session sends no more parts, and the next login goes on") {
  Device device;
  add(device, 2, photo());
  file(device);
  answer_upload(device, 401, {{"title", "no session"}});
  REQUIRE(device.requests.size() == 1);
  CHECK(device.requests[0].question.path.starts_with("/api/v1/pull"));
  device.answer(401, {{"title", "no session"}});
  device.advance(60'000);
  CHECK(device.requests.empty());
  device.log_in();
  device.answer(200, no_records);
  CHECK(upload_of(device) != nullptr);
}

}  // namespace mingbai::worker
