#pragma once
// One device for tests: a desk over a database in memory, a clock the test moves, random numbers from a seed, and the
// messages it sent, sorted by kind. What the browser and the network do between desk and server is the test's part.

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <functional>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/store/sqlite_database.h"
#include "tests/core/store/fault_injecting_database.h"
#include "web/worker/desk/desk.h"

namespace mingbai::worker {

class SeededRandomness final : public Randomness {
 public:
  explicit SeededRandomness(std::uint64_t seed) : state_(seed * 2 + 1) {}
  void fill(std::span<std::uint8_t> bytes) override {
    for (auto& byte : bytes) byte = static_cast<std::uint8_t>(next() >> 56);
  }
  std::uint64_t next() {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return state_ ^ state_ >> 31;
  }
  std::size_t below(std::size_t limit) { return static_cast<std::size_t>((next() >> 16) % limit); }

 private:
  std::uint64_t state_;
};

// The database of a device outlives its desks, as the files outlive the workers.
class BorrowedDatabase final : public store::Database {
 public:
  explicit BorrowedDatabase(store::Database& real) : real_(real) {}
  store::Result<std::unique_ptr<store::Statement>> prepare(std::string_view sql) override { return real_.prepare(sql); }
  store::Result<void> execute(std::string_view sql) override { return real_.execute(sql); }
  std::int64_t changes() override { return real_.changes(); }
  bool in_transaction() override { return real_.in_transaction(); }

 private:
  store::Database& real_;
};

class FileInMemory final : public FileSource {
 public:
  explicit FileInMemory(std::string bytes) : bytes_(std::move(bytes)) {}
  std::int64_t size() override { return static_cast<std::int64_t>(bytes_.size()); }
  std::optional<std::string> read(std::int64_t at, std::int64_t bytes) override {
    if (unreadable || at + bytes > size()) return std::nullopt;
    largest = std::max(largest, bytes);
    return bytes_.substr(static_cast<std::size_t>(at), static_cast<std::size_t>(bytes));
  }
  bool unreadable = false;
  std::int64_t largest = 0;  // that was asked for at once

 private:
  std::string bytes_;
};

class Device {
 public:
  // `found`: what its files hold already.
  explicit Device(std::uint64_t seed = 1, std::string kind = "opfs", const std::function<void(store::Database&)>& found = {})
      : kind_(std::move(kind)), randomness_(seed), real_(std::move(*store::open_sqlite({.path = ":memory:"}))), database_(*real_) {
    if (found) found(*real_);
    restart();
  }

  // The worker's end and a new one's beginning, over the same files.
  void restart() {
    desk_ = std::make_unique<Desk>(std::make_unique<BorrowedDatabase>(database_), Storage{kind_, "", false}, randomness_);
    requests.clear();
    REQUIRE(desk_->open(now));
    drain();
  }

  int command(const nlohmann::json& command, const std::string& tab = "tab") {
    again(++last_number_, command, tab);
    return last_number_;
  }
  void again(int number, const nlohmann::json& command, const std::string& tab = "tab") {
    desk_->command({tab, number}, command.dump(), now);
    drain();
  }
  void command_with_file(const nlohmann::json& command, FileSource& file, std::optional<std::int64_t> room = {}) {
    desk_->command({"tab", ++last_number_}, command.dump(), now, {.source = &file, .room_bytes = room});
    drain();
  }
  void restore(const std::string& bytes, std::optional<std::int64_t> room = {}) {
    FileInMemory file(bytes);
    command_with_file({{"cmd", "restore"}}, file, room);
  }
  // The file that the page would offer.
  std::string backup() {
    const auto before = backups;
    command({{"cmd", "backup"}});
    REQUIRE(backups == before + 1);
    std::string out;
    for (;;) {
      auto piece = desk_->next_backup_piece();
      REQUIRE(piece);
      if (piece->empty()) return out;
      out += *piece;
    }
  }
  void save(const std::string& id, const std::string& text = "x") {
    command({{"cmd", "draft_save"}, {"id", id}, {"kind", "remote_care"}, {"form", {{"text", text}}}});
  }
  void submit(const std::string& draft) {
    command({{"cmd", "submit"}, {"draft", draft}, {"kind", "remote_care"}, {"form", {{"text", draft}}}, {"payload", {{"policy", "p"}}}});
  }
  void hear(int request, const sync::HttpAnswer& answer) {
    std::erase_if(requests, [&](const Request& each) { return each.number == request; });
    desk_->answer(request, answer, now);
    drain();
  }
  // The oldest request is answered as the server would.
  void answer(int status, const nlohmann::json& body) {
    REQUIRE_FALSE(requests.empty());
    hear(requests.front().number, {.status = status, .content_type = "application/json", .body = body.dump()});
  }
  void log_in(const std::string& login = "zhang.test") {
    command({{"cmd", "login"}, {"login", login}, {"password", "correct horse"}});
    answer(201, {{"account", {{"login", login}}}});
  }
  void advance(sync::Milliseconds by) {
    now += by;
    desk_->tick(now);
    drain();
  }
  void set_online(bool online) {
    desk_->set_online(online, now);
    drain();
  }

  bool acknowledged(int number) const {
    return std::find(acknowledgements.begin(), acknowledgements.end(), number) != acknowledgements.end();
  }
  std::size_t drafts() const { return state["drafts"].size(); }
  std::size_t queue() const { return state["queue"].size(); }
  std::size_t filings() const { return state["filings"].size(); }

  store::FaultInjectingDatabase& database() { return database_; }
  Desk& desk() { return *desk_; }
  SeededRandomness& randomness() { return randomness_; }

  sync::Milliseconds now = 1795258685000;
  nlohmann::json state;
  std::vector<nlohmann::json> saved;
  std::vector<nlohmann::json> faults;
  std::vector<nlohmann::json> restored;
  int backups = 0;  // that were offered
  std::vector<std::int64_t> acknowledgements;
  std::vector<Request> requests;  // not answered yet

 private:
  void drain() {
    while (auto message = desk_->next_message()) {
      if (message->acknowledged) acknowledgements.push_back(*message->acknowledged);
      if (message->backup) ++backups;
      if (message->event.empty()) continue;
      auto event = nlohmann::json::parse(message->event);
      const std::string kind = event["event"];
      if (kind == "state") state = std::move(event);
      else (kind == "saved" ? saved : kind == "restored" ? restored : faults).push_back(std::move(event));
    }
    while (auto request = desk_->next_request()) requests.push_back(std::move(*request));
  }

  std::string kind_;
  SeededRandomness randomness_;
  std::unique_ptr<store::Database> real_;
  store::FaultInjectingDatabase database_;
  std::unique_ptr<Desk> desk_;
  int last_number_ = 0;
};

inline std::string id_of(int number) {
  const std::string digits = std::to_string(number);
  return std::string(32 - digits.size(), '0') + digits;
}

}  // namespace mingbai::worker
