#include "web/worker/desk/backup.h"

#include "core/sync/sha256.h"
#include "tests/web/worker/answers.h"

namespace mingbai::worker {
namespace {

const nlohmann::json identity_card = {{"cmd", "paper_add"}, {"document", "identity_card"}, {"name", "身份证.jpg"}};

void add(Device& device, int id, int filing, const std::string& bytes) {
  FileInMemory file(bytes);
  nlohmann::json command = identity_card;
  command["id"] = id_of(id);
  command["filing"] = id_of(filing);
  device.command_with_file(command, file);
}

// A draft with a photo, a filing that was handed in and waits with a photo of two parts.
void write(Device& device) {
  device.save(id_of(1), "begun");
  add(device, 11, 1, photo(20));
  device.submit(id_of(2));
  add(device, 12, 2, photo(400'000));
}

std::string head_of(const std::string& index) {
  return "mingbai-drafts 2 " + std::to_string(index.size()) + " " + sync::sha256_hex(index) + "\n" + index;
}

std::string refused_with(const std::string& bytes) {
  Device device;
  device.restore(bytes);
  CHECK(device.restored.empty());
  CHECK(device.drafts() == 0);
  CHECK(device.state["papers"].empty());
  REQUIRE(device.faults.size() == 1);
  CHECK(device.faults[0]["during"] == "restore");
  CHECK_FALSE(device.faults[0]["findings"][0]["remedy"].empty());
  return device.faults[0]["code"];
}

}  // namespace

TEST_CASE("a backup brings back drafts, what was not sent, and every photo byte for byte") {
  Device first;
  write(first);
  const std::string file = first.backup();
  CHECK(file.ends_with(photo(400'000)));
  Device second(2);
  second.restore(file);
  REQUIRE(second.restored.size() == 1);
  CHECK(second.restored[0] == nlohmann::json({{"event", "restored"}, {"drafts", 2}, {"papers", 2}, {"skipped", 0}}));
  REQUIRE(second.drafts() == 2);
  CHECK(second.state["drafts"].dump().find("begun") != std::string::npos);
  REQUIRE(second.state["papers"].size() == 2);
  CHECK(second.state["papers"][1]["filing"] == id_of(2));
  CHECK(second.state["papers"][1]["name"] == "身份证.jpg");
  CHECK(second.state["papers"][1]["state"] == "waiting");
  CHECK(second.state["papers"][1]["of"] == 2);
}

TEST_CASE("a filing that came back is handed in with its photo, and the server is given the bytes of the first device") {
  Device first;
  write(first);
  Device second(2);
  second.restore(first.backup());
  second.log_in();
  second.answer(200, no_records);
  second.submit(id_of(2));
  second.answer(200, receipt_for(envelope_of(second.requests.at(0))));
  second.answer(200, no_records);
  REQUIRE(second.requests.size() == 1);
  const auto announced = nlohmann::json::parse(second.requests[0].question.body);
  CHECK(announced["sha256"] == sync::sha256_hex(photo(400'000)));
  CHECK(announced["bytes"] == photo(400'000).size());
}

TEST_CASE("photos of a filing that the server has, and that had not gone yet, come back with it") {
  Device first;
  first.log_in();
  first.answer(200, no_records);
  first.submit(id_of(2));
  first.answer(200, receipt_for(envelope_of(first.requests.at(0))));
  add(first, 12, 2, photo(30));
  const std::string file = first.backup();
  Device second(2);
  second.restore(file);
  CHECK(second.restored.at(0)["drafts"] == 0);
  CHECK(second.restored.at(0)["papers"] == 1);
  CHECK(second.state["papers"][0]["filing"] == id_of(2));
}

TEST_CASE("edits come back as drafts of the same filing and version") {
  Device first;
  const nlohmann::json edits = {{"filing", id_of(9)}, {"version", 3}};
  first.command({{"cmd", "draft_save"}, {"id", id_of(1)}, {"kind", "remote_care"}, {"form", {{"text", "x"}}}, {"edits", edits}});
  first.command({{"cmd", "submit"}, {"draft", ""}, {"kind", "remote_care"}, {"form", {{"text", "y"}}}, {"payload", {{"policy", "p"}}},
                 {"edits", {{"filing", id_of(8)}, {"version", 1}}}});
  Device second(2);
  second.restore(first.backup());
  REQUIRE(second.drafts() == 2);
  for (const auto& draft : second.state["drafts"]) {
    const bool begun = draft["id"] == id_of(1);
    CHECK(draft["edits"] == (begun ? edits : nlohmann::json({{"filing", id_of(8)}, {"version", 1}})));
  }
}

TEST_CASE("what the device has already is left alone, and stands once") {
  Device device;
  write(device);
  const std::string file = device.backup();
  device.restore(file);
  device.restore(file);
  REQUIRE(device.restored.size() == 2);
  CHECK(device.restored[1] == nlohmann::json({{"event", "restored"}, {"drafts", 0}, {"papers", 0}, {"skipped", 2}}));
  CHECK(device.drafts() == 1);
  CHECK(device.state["papers"].size() == 2);
}

TEST_CASE("a backup of the first version, without papers, is still read") {
  Device device;
  device.restore(R"({"format":"mingbai-drafts","version":1,"drafts":[{"id":")" + id_of(1) +
                 R"(","kind":"remote_care","form":{"name":"示例"},"updated_at":"2026-11-21T10:58:05Z"}]})");
  REQUIRE(device.drafts() == 1);
  CHECK(device.state["drafts"][0]["form"]["name"] == "示例");
  CHECK(device.state["drafts"][0]["updated_at"] == "2026-11-21T10:58:05Z");
}

TEST_CASE("a file cut anywhere restores nothing, and the finding says what is missing") {
  Device first;
  write(first);
  const std::string file = first.backup();
  const std::size_t index_at = file.find('\n') + 1;
  CHECK(refused_with(file.substr(0, 10)) == "not_a_backup");
  CHECK(refused_with(file.substr(0, index_at + 5)) == "backup_cut");
  for (const std::size_t left : {std::size_t{1}, std::size_t{1000}, std::size_t{400'010}}) CHECK(refused_with(file.substr(0, file.size() - left)) == "backup_cut");
  CHECK(refused_with(file + "x") == "backup_cut");
  Device device;
  device.restore(file.substr(0, file.size() - 1));
  CHECK(device.faults.at(0)["findings"][0]["actual"] == std::to_string(file.size() - 1));
  CHECK(device.faults.at(0)["findings"][0]["allowed"][0] == std::to_string(file.size()));
}

TEST_CASE("a single turned bit is found wherever it is, and every photo it spoiled is named") {
  Device first;
  write(first);
  const std::string file = first.backup();
  std::size_t refused = 0;
  for (std::size_t at = 0; at < file.size(); at += at < 2000 ? 97 : 40'013) {
    std::string spoiled = file;
    spoiled[at] = static_cast<char>(spoiled[at] ^ 1);
    const std::string code = refused_with(spoiled);
    refused += code == "not_a_backup" || code == "backup_newer" || code == "backup_cut" || code == "backup_damaged" ? 1u : 0u;
    CHECK((at < 300 || code == "backup_damaged"));
  }
  CHECK(refused > 10);
  std::string both = file;
  both[file.size() - 1] = 'x';
  both[file.size() - photo(400'000).size() - 1] = 'x';
  Device device;
  device.restore(both);
  REQUIRE(device.faults.at(0)["findings"].size() == 2);
  CHECK(device.faults[0]["findings"][0]["fact"] == "papers/0");
  CHECK(device.faults[0]["findings"][1]["message"].get<std::string>().find("身份证.jpg") != std::string::npos);
}

TEST_CASE("what is no backup, one of a later version and one that lies about itself are refused") {
  CHECK(refused_with("") == "not_a_backup");
  CHECK(refused_with("no JSON") == "not_a_backup");
  CHECK(refused_with("{}") == "not_a_backup");
  CHECK(refused_with(R"({"format":"mingbai-drafts","version":2,"drafts":[]})") == "not_a_backup");
  CHECK(refused_with("mingbai-drafts 3 1 x\n") == "backup_newer");
  CHECK(refused_with("mingbai-drafts 2 99999999999999999999 " + std::string(64, '0') + "\n") == "not_a_backup");
  const std::string draft = R"({"id":")" + id_of(1) + R"(","kind":"k","form":{}})", id = R"({"id":")" + id_of(5) + R"(","filing":")" + id_of(1) + R"(","document":"d","name":"n",)";
  const std::vector<std::string> indexes = {R"({})", R"([])", R"({"drafts":[{"id":"x","kind":"k","form":{}}],"papers":[]})",
                                  R"({"drafts":[{"id":")" + id_of(1) + R"(","kind":"k","form":"text"}],"papers":[]})",
                                  R"({"drafts":[)" + draft + R"(],"papers":[1]})",
                                  R"({"drafts":[)" + draft + R"(],"papers":[)" + id + R"("bytes":-1,"sha256":")" + std::string(64, 'a') + R"("}]})",
                                  R"({"drafts":[)" + draft + R"(],"papers":[)" + id + R"("bytes":9000000000,"sha256":")" + std::string(64, 'a') + R"("}]})"};
  for (const std::string& index : indexes) {
    CHECK(refused_with(head_of(index)) == "not_a_backup");
  }
}

TEST_CASE("a program in the place of a photo is not kept, whoever wrote the sums") {
  const std::string program = "MZ\x90 a program";
  const std::string index = R"({"drafts":[],"papers":[{"id":")" + id_of(5) + R"(","filing":")" + id_of(1) + R"(","document":"identity_card","name":"a.jpg","bytes":)" +
                            std::to_string(program.size()) + R"(,"sha256":")" + sync::sha256_hex(program) + R"("}]})";
  Device device;
  device.restore(head_of(index) + program);
  REQUIRE(device.state["papers"].size() == 1);
  CHECK(device.state["papers"][0]["state"] == "refused");
  CHECK(device.state["papers"][0]["findings"][0]["code"] == "unknown_media");
}

TEST_CASE("a disk that fails at any write leaves nothing of a backup behind, and the next try brings all of it") {
  Device first;
  write(first);
  const std::string file = first.backup();
  int failures = 0;
  for (int at = 1;; ++at) {
    Device device(2);
    device.database().fail_once_at(at, store::Fault::disk_full);
    device.restore(file);
    if (device.faults.empty()) break;
    ++failures;
    CHECK(device.restored.empty());
    CHECK(device.drafts() == 0);
    CHECK(device.state["papers"].empty());
    device.restore(file);
    CHECK(device.drafts() == 2);
    CHECK(device.state["papers"].size() == 2);
  }
  CHECK(failures > 5);
}

TEST_CASE("without room nothing is begun; and never more than one paper is in memory") {
  Device first;
  write(first);
  const std::string file = first.backup();
  Device second(2);
  second.restore(file, 1 << 20);
  CHECK(second.faults.at(0)["code"] == "no_room_for_backup");
  CHECK(second.drafts() == 0);
  FileInMemory source(file);
  second.command_with_file({{"cmd", "restore"}}, source);
  CHECK(second.drafts() == 2);
  CHECK(source.largest == static_cast<std::int64_t>(photo(400'000).size()));
}

}  // namespace mingbai::worker
