#pragma once
// The one reader of JSON: every message, pack and file passes through it.
//
// Refused are duplicate keys, nesting past 64, text past the limit and invalid UTF-8; all of them at once,
// each with the path it stands at, except that a syntax error ends the reading. Nothing throws past this
// header: the library's exceptions end in json.cpp. Objects keep the order of their keys, so writing back
// gives the same bytes.

#include <cstddef>
#include <expected>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "core/base/finding.h"

namespace mingbai::contract {

using Json = nlohmann::ordered_json;

inline constexpr std::size_t message_bytes_most = 1 << 20;
inline constexpr std::size_t bundle_bytes_most = 64 << 20;
inline constexpr std::size_t depth_most = 64;

// How a place is written: messages say "claim.total", packs say "/2/rows/0".
enum class PathStyle : std::uint8_t { dotted, pointer };

std::expected<Json, Findings> parse_json(std::string_view text, std::size_t bytes_most = message_bytes_most,
                                         PathStyle = PathStyle::dotted);

// Compact, one line, keys in their order.
std::string dump(const Json&);

// The member of an object, or nothing: absent and null are the same.
const Json* member(const Json& object, std::string_view key);

// "a number", "text" … : what kind of value stands here.
Text kind_of(const Json&);

// A value as a person would write it: text without quotes, everything else as JSON, shortened.
std::string plain(const Json&);

}  // namespace mingbai::contract
