#include "core/store/adoption.h"

#include "core/filing/civil_day.h"
#include "core/store/query.h"

namespace mingbai::store {
namespace {

struct Decided {
  KeptEvent kept;
  std::string kind;
};

Result<std::vector<Decided>> decided_envelopes(Database& db, std::string_view filing) {
  std::vector<Decided> list;
  auto read = each(
      db,
      [&](Statement& row) {
        KeptEvent kept{.sequence = row.integer(1), .version = row.integer(2), .detail = "{}", .event = {}};
        const bool received = row.text(3) == "received";
        kept.event.type = received ? filing::EventType::submitted : filing::EventType::refused;
        kept.event.by = received ? filing::Role::insured : filing::Role::system;
        kept.event.actor = received ? row.integer(4) : 0;
        kept.event.reasons = received ? "[]" : row.text(5);
        kept.event.at = row.integer(6);
        kept.event.day = filing::day_in_china(kept.event.at);
        kept.event.envelope = row.text(0);
        list.push_back({std::move(kept), row.text(7)});
      },
      "SELECT id, sequence, version, outcome, account, findings, decided_at_ms, kind FROM envelope WHERE "
      "filing = ? AND "
      "outcome <> 'conflict' ORDER BY sequence",
      filing);
  if (!read) return std::unexpected(std::move(read.error()));
  return list;
}

Result<void> adopt(Database& db, const std::string& id, std::int64_t account) {
  auto decided = decided_envelopes(db, id);
  if (!decided) return std::unexpected(std::move(decided.error()));
  Standing standing{.filing = id, .account = account, .payload = "", .rules = {}, .life = {}};
  for (auto& [kept, kind] : *decided) {
    standing.rules.kind = kind;
    const auto version = kept.version, sequence = kept.sequence;
    const Date day = kept.event.day;
    std::vector<KeptEvent> one;
    one.push_back(std::move(kept));
    if (auto added = add_events(db, standing, std::move(one), version, sequence, day); !added) return added;
  }
  return run(db, "UPDATE life SET due_day = 0 WHERE filing = ?", id);
}

}  // namespace

Result<std::optional<Standing>> adopted_standing(Database& db, std::string_view filing) {
  auto standing = standing_of(db, filing);
  if (!standing || *standing) return standing;
  auto account = first(
      db, [](Statement& row) { return row.integer(0); }, "SELECT account FROM filing WHERE id = ?", filing);
  if (!account) return std::unexpected(std::move(account.error()));
  if (!*account) return std::nullopt;
  if (auto adopted = adopt(db, std::string(filing), **account); !adopted)
    return std::unexpected(std::move(adopted.error()));
  return standing_of(db, filing);
}

Result<int> adopt_earlier_filings(Database& db, int most) {
  auto without = first(
      db, [](Statement& row) { return row.integer(0); },
      "SELECT (SELECT count(*) FROM filing) - (SELECT count(*) FROM life)");
  if (!without) return std::unexpected(std::move(without.error()));
  if (*without == 0) return 0;  // a look at every filing costs the start of a large server half a second
  std::vector<std::pair<std::string, std::int64_t>> found;
  auto read = each(
      db, [&](Statement& row) { found.emplace_back(row.text(0), row.integer(1)); },
      "SELECT filing.id, filing.account FROM filing LEFT JOIN life ON life.filing = filing.id WHERE "
      "life.filing IS "
      "NULL ORDER BY filing.sequence LIMIT ?",
      most);
  if (!read) return std::unexpected(std::move(read.error()));
  for (const auto& [id, account] : found) {
    if (auto adopted = adopt(db, id, account); !adopted) return std::unexpected(std::move(adopted.error()));
  }
  return static_cast<int>(found.size());
}

}  // namespace mingbai::store
