#pragma once
// An envelope (信封): one filing, or one edit of a filing, as a device sends it. Its id is drawn once by the
// device and is the server's primary key: sending it again, any number of times, changes nothing and gets the
// same answer.
//
// `payload` is JSON text kept byte for byte ({"policy","insured","application"}, the `check` message without
// `as_of` and `statuses`); receipts carry its SHA-256. `base_version` is the version of the filing the edit
// was made on, 0 for a new filing. `created_at` is the device's clock and decides nothing. Wire form and
// limits: docs/formats/protocol.md.

#include <cstdint>
#include <expected>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/finding.h"

namespace mingbai::sync {

inline constexpr int envelope_format = 1;
inline constexpr std::size_t push_limit_envelopes = 50;
inline constexpr std::size_t push_limit_bytes = 1 << 20;
inline constexpr std::size_t payload_limit_bytes = 64 << 10;

struct Envelope {
  std::string id;      // 32 lower-case hexadecimal digits, random
  std::string filing;  // the same form
  std::int64_t base_version = 0;
  std::string kind;  // "remote_care"
  std::string created_at;
  std::string payload;
  friend bool operator==(const Envelope&, const Envelope&) = default;
};

// 32 lower-case hexadecimal digits.
bool is_random_id(std::string_view);

// {"envelopes":[…]}. Reading gives every fault at once, each with its JSON pointer ("envelopes/3/id").
std::string write_push(std::span<const Envelope>);
std::expected<std::vector<Envelope>, Findings> read_push(std::string_view json);

}  // namespace mingbai::sync
