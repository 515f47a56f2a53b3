#include "core/store/filings.h"

#include <algorithm>

#include "core/store/bindings.h"
#include "core/store/life_text.h"
#include "core/store/query.h"
#include "core/sync/instant.h"

namespace mingbai::store {
namespace {

using sync::Record;

constexpr std::string_view record_columns =
    "SELECT filing.sequence, filing.id, filing.version, filing.kind, filing.state, envelope.id, "
    "envelope.payload, "
    "envelope.receipt, envelope.sequence, envelope.decided_at_ms, envelope.sha256, envelope.findings, "
    "account.login, life.stage, life.since_ms, life.role, life.effective_from, life.effective_to, "
    "life.rules, "
    "life.by_agent, filing.account "
    "FROM filing JOIN envelope ON envelope.id = filing.envelope JOIN account ON account.id = filing.account "
    "LEFT JOIN life ON life.filing = filing.id ";

std::optional<Date> day(Statement& row, int column) {
  if (row.is_null(column)) return std::nullopt;
  return Date{static_cast<std::int32_t>(row.integer(column))};
}

// As the person who handed it in sees it.
std::string read_life(Statement& row, std::int64_t version) {
  if (row.is_null(13)) return "";
  filing::Life life;
  life.stage = filing::read_stage(row.text(13)).value_or(filing::Stage::submitted);
  life.since = row.integer(14);
  life.by = filing::read_role(row.text(15)).value_or(filing::Role::system);
  life.effective_from = day(row, 16);
  life.effective_to = day(row, 17);
  const auto reader = row.integer(19) != 0 ? filing::Role::agent : filing::Role::insured;
  return life_text(life, version, filing::open_actions(filing::read_rules(row.text(18)), life, reader, 0));
}

FilingOfAccount read_filing(Statement& row) {
  Record record{.sequence = row.integer(0),
                .filing = row.text(1),
                .version = row.integer(2),
                .kind = row.text(3),
                .state = row.text(4) == "received" ? sync::FilingState::received : sync::FilingState::refused,
                .envelope = row.text(5),
                .payload = row.text(6),
                .findings = row.text(11)};
  if (!row.is_null(7)) {
    record.receipt = sync::Receipt{row.text(7), row.integer(8), sync::utc_text(row.integer(9)), row.text(10)};
  }
  record.life = read_life(row, record.version);
  return {row.text(12), std::move(record), row.integer(20)};
}

// Of a filing that has no life yet: what was decided of its envelopes.
Result<void> add_decisions(Database& db, Record& record) {
  return each(
      db,
      [&](Statement& row) {
        record.events.push_back({row.text(0), sync::utc_text(row.integer(1))});
      },
      "SELECT outcome, decided_at_ms FROM envelope WHERE filing = ? AND outcome <> 'conflict' ORDER BY "
      "sequence",
      record.filing);
}

// What came too late and was kept beside the filing stands in its history where it came.
Result<void> add_conflicts(Database& db, Record& record) {
  return each(
      db,
      [&](Statement& row) {
        const std::string at = sync::utc_text(row.integer(0));
        auto later = std::ranges::find_if(record.events, [&](const auto& event) { return event.at > at; });
        record.events.insert(later, sync::Event{"conflict", at});
      },
      "SELECT decided_at_ms FROM envelope WHERE filing = ? AND outcome = 'conflict' ORDER BY sequence", record.filing);
}

Result<void> add_events(Database& db, Record& record) {
  if (record.life.empty()) return add_decisions(db, record);
  auto events = events_of(db, record.filing);
  if (!events) return std::unexpected(std::move(events.error()));
  record.events = events_text(*events);
  return add_conflicts(db, record);
}

template <class... Values>
Result<std::vector<FilingOfAccount>> read_filings(Database& db, std::string_view where,
                                                  const Values&... values) {
  const std::string sql = std::string(record_columns).append(where);
  std::vector<FilingOfAccount> found;
  auto read = each(
      db, [&](Statement& row) { found.push_back(read_filing(row)); }, sql, values...);
  if (!read) return std::unexpected(std::move(read.error()));
  for (auto& filing : found) {
    if (auto added = add_events(db, filing.record); !added) return std::unexpected(std::move(added.error()));
  }
  return found;
}

}  // namespace

Result<std::optional<Record>> filing_record(Database& db, std::string_view filing) {
  auto found = read_filings(db, "WHERE filing.id = ?", filing);
  if (!found) return std::unexpected(std::move(found.error()));
  if (found->empty()) return std::nullopt;
  return std::move(found->front().record);
}

Result<sync::Pull> changed_filings(Database& db, std::int64_t account, std::int64_t after, std::int64_t limit,
                                   Date today) {
  constexpr std::string_view own =
      "WHERE filing.account = ?1 AND filing.sequence > ?2 ORDER BY filing.sequence LIMIT ?3";
  constexpr std::string_view own_and_bound =
      "WHERE filing.sequence > ?2 AND (filing.account = ?1 OR life.person IN (SELECT person FROM binding "
      "WHERE account "
      "= ?1 AND (until_day IS NULL OR until_day >= ?4))) ORDER BY filing.sequence LIMIT ?3";
  auto bound = is_bound(db, account, today);
  if (!bound) return std::unexpected(std::move(bound.error()));
  auto found = *bound ? read_filings(db, own_and_bound, account, after, limit + 1, today.days)
                      : read_filings(db, own, account, after, limit + 1);
  if (!found) return std::unexpected(std::move(found.error()));
  sync::Pull pull{.next = after, .more = static_cast<std::int64_t>(found->size()) > limit};
  if (pull.more) found->pop_back();
  std::size_t bytes = 0;
  for (auto& filing : *found) {
    bytes += filing.record.payload.size() + filing.record.findings.size();
    for (const auto& event : filing.record.events) bytes += event.reasons.size() + event.detail.size();
    if (bytes > pull_bytes_most && !pull.records.empty()) {
      pull.more = true;
      break;
    }
    pull.next = filing.record.sequence;
    if (filing.owner != account) filing.record.life = life_of_another(filing.record.life);
    pull.records.push_back(std::move(filing.record));
  }
  return pull;
}

Result<std::vector<FilingOfAccount>> filings_after(Database& db, std::int64_t after, std::int64_t limit) {
  return read_filings(db, "WHERE filing.sequence > ? ORDER BY filing.sequence LIMIT ?", after, limit);
}

Result<std::optional<FilingOfAccount>> find_filing(Database& db, std::string_view key) {
  auto found = read_filings(
      db, "WHERE filing.id IN (SELECT filing FROM envelope WHERE filing = ?1 OR id = ?1 OR receipt = ?1)",
      key);
  if (!found) return std::unexpected(std::move(found.error()));
  if (found->empty()) return std::nullopt;
  return std::move(found->front());
}

}  // namespace mingbai::store
