// Three devices of one account, a line that loses requests and answers, workers that end at any moment: in the end
// every device shows the server's state, and the server has every filing once.

#include <algorithm>
#include <cstdio>
#include <map>
#include <set>

#include "tests/core/contract/mutation.h"
#include "tests/web/worker/device.h"
#include "tests/web/worker/server_in_memory.h"

namespace mingbai::worker {
namespace {

// One thing happens to one device.
void live(Device& device, ServerInMemory& server, std::set<std::string>& submitted, int& last) {
  auto& random = device.randomness();
  switch (random.below(6)) {
    case 0:
      device.save(id_of(++last));
      break;
    case 1:
      submitted.insert(id_of(++last));
      device.submit(id_of(last));
      break;
    case 2:
      device.restart();
      break;
    case 3:
      device.advance(static_cast<sync::Milliseconds>(random.below(40'000)));
      break;
    default: {
      if (device.requests.empty()) break;
      const Request request = device.requests.front();
      const bool arrives = random.below(3) != 0;
      const sync::HttpAnswer answer = arrives ? server.answer(request.question) : sync::HttpAnswer{};
      const bool comes_back = random.below(3) != 0;
      device.hear(request.number, comes_back ? answer : sync::HttpAnswer{});
    }
  }
}

void calm(Device& device, ServerInMemory& server) {
  for (int turn = 0; turn < 400; ++turn) {
    if (device.requests.empty()) device.command({{"cmd", "sync"}});
    if (device.requests.empty()) return;
    const Request request = device.requests.front();
    device.hear(request.number, server.answer(request.question));
    if (device.queue() == 0 && device.requests.empty()) return;
  }
}

std::map<std::string, std::string> shown(const Device& device) {
  std::map<std::string, std::string> receipts;
  for (const auto& filing : device.state["filings"]) receipts[filing["filing"]] = filing["receipt"]["number"];
  return receipts;
}

}  // namespace

TEST_CASE("devices on a bad line end in the server's state, with every filing there once") {
  const auto seeds = static_cast<std::uint64_t>(test::trials(20, 2000));
  std::size_t filings = 0;
  for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
    CAPTURE(seed);
    ServerInMemory server;
    std::vector<std::unique_ptr<Device>> devices;
    for (std::uint64_t number = 0; number < 3; ++number) {
      devices.push_back(std::make_unique<Device>(seed * 100 + number));
      devices.back()->log_in();
    }
    std::set<std::string> submitted;
    int last = 0;
    SeededRandomness order(seed);
    for (int step = 0; step < 300; ++step) live(*devices[order.below(devices.size())], server, submitted, last);
    for (int round = 0; round < 2; ++round) {
      for (auto& device : devices) calm(*device, server);
    }
    std::map<std::string, std::string> expected;
    for (const auto& record : server.records) expected[record.filing] = record.receipt->number;
    REQUIRE(server.records.size() == submitted.size());
    for (const auto& filing : submitted) REQUIRE(expected.contains(filing));
    for (const auto& device : devices) {
      REQUIRE(device->queue() == 0);
      REQUIRE(shown(*device) == expected);
    }
    filings += expected.size();
  }
  std::printf("figure T6: %llu seeded orders of 300 operations on 3 devices, %zu filings: every device in the server's state\n",
              static_cast<unsigned long long>(seeds), filings);
}

// One device of several that edit the same filings; what it submitted is noted, and what its person decided.
static void edit_or_decide(Device& device, int& last, std::set<std::string>& submitted, std::set<std::string>& decided) {
  auto& random = device.randomness();
  const auto conflicts = device.state["conflicts"];
  if (!conflicts.empty() && random.below(3) == 0) {
    const auto conflict = conflicts[random.below(conflicts.size())];
    const char* const choices[] = {"mine", "theirs", "draft"};
    std::int64_t version = 0;
    for (const auto& filing : device.state["filings"]) {
      if (filing["filing"] == conflict["filing"]) version = filing["version"];
    }
    device.command({{"cmd", "conflict_settle"}, {"id", conflict["id"]}, {"choice", choices[random.below(3)]}, {"version", version}});
    const auto& left = device.state["conflicts"];
    const bool open = std::any_of(left.begin(), left.end(), [&](const auto& one) { return one["id"] == conflict["id"]; });
    if (!open) decided.insert(conflict["id"]);
    return;
  }
  if (device.filings() == 0) return;
  const auto filing = device.state["filings"][random.below(device.filings())];
  const std::size_t before = device.queue();
  const std::string text = std::to_string(++last);
  device.command({{"cmd", "submit"}, {"draft", ""}, {"kind", "remote_care"}, {"form", {{"text", text}}}, {"payload", {{"edit", text}}},
                  {"edits", {{"filing", filing["filing"]}, {"version", filing["version"]}}}});
  if (device.queue() > before) submitted.insert(R"({"edit":")" + text + R"("})");
}

TEST_CASE("devices that edit the same filings at once overwrite nothing unseen: each edit is taken, or waits for a decision, or was decided about") {
  const auto seeds = static_cast<std::uint64_t>(test::trials(20, 2000));
  std::size_t edits = 0, late = 0;
  for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
    CAPTURE(seed);
    ServerInMemory server;
    std::vector<std::unique_ptr<Device>> devices;
    for (std::uint64_t number = 0; number < 3; ++number) {
      devices.push_back(std::make_unique<Device>(seed * 100 + number));
      devices.back()->log_in();
    }
    std::set<std::string> filed, submitted, decided;
    int last = 0;
    for (int first = 0; first < 3; ++first) devices[0]->submit(id_of(++last));
    for (auto& device : devices) calm(*device, server);
    SeededRandomness order(seed);
    for (int step = 0; step < 200; ++step) {
      Device& device = *devices[order.below(devices.size())];
      if (order.below(3) == 0) edit_or_decide(device, last, submitted, decided);
      else live(device, server, filed, last);
    }
    for (int round = 0; round < 2; ++round) {
      for (auto& device : devices) calm(*device, server);
    }
    std::set<std::string> open;
    for (const auto& device : devices) {
      REQUIRE(device->queue() == 0);
      for (const auto& conflict : device->state["conflicts"]) open.insert(conflict["id"].get<std::string>());
    }
    std::set<std::string> known;
    for (const auto& [id, envelope] : server.taken) known.insert(envelope.payload);
    for (const auto& [id, envelope] : server.late) {
      known.insert(envelope.payload);
      REQUIRE(open.contains(id) != decided.contains(id));
    }
    for (const auto& payload : submitted) REQUIRE(known.contains(payload));
    for (const auto& record : server.records) {
      const auto shown_by = [&](const Device& device) {
        for (const auto& filing : device.state["filings"]) {
          if (filing["filing"] == record.filing) return filing["payload"].dump();
        }
        return std::string();
      };
      for (const auto& device : devices) REQUIRE(shown_by(*device) == record.payload);
    }
    edits += submitted.size();
    late += server.late.size();
  }
  REQUIRE(late > 0);
  std::printf("figure T7: %llu seeded orders on 3 devices, %zu edits of the same filings, %zu too late: each stood beside its filing until decided\n",
              static_cast<unsigned long long>(seeds), edits, late);
}

}  // namespace mingbai::worker
