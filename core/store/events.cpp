#include "core/store/events.h"

#include <algorithm>

#include "core/store/audit_digest.h"
#include "core/store/query.h"

namespace mingbai::store {
namespace {

KeptEvent read_event(Statement& row) {
  KeptEvent kept{.ordinal = row.integer(0),
                 .sequence = row.integer(1),
                 .version = row.integer(2),
                 .id = row.text(3),
                 .detail = row.text(12),
                 .event = {}};
  auto& event = kept.event;
  event.type = filing::read_event_type(row.text(4)).value_or(filing::EventType::note);
  event.at = row.integer(5);
  event.day = {static_cast<std::int32_t>(row.integer(6))};
  event.actor = row.integer(7);
  event.by = filing::read_role(row.text(8)).value_or(filing::Role::system);
  event.institution = row.text(9);
  event.region = row.text(10);
  event.reasons = row.text(11);
  event.envelope = row.text(13);
  filing::read_detail(kept.detail, event);
  return kept;
}

std::optional<std::string> or_null(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

}  // namespace

Result<std::vector<KeptEvent>> events_of(Database& db, std::string_view filing) {
  std::vector<KeptEvent> events;
  auto read = each(
      db, [&](Statement& row) { events.push_back(read_event(row)); },
      "SELECT ordinal, sequence, version, id, type, at_ms, day, actor, role, institution, region, reasons, "
      "detail, "
      "envelope FROM event WHERE filing = ? ORDER BY ordinal",
      filing);
  if (!read) return std::unexpected(std::move(read.error()));
  return events;
}

std::vector<filing::Event> plain(const std::vector<KeptEvent>& events) {
  std::vector<filing::Event> list;
  list.reserve(events.size());
  for (const auto& kept : events) list.push_back(kept.event);
  return list;
}

Result<void> append_event(Database& db, const std::string& filing, KeptEvent kept) {
  kept.detail = filing::write_detail(kept.event);
  const auto& event = kept.event;
  auto put = run(
      db,
      "INSERT INTO event(filing, ordinal, sequence, version, id, type, at_ms, day, actor, role, "
      "institution, region, reasons, detail, envelope) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      filing, kept.ordinal, kept.sequence, kept.version, or_null(kept.id), to_key(event.type), event.at,
      event.day.days, event.actor, to_key(event.by), event.institution, event.region, event.reasons,
      kept.detail, or_null(event.envelope));
  if (!put) return put;
  return append_audit(db, {.at = event.at,
                           .actor = event.actor,
                           .role = std::string(to_key(event.by)),
                           .action = std::string(to_key(event.type)),
                           .filing = filing,
                           .ordinal = kept.ordinal,
                           .digest = event_digest(filing, kept),
                           .detail = ""});
}

Result<std::optional<KnownEvent>> known_event(Database& db, std::string_view id) {
  return first(
      db,
      [](Statement& row) {
        return KnownEvent{row.text(0), row.integer(1), row.text(2)};
      },
      "SELECT filing, actor, type FROM event WHERE id = ?", id);
}

}  // namespace mingbai::store
