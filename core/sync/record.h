#pragma once
// What comes back: the receipt (回执) of a push, its outcome, and the records of a pull.
//
// A receipt exists only for what the server has committed to its disk; nothing else may be shown as received.
// Findings travel as the JSON array the server wrote ("message" and "message_en", "remedy" and "remedy_en"):
// devices show them and do not interpret them; `life` likewise. `version` is what the next envelope of the
// filing names as `base_version`. `sequence` is the server's, strictly increasing over all accounts; a pull
// continues after the last one seen.

#include <cstdint>
#include <expected>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/finding.h"

namespace mingbai::sync {

enum class FilingState : std::uint8_t { received, refused };

enum class Outcome : std::uint8_t {
  received,  // durable; there is a receipt
  refused,   // decided against, with all findings; durable too
  conflict,  // made on an older version than the server's; both are kept
  rejected,  // not taken: the envelope itself is at fault; nothing was written
};

struct Receipt {
  std::string number;  // "ZS261121-0004K"
  std::int64_t sequence = 0;
  std::string received_at;  // UTC, "2026-11-21T10:58:05Z"
  std::string sha256;       // of the payload's bytes
  friend bool operator==(const Receipt&, const Receipt&) = default;
};

struct Event {
  std::string type;  // received | refused, and the events of docs/formats/filing-life.md
  std::string at;
  std::string by = {};         // the role whose act it was; empty: not told
  std::string reasons = "[]";  // JSON array of findings
  std::string detail = "{}";   // JSON object: what only this type of event has
  friend bool operator==(const Event&, const Event&) = default;
};

struct Record {
  std::int64_t sequence = 0;
  std::string filing;
  std::int64_t version = 0;
  std::string kind;
  FilingState state = FilingState::received;
  std::string envelope;  // the one whose payload this is
  std::string payload;
  std::optional<Receipt> receipt;
  std::string findings = "[]";
  std::vector<Event> events;
  std::string life = {};  // JSON object: stage, since, by, next …; empty: not told
  friend bool operator==(const Record&, const Record&) = default;
};

struct PushResult {
  std::string id;
  Outcome outcome = Outcome::rejected;
  std::int64_t version = 0;        // received, refused
  std::optional<Receipt> receipt;  // received
  std::string findings = "[]";     // refused, rejected
  std::string decided_at;          // refused
  std::string sha256;              // refused
  std::optional<Record> current;   // conflict
  friend bool operator==(const PushResult&, const PushResult&) = default;
};

struct Pull {
  std::vector<Record> records;
  std::int64_t next = 0;  // `after` of the next pull
  bool more = false;
  friend bool operator==(const Pull&, const Pull&) = default;
};

std::string_view to_key(FilingState);
std::string_view to_key(Outcome);

std::string write_results(std::span<const PushResult>);
std::expected<std::vector<PushResult>, Findings> read_results(std::string_view json);

std::string write_record(const Record&);

std::string write_pull(const Pull&);
std::expected<Pull, Findings> read_pull(std::string_view json);

}  // namespace mingbai::sync
