#include "core/store/reveals.h"

#include "core/filing/masking.h"
#include "core/store/audit.h"
#include "core/store/query.h"

namespace mingbai::store {
namespace {

constexpr std::size_t id_size = 32;

// Ids have one length, so they need nothing between them.
std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> list;
  for (std::size_t at = 0; at + id_size <= text.size(); at += id_size)
    list.push_back(text.substr(at, id_size));
  return list;
}

Result<void> noted(Database& db, const Reveal& reveal, std::int64_t by, const std::string& role,
                   std::string action, sync::Milliseconds now) {
  return append_audit(
      db, {.at = now,
           .actor = by,
           .role = role,
           .action = std::move(action),
           .filing = "",
           .digest = "",
           .detail = reveal.id + " " + std::to_string(reveal.filings.size()) + " " + reveal.reason});
}

}  // namespace

Result<void> ask_reveal(Database& db, const Reveal& reveal, const std::string& role, sync::Milliseconds now) {
  Reveal kept = reveal;
  kept.reason = filing::masked_text(reveal.reason);
  std::string ids;
  for (const auto& filing : reveal.filings) ids += filing;
  auto put = run(db, "INSERT INTO reveal(id, asked_by, asked_at_ms, filings, reason) VALUES(?, ?, ?, ?, ?)",
                 kept.id, kept.asked_by, now, ids, kept.reason);
  return put ? noted(db, kept, kept.asked_by, role, "reveal_asked", now) : put;
}

Result<std::optional<Reveal>> find_reveal(Database& db, std::string_view id) {
  return first(
      db,
      [](Statement& row) {
        return Reveal{row.text(0), row.integer(1), split(row.text(2)), row.text(3),
                      row.is_null(4) ? std::nullopt : std::optional(row.integer(4))};
      },
      "SELECT id, asked_by, filings, reason, confirmed_by FROM reveal WHERE id = ?", id);
}

Result<void> confirm_reveal(Database& db, const Reveal& reveal, std::int64_t by, const std::string& role,
                            sync::Milliseconds now) {
  auto put =
      run(db, "UPDATE reveal SET confirmed_by = ?, confirmed_at_ms = ? WHERE id = ? AND confirmed_by IS NULL",
          by, now, reveal.id);
  return put ? noted(db, reveal, by, role, "reveal_confirmed", now) : put;
}

}  // namespace mingbai::store
