#include "core/store/audit_digest.h"

#include <nlohmann/json.hpp>

#include "core/sync/sha256.h"

namespace mingbai::store {
namespace {

using nlohmann::json;

std::string hashed(const std::string& before, const json& columns) {
  return sync::sha256_hex(before + "\n" + columns.dump(-1, ' ', false, json::error_handler_t::replace));
}

}  // namespace

std::string entry_hash(const std::string& before, std::int64_t sequence, const AuditEntry& entry) {
  return hashed(before, {sequence, entry.at, entry.actor, entry.role, entry.action, entry.filing,
                         entry.ordinal, entry.digest, entry.detail});
}

std::string event_digest(const std::string& filing, const KeptEvent& kept) {
  const auto& event = kept.event;
  return hashed("event", {filing, kept.ordinal, kept.sequence, kept.version, kept.id, to_key(event.type),
                          event.at, event.day.days, event.actor, to_key(event.by), event.institution,
                          event.region, event.reasons, kept.detail, event.envelope});
}

}  // namespace mingbai::store
