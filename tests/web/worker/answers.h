#pragma once
// What a server answers, as far as the tests of the desk need it: a receipt for an envelope, a conflict, a pull of nothing.

#include <nlohmann/json.hpp>
#include <string>

#include "core/sync/sha256.h"
#include "tests/web/worker/device.h"

namespace mingbai::worker {

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
