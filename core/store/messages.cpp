#include "core/store/messages.h"

#include <algorithm>

#include "core/filing/civil_day.h"
#include "core/filing/message/message.h"
#include "core/store/query.h"
#include "core/sync/sha256.h"

namespace mingbai::store {
namespace {

using sync::Milliseconds;

constexpr int tries_most = 20;
constexpr Milliseconds claimed_ms = 60'000;
constexpr Milliseconds first_wait_ms = 30'000;
constexpr Milliseconds longest_wait_ms = 3'600'000;
constexpr Milliseconds kept_ms = 30LL * 24 * 3'600'000;

struct Told {
  std::string filing;
  std::int64_t ordinal = 0;
  std::int64_t account = 0;
  filing::EventType type = filing::EventType::note;
  Date day;
  std::string payload;
  std::string receipt;
  std::optional<Date> from, to;
};

std::optional<Date> day_at(Statement& row, int column) {
  if (row.is_null(column)) return std::nullopt;
  return Date{static_cast<std::int32_t>(row.integer(column))};
}

// The cursor, set to the present on the first call.
Result<std::int64_t> cursor(Database& db) {
  auto begun = run(db, "UPDATE counter SET messages = sequence WHERE messages IS NULL");
  if (!begun) return std::unexpected(std::move(begun.error()));
  auto at = first(
      db, [](Statement& row) { return row.integer(0); }, "SELECT messages FROM counter");
  if (!at) return std::unexpected(std::move(at.error()));
  return at->value_or(0);
}

Result<std::vector<Told>> events_between(Database& db, std::int64_t after, std::int64_t until) {
  std::vector<Told> out;
  auto read = each(
      db,
      [&](Statement& row) {
        const auto type = filing::read_event_type(row.text(3));
        if (!type) return;
        out.push_back({row.text(0), row.integer(1), row.integer(2), *type,
                       Date{static_cast<std::int32_t>(row.integer(4))}, row.text(5), row.text(6),
                       day_at(row, 7), day_at(row, 8)});
      },
      "SELECT event.filing, event.ordinal, filing.account, event.type, event.day, envelope.payload, "
      "coalesce((SELECT receipt FROM envelope AS good WHERE good.filing = filing.id AND receipt IS NOT NULL "
      "ORDER BY good.sequence DESC LIMIT 1), ''), life.effective_from, life.effective_to "
      "FROM event JOIN filing ON filing.id = event.filing JOIN envelope ON envelope.id = filing.envelope "
      "LEFT JOIN life ON life.filing = filing.id WHERE event.sequence > ? AND event.sequence <= ? "
      "ORDER BY event.sequence, event.ordinal",
      after, until);
  if (!read) return std::unexpected(std::move(read.error()));
  return out;
}

std::optional<std::string> text_of(const policy::Library& library, const filing::notice::Regions& regions,
                                   const Told& told) {
  const auto subject = filing::notice::subject_of(library, regions, told.payload, told.day);
  if (!subject) return std::nullopt;
  return filing::message_text(
      told.type, {subject->insured.name, subject->what.zh, subject->code, told.from, told.to, told.receipt});
}

std::string id_of(const Told& told) {
  return sync::sha256_hex(told.filing + "/" + std::to_string(told.ordinal)).substr(0, 32);
}

}  // namespace

std::optional<Milliseconds> wait_after(int tries) {
  if (tries >= tries_most) return std::nullopt;
  return std::min(longest_wait_ms, first_wait_ms << std::min(tries - 1, 10));
}

Result<int> compose_messages(Database& db, const policy::Library& library,
                             const filing::notice::Regions& regions, Milliseconds now, std::int64_t most) {
  auto after = cursor(db);
  if (!after) return std::unexpected(std::move(after.error()));
  auto told = events_between(db, *after, *after + most);
  if (!told) return std::unexpected(std::move(told.error()));
  int made = 0;
  for (const Told& one : *told) {
    const auto text = text_of(library, regions, one);
    if (!text) continue;
    auto put =
        run(db,
            "INSERT INTO message(filing, ordinal, id, account, text, state, tries, due_at_ms) "
            "VALUES(?, ?, ?, ?, ?, 'waiting', 0, ?) ON CONFLICT DO NOTHING",
            one.filing, one.ordinal, id_of(one), one.account, *text, now);
    if (!put) return std::unexpected(std::move(put.error()));
    ++made;
  }
  auto on = run(db, "UPDATE counter SET messages = CASE WHEN sequence < ?1 THEN sequence ELSE ?1 END", *after + most);
  if (on) on = run(db, "DELETE FROM message WHERE state = 'sent' AND due_at_ms < ?", now - kept_ms);
  return on ? Result<int>(made) : std::unexpected(std::move(on.error()));
}

Result<bool> messages_behind(Database& db) {
  auto found = first(
      db, [](Statement& row) { return row.integer(0); },
      "SELECT 1 FROM counter WHERE messages IS NULL OR messages < sequence");
  return found ? Result<bool>(found->has_value()) : std::unexpected(std::move(found.error()));
}

Result<std::vector<DueMessage>> due_messages(Database& db, Milliseconds now, int most) {
  std::vector<DueMessage> out;
  auto read = each(
      db,
      [&](Statement& row) {
        out.push_back({row.text(0), row.text(1), row.text(2), static_cast<int>(row.integer(3))});
      },
      "SELECT message.id, account.login, text, tries FROM message JOIN account ON account.id = "
      "message.account "
      "WHERE state = 'waiting' AND due_at_ms <= ? ORDER BY due_at_ms, message.id LIMIT ?",
      now, most);
  if (!read) return std::unexpected(std::move(read.error()));
  return out;
}

Result<bool> claim_message(Database& db, std::string_view id, Milliseconds now) {
  auto taken = run(
      db, "UPDATE message SET due_at_ms = ? WHERE id = ? AND state = 'waiting' AND due_at_ms <= ?",
      now + claimed_ms, id, now);
  return taken ? Result<bool>(db.changes() > 0) : std::unexpected(std::move(taken.error()));
}

Result<void> message_sent(Database& db, std::string_view id, Milliseconds now) {
  return run(db, "UPDATE message SET state = 'sent', tries = tries + 1, due_at_ms = ? WHERE id = ?", now, id);
}

Result<void> message_failed(Database& db, std::string_view id, Milliseconds now) {
  auto tries = first(
      db, [](Statement& row) { return static_cast<int>(row.integer(0)); },
      "SELECT tries FROM message WHERE id = ?", id);
  if (!tries) return std::unexpected(std::move(tries.error()));
  if (!*tries) return {};
  const auto wait = wait_after(**tries + 1);
  return run(db, "UPDATE message SET state = ?, tries = ?, due_at_ms = ? WHERE id = ?",
             std::string_view(wait ? "waiting" : "given_up"), **tries + 1, now + wait.value_or(0), id);
}

Result<MessageCounts> count_messages(Database& db) {
  MessageCounts out;
  auto read = each(
      db, [&](Statement& row) { (row.text(0) == "waiting" ? out.waiting : out.given_up) = row.integer(1); },
      "SELECT state, count(*) FROM message WHERE state <> 'sent' GROUP BY state");
  if (!read) return std::unexpected(std::move(read.error()));
  return out;
}

}  // namespace mingbai::store
