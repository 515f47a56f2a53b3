#include "core/store/device_filings.h"

#include "core/store/query.h"

namespace mingbai::store {
namespace {

#define FILING_COLUMNS \
  "filing, sequence, version, kind, state, envelope, payload, receipt_number, receipt_sequence, receipt_at, " \
  "receipt_sha256, findings, form, life"

sync::FilingCopy read(Statement& row) {
  sync::FilingCopy copy;
  copy.server.filing = row.text(0);
  copy.server.sequence = row.integer(1);
  copy.server.version = row.integer(2);
  copy.server.kind = row.text(3);
  copy.server.state = row.text(4) == "received" ? sync::FilingState::received : sync::FilingState::refused;
  copy.server.envelope = row.text(5);
  copy.server.payload = row.text(6);
  if (!row.is_null(7)) {
    copy.server.receipt = {.number = row.text(7), .sequence = row.integer(8), .received_at = row.text(9), .sha256 = row.text(10)};
  }
  copy.server.findings = row.text(11);
  copy.form = row.text(12);
  copy.server.life = row.text(13);
  return copy;
}

Result<void> add_events(Database& db, std::string_view account, sync::FilingCopy& copy) {
  return each(
      db,
      [&](Statement& row) {
        auto& events = row.integer(0) == 1 ? copy.device : copy.server.events;
        events.push_back({row.text(1), row.text(2), row.text(3), row.text(4), row.text(5)});
      },
      "SELECT on_device, type, at, role, reasons, detail FROM filing_event WHERE account = ? AND filing = ? ORDER BY on_device, place", account,
      copy.server.filing);
}

Result<void> put_events(Database& db, std::string_view account, std::string_view filing,
                        const std::vector<sync::Event>& events, bool on_device) {
  int place = 0;
  for (const auto& event : events) {
    auto put = run(db, "INSERT INTO filing_event(account, filing, place, on_device, type, at, role, reasons, detail) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)",
                   account, filing, place++, on_device ? 1 : 0, event.type, event.at, event.by, event.reasons,
                   event.detail);
    if (!put) return put;
  }
  return {};
}

}  // namespace

Result<void> put_filing(Database& db, std::string_view account, const sync::FilingCopy& copy) {
  const auto& server = copy.server;
  auto cleared = run(db, "DELETE FROM filing WHERE account = ? AND filing = ?", account, server.filing);
  if (!cleared) return cleared;
  std::optional<std::string> number, at, sha256;
  std::optional<std::int64_t> sequence;
  if (server.receipt) {
    number = server.receipt->number;
    sequence = server.receipt->sequence;
    at = server.receipt->received_at;
    sha256 = server.receipt->sha256;
  }
  auto put = run(db, "INSERT INTO filing(account, " FILING_COLUMNS ") VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                 account, server.filing, server.sequence, server.version, server.kind, sync::to_key(server.state),
                 server.envelope, server.payload, number, sequence, at, sha256, server.findings, copy.form, server.life);
  if (put) put = put_events(db, account, server.filing, server.events, false);
  if (put) put = put_events(db, account, server.filing, copy.device, true);
  return put;
}

Result<std::optional<sync::FilingCopy>> find_filing(Database& db, std::string_view account, std::string_view filing) {
  auto found = first(db, read, "SELECT " FILING_COLUMNS " FROM filing WHERE account = ? AND filing = ?", account, filing);
  if (found && *found) {
    if (auto added = add_events(db, account, **found); !added) return std::unexpected(std::move(added.error()));
  }
  return found;
}

Result<std::vector<sync::FilingCopy>> filings_of(Database& db, std::string_view account) {
  std::vector<sync::FilingCopy> copies;
  auto done = each(
      db, [&](Statement& row) { copies.push_back(read(row)); },
      "SELECT " FILING_COLUMNS " FROM filing WHERE account = ? ORDER BY sequence = 0 DESC, sequence DESC, filing", account);
  for (auto copy = copies.begin(); done && copy != copies.end(); ++copy) done = add_events(db, account, *copy);
  if (!done) return std::unexpected(std::move(done.error()));
  return copies;
}

Result<void> delete_filings_of(Database& db, std::string_view account) {
  return run(db, "DELETE FROM filing WHERE account = ?", account);
}

}  // namespace mingbai::store
