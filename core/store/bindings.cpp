#include "core/store/bindings.h"

#include <vector>

#include "core/filing/civil_day.h"
#include "core/store/audit.h"
#include "core/store/lives.h"
#include "core/store/query.h"

namespace mingbai::store {
namespace {

constexpr int shown_again_most = 200;

struct Code {
  std::string hash;
  std::int64_t tries;
  sync::Milliseconds made_at;
  std::string role;
  std::string relation;
  std::optional<std::int64_t> until;
};

Result<std::optional<Code>> code_of(Database& db, std::string_view person) {
  return first(
      db,
      [](Statement& row) {
        return Code{row.text(0),    row.integer(1),
                    row.integer(2), row.text(3),
                    row.text(4),    row.is_null(5) ? std::nullopt : std::optional(row.integer(5))};
      },
      "SELECT code_hash, tries, made_at_ms, role, relation, until_day FROM binding_code WHERE person = ?",
      person);
}

Result<void> show_again(Database& db, std::int64_t account, std::string_view person) {
  std::vector<std::pair<std::string, std::int64_t>> filings;
  auto read = each(
      db, [&](Statement& row) { filings.emplace_back(row.text(0), row.integer(1)); },
      "SELECT filing.id, filing.version FROM life JOIN filing ON filing.id = life.filing WHERE life.person = "
      "? AND "
      "filing.account <> ? ORDER BY filing.sequence DESC LIMIT ?",
      person, account, shown_again_most);
  for (const auto& [id, version] : filings) {
    if (!read) return read;
    auto sequence = next_sequence(db);
    if (!sequence) return std::unexpected(std::move(sequence.error()));
    read = touch_filing(db, id, version, *sequence);
  }
  return read;
}

Result<void> keep_binding(Database& db, std::int64_t account, std::string_view person, const Code& code,
                          sync::Milliseconds now) {
  auto put = run(db,
                 "INSERT INTO binding(account, person, role, relation, until_day, bound_at_ms) VALUES(?1, "
                 "?2, ?3, ?4, ?5, "
                 "?6) ON CONFLICT(account, person) DO UPDATE SET role = ?3, relation = ?4, until_day = ?5, "
                 "bound_at_ms = "
                 "?6",
                 account, person, code.role, code.relation, code.until, now);
  if (put) put = run(db, "DELETE FROM binding_code WHERE person = ?", person);
  if (put)
    put = append_audit(db, {.at = now,
                            .actor = account,
                            .role = code.role,
                            .action = "bound",
                            .filing = "",
                            .digest = "",
                            .detail = ""});
  return put ? show_again(db, account, person) : put;
}

}  // namespace

Result<void> give_code(Database& db, const BindingCode& code, std::int64_t by, filing::Role role,
                       sync::Milliseconds now) {
  std::optional<std::int64_t> until;
  if (code.until) until = code.until->days;
  auto put = run(
      db,
      "INSERT INTO binding_code(person, code_hash, tries, made_at_ms, made_by, role, relation, until_day) "
      "VALUES(?1, ?2, 0, ?3, ?4, ?5, ?6, ?7) ON CONFLICT(person) DO UPDATE SET code_hash = ?2, tries = 0, "
      "made_at_ms = ?3, made_by = ?4, role = ?5, relation = ?6, until_day = ?7",
      code.person, code.code_hash, now, by, to_key(code.role), code.relation, until);
  if (!put) return put;
  return append_audit(db, {.at = now,
                           .actor = by,
                           .role = std::string(to_key(role)),
                           .action = "code_given",
                           .filing = "",
                           .digest = "",
                           .detail = ""});
}

Result<Binding> bind(Database& db, std::int64_t account, std::string_view person, std::string_view code_hash,
                     sync::Milliseconds now) {
  auto code = code_of(db, person);
  if (!code) return std::unexpected(std::move(code.error()));
  if (!*code) return Binding::no_code;
  if ((*code)->tries >= code_tries_most || (*code)->made_at + code_valid_ms <= now) return Binding::expired;
  if ((*code)->hash != code_hash) {
    auto counted = run(db, "UPDATE binding_code SET tries = tries + 1 WHERE person = ?", person);
    return counted ? Result<Binding>(Binding::wrong_code) : std::unexpected(std::move(counted.error()));
  }
  auto kept = keep_binding(db, account, person, **code, now);
  return kept ? Result<Binding>(Binding::bound) : std::unexpected(std::move(kept.error()));
}

Result<bool> is_bound(Database& db, std::int64_t account, Date today) {
  auto found = first(
      db, [](Statement& row) { return row.integer(0); },
      "SELECT 1 FROM binding WHERE account = ? AND (until_day IS NULL OR until_day >= ?) LIMIT 1", account,
      today.days);
  if (!found) return std::unexpected(std::move(found.error()));
  return found->has_value();
}

Result<bool> is_known(Database& db, std::int64_t account) {
  auto found = first(
      db, [](Statement& row) { return row.integer(0); }, "SELECT 1 FROM binding WHERE account = ? AND role = ? LIMIT 1",
      account, to_key(filing::Role::insured));
  if (!found) return std::unexpected(std::move(found.error()));
  return found->has_value();
}

Result<bool> is_bound_to(Database& db, std::int64_t account, std::string_view person, filing::Role role,
                         Date today) {
  if (person.empty()) return false;
  auto found = first(
      db, [](Statement& row) { return row.integer(0); },
      "SELECT 1 FROM binding WHERE account = ? AND person = ? AND role = ? AND (until_day IS NULL OR "
      "until_day >= ?)",
      account, person, to_key(role), today.days);
  if (!found) return std::unexpected(std::move(found.error()));
  return found->has_value();
}

}  // namespace mingbai::store
