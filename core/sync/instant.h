#pragma once
// A moment of a device's clock as the wire writes it: UTC, whole seconds. Clocks of devices decide nothing; they tell a
// person when something was written.
//
//   utc_text(1795258685123) == "2026-11-21T10:58:05Z"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mingbai::sync {

using Milliseconds = std::int64_t;  // since 1970-01-01 00:00 UTC

std::string utc_text(Milliseconds);

// The same form back; also with a fraction of a second, which is dropped. Anything else is nullopt.
std::optional<Milliseconds> read_utc(std::string_view);

}  // namespace mingbai::sync
