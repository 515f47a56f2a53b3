#include <map>
#include <set>

#include "core/store/adoption.h"
#include "core/store/audit_digest.h"
#include "core/store/query.h"
#include "core/sync/sha256.h"

namespace mingbai::store {
namespace {

using Broken = std::vector<BrokenRecord>;

struct Kept {
  std::int64_t sequence;
  std::string hash;
  AuditEntry entry;
};

// Where an entry says that an event of a filing stands, and its digest.
using Promised = std::map<std::pair<std::string, std::int64_t>, std::pair<std::string, std::int64_t>>;

std::string event_key(const std::string& filing, std::int64_t ordinal) {
  return filing + "/" + std::to_string(ordinal);
}

Kept read_entry(Statement& row) {
  return {row.integer(0),
          row.text(9),
          {.at = row.integer(1),
           .actor = row.integer(2),
           .role = row.text(3),
           .action = row.text(4),
           .filing = row.text(5),
           .ordinal = row.integer(6),
           .digest = row.text(7),
           .detail = row.text(8)}};
}

// The chain itself. After a broken entry it goes on from the hash that stands there, so that each is named
// once.
class Chain {
 public:
  Chain(AuditReport& report, Promised& promised) : report_(report), promised_(promised) {}

  void take(const Kept& kept) {
    const bool gap = kept.sequence != next_;
    for (; next_ < kept.sequence && report_.broken.size() < broken_most; ++next_)
      report_.broken.push_back({"audit", std::to_string(next_), "missing"});
    next_ = kept.sequence + 1;
    if (!gap && entry_hash(report_.head, kept.sequence, kept.entry) != kept.hash)
      report_.broken.push_back({"audit", std::to_string(kept.sequence), "changed"});
    report_.head = kept.hash;
    ++report_.entries;
    if (kept.entry.ordinal > 0)
      promised_[{kept.entry.filing, kept.entry.ordinal}] = {kept.entry.digest, kept.sequence};
  }

  void end(std::int64_t count, const std::string& head) {
    for (; next_ <= count && report_.broken.size() < broken_most; ++next_)
      report_.broken.push_back({"audit", std::to_string(next_), "missing"});
    for (std::int64_t extra = count + 1; extra < next_ && report_.broken.size() < broken_most; ++extra)
      report_.broken.push_back({"audit", std::to_string(extra), "inserted"});
    if (report_.broken.empty() && head != report_.head)
      report_.broken.push_back({"audit", std::to_string(count), "changed"});
  }

  static constexpr std::size_t broken_most = 10'000;

 private:
  AuditReport& report_;
  Promised& promised_;
  std::int64_t next_ = 1;
};

Result<void> check_chain(Database& db, AuditReport& report, Promised& promised) {
  Chain chain(report, promised);
  auto read = each(
      db, [&](Statement& row) { chain.take(read_entry(row)); },
      "SELECT sequence, at_ms, actor, role, action, filing, ordinal, digest, detail, hash FROM audit ORDER "
      "BY sequence");
  if (!read) return read;
  return each(
      db, [&](Statement& row) { chain.end(row.integer(0), row.text(1)); },
      "SELECT audit, audit_hash FROM counter");
}

Result<void> check_envelopes(Database& db, Broken& broken) {
  return each(
      db,
      [&](Statement& row) {
        if (row.is_null(1)) {
          broken.push_back({"envelope", row.text(0), "missing"});
        } else if (sync::sha256_hex(row.text(1)) != row.text(2)) {
          broken.push_back({"envelope", row.text(0), "changed"});
        }
      },
      "SELECT event.envelope, envelope.payload, envelope.sha256 FROM event LEFT JOIN envelope ON envelope.id "
      "= "
      "event.envelope WHERE event.envelope IS NOT NULL ORDER BY event.envelope");
}

// Every decided envelope of a living filing brought about an event. Where events are gone that has been said.
Result<void> check_decided(Database& db, const std::set<std::string>& touched, Broken& broken) {
  return each(
      db,
      [&](Statement& row) {
        if (!touched.contains(row.text(1))) broken.push_back({"envelope", row.text(0), "inserted"});
      },
      "SELECT envelope.id, envelope.filing FROM envelope JOIN life ON life.filing = envelope.filing LEFT "
      "JOIN event ON "
      "event.envelope = envelope.id WHERE envelope.outcome <> 'conflict' AND event.envelope IS NULL ORDER BY "
      "envelope.id");
}

void check_events(const std::string& filing, const std::vector<KeptEvent>& events, Promised& promised,
                  Broken& broken) {
  for (const auto& kept : events) {
    const auto found = promised.find({filing, kept.ordinal});
    if (found == promised.end()) {
      broken.push_back({"event", event_key(filing, kept.ordinal), "inserted"});
      continue;
    }
    if (found->second.first != event_digest(filing, kept))
      broken.push_back({"event", event_key(filing, kept.ordinal), "changed"});
    promised.erase(found);
  }
}

struct Row {
  std::string filing;
  std::string stage;
  std::int64_t since;
  std::optional<std::int64_t> from, to;
  std::int64_t version;
};

void check_life(const Row& row, const std::vector<KeptEvent>& events, Broken& broken) {
  const auto life = filing::fold(plain(events));
  const auto same = [](std::optional<std::int64_t> kept, std::optional<Date> told) {
    return kept ? told && told->days == *kept : !told;
  };
  const bool as_told = row.stage == to_key(life.stage) && row.since == life.since &&
                       same(row.from, life.effective_from) && same(row.to, life.effective_to);
  if (!as_told) broken.push_back({"life", row.filing, "changed"});
  if (!events.empty() && events.back().version != row.version)
    broken.push_back({"filing", row.filing, "changed"});
}

Result<std::vector<Row>> rows_of_lives(Database& db) {
  std::vector<Row> rows;
  auto read = each(
      db,
      [&](Statement& row) {
        const auto day = [&](int column) {
          return row.is_null(column) ? std::nullopt : std::optional(row.integer(column));
        };
        rows.push_back({row.text(0), row.text(1), row.integer(2), day(3), day(4), row.integer(5)});
      },
      "SELECT life.filing, life.stage, life.since_ms, life.effective_from, life.effective_to, filing.version "
      "FROM life "
      "JOIN filing ON filing.id = life.filing ORDER BY life.filing");
  if (!read) return std::unexpected(std::move(read.error()));
  return rows;
}

}  // namespace

Result<AuditReport> verify_audit(Database& db) {
  AuditReport report;
  Promised promised;
  std::set<std::string> touched;
  if (auto read = check_chain(db, report, promised); !read) return std::unexpected(std::move(read.error()));
  auto rows = rows_of_lives(db);
  if (!rows) return std::unexpected(std::move(rows.error()));
  for (const Row& row : *rows) {
    auto events = events_of(db, row.filing);
    if (!events) return std::unexpected(std::move(events.error()));
    report.events += static_cast<std::int64_t>(events->size());
    const auto before = report.broken.size();
    check_events(row.filing, *events, promised, report.broken);
    const auto left = promised.lower_bound({row.filing, 0});
    const bool lacks = left != promised.end() && left->first.first == row.filing;
    if (report.broken.size() == before && !lacks) {
      check_life(row, *events, report.broken);
    } else {
      touched.insert(row.filing);
    }
  }
  for (const auto& [key, value] : promised)
    report.broken.push_back({"event", event_key(key.first, key.second), "missing"});
  if (auto read = check_envelopes(db, report.broken); !read) return std::unexpected(std::move(read.error()));
  if (auto read = check_decided(db, touched, report.broken); !read)
    return std::unexpected(std::move(read.error()));
  return report;
}

}  // namespace mingbai::store
