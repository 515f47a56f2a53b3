#pragma once
// What a server answers, as far as the tests of the desk need it: a receipt for an envelope, a conflict, a pull of nothing.

#include <nlohmann/json.hpp>
#include <string>

#include "core/sync/sha256.h"
#include "tests/web/worker/device.h"

namespace mingbai::worker {

// A JPEG as far as anybody looks at it: a frame of 640 by 480, a scan of `coded` bytes, the end.
inline std::string photo(std::size_t coded = 17) {
  std::string out("\xFF\xD8\xFF\xC0\x00\x0B\x08\x01\xE0\x02\x80\x01\x01\x11\x00\xFF\xDA\x00\x08\x01\x01\x00\x00\x3F\x00", 25);
  for (std::size_t at = 0; at < coded; ++at) out += static_cast<char>('a' + at % 23);
  return out + "\xFF\xD9";
}

inline nlohmann::json envelope_of(const Request& request, std::size_t at = 0) {
  return nlohmann::json::parse(request.question.body)["envelopes"][at];
}

inline nlohmann::json receipt_for(const nlohmann::json& envelope, int version = 1) {
  return {{"results",
           {{{"id", envelope["id"]},
             {"outcome", "received"},
             {"version", version},
             {"receipt",
              {{"number", "ZS261121-0000" + std::to_string(version)},
               {"sequence", version},
               {"received_at", "2026-11-21T10:58:05Z"},
               {"sha256", sync::sha256_hex(envelope["payload"].get<std::string>())}}}}}}};
}

inline nlohmann::json refusal_for(const nlohmann::json& envelope, int version) {
  return {{"results",
           {{{"id", envelope["id"]},
             {"outcome", "refused"},
             {"version", version},
             {"findings", {{{"code", "not_enrolled"}}}},
             {"decided_at", "2026-11-21T11:00:00Z"},
             {"sha256", sync::sha256_hex(envelope["payload"].get<std::string>())}}}}};
}

// The filing as another device has left it.
inline nlohmann::json record_of(const std::string& filing, int version, const std::string& payload = R"({"policy":"theirs"})") {
  return {{"sequence", version + 2}, {"filing", filing},    {"version", version},
          {"kind", "remote_care"},   {"state", "received"}, {"envelope", id_of(77)},
          {"payload", payload},
          {"receipt",
           {{"number", "ZS261121-0000" + std::to_string(version)},
            {"sequence", version + 2},
            {"received_at", "2026-11-21T10:58:05Z"},
            {"sha256", sync::sha256_hex(payload)}}},
          {"findings", nlohmann::json::array()}, {"events", nlohmann::json::array()}};
}

inline nlohmann::json conflict_for(const nlohmann::json& envelope, int version) {
  return {{"results",
           {{{"id", envelope["id"]}, {"outcome", "conflict"}, {"current", record_of(envelope["filing"].get<std::string>(), version)}}}}};
}

inline const nlohmann::json no_records = {{"records", nlohmann::json::array()}, {"next", 0}, {"more", false}};

}  // namespace mingbai::worker
