#include "core/store/device_papers.h"

#include "core/store/query.h"

namespace mingbai::store {
namespace {

#define PAPER_COLUMNS "id, account, filing, document, name, media, bytes, sha256, state, attachment, findings, added_at_ms"

PaperState read_state(std::string_view key) {
  return key == "kept" ? PaperState::kept : key == "refused" ? PaperState::refused : PaperState::waiting;
}

Paper read(Statement& row) {
  return {.id = row.text(0),
          .account = row.text(1),
          .filing = row.text(2),
          .document = row.text(3),
          .name = row.text(4),
          .media = row.text(5),
          .bytes = row.integer(6),
          .sha256 = row.text(7),
          .state = read_state(row.text(8)),
          .attachment = row.text(9),
          .findings = row.text(10),
          .added_at = row.integer(11)};
}

template <class... Values>
Result<std::vector<Paper>> listed(Database& db, std::string_view where, const Values&... values) {
  std::vector<Paper> papers;
  auto done = each(
      db, [&](Statement& row) { papers.push_back(read(row)); },
      "SELECT " PAPER_COLUMNS " FROM paper WHERE " + std::string(where) + " ORDER BY position", values...);
  if (!done) return std::unexpected(std::move(done.error()));
  return papers;
}

}  // namespace

std::string_view to_key(PaperState state) {
  return state == PaperState::kept ? "kept" : state == PaperState::refused ? "refused" : "waiting";
}

Result<void> add_paper(Database& db, const Paper& paper, std::string_view content) {
  auto done = run(db, "INSERT INTO paper(" PAPER_COLUMNS ") VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", paper.id, paper.account,
                  paper.filing, paper.document, paper.name, paper.media, paper.bytes, paper.sha256, to_key(paper.state),
                  paper.attachment, paper.findings, paper.added_at);
  for (std::int64_t ordinal = 0; done && !content.empty(); ++ordinal) {
    const std::string_view part = content.substr(0, static_cast<std::size_t>(paper_part_bytes));
    done = run(db, "INSERT INTO paper_part(paper, ordinal, content) VALUES(?, ?, ?)", paper.id, ordinal, Blob{part});
    content.remove_prefix(part.size());
  }
  return done;
}

Result<void> delete_paper(Database& db, std::string_view id) { return run(db, "DELETE FROM paper WHERE id = ?", id); }

Result<std::optional<Paper>> find_paper(Database& db, std::string_view id) {
  return first(db, read, "SELECT " PAPER_COLUMNS " FROM paper WHERE id = ?", id);
}

Result<std::vector<Paper>> papers_of(Database& db, std::string_view account) { return listed(db, "account IN ('', ?)", account); }

Result<std::vector<Paper>> papers_for(Database& db, std::string_view filing) { return listed(db, "filing = ?", filing); }

Result<std::optional<Paper>> next_paper(Database& db, std::string_view account) {
  return first(db, read,
               "SELECT " PAPER_COLUMNS " FROM paper WHERE state = 'waiting' AND account IN ('', ?) AND filing IN "
               "(SELECT filing FROM filing WHERE account = ? AND receipt_number IS NOT NULL) ORDER BY position LIMIT 1",
               account, account);
}

Result<std::string> paper_part(Database& db, std::string_view id, std::int64_t ordinal) {
  auto part = first(
      db, [](Statement& row) { return row.text(0); }, "SELECT content FROM paper_part WHERE paper = ? AND ordinal = ?", id, ordinal);
  if (!part) return std::unexpected(std::move(part.error()));
  return part->value_or("");
}

Result<void> settle_paper(Database& db, std::string_view id, PaperState state, std::string_view attachment,
                          std::string_view findings) {
  auto done = run(db, "UPDATE paper SET state = ?, attachment = ?, findings = ? WHERE id = ?", to_key(state), attachment, findings, id);
  return done ? run(db, "DELETE FROM paper_part WHERE paper = ?", id) : done;
}

Result<void> delete_papers_for(Database& db, std::string_view filing) { return run(db, "DELETE FROM paper WHERE filing = ?", filing); }

Result<void> delete_papers_of(Database& db, std::string_view account) {
  return run(db, "DELETE FROM paper WHERE account IN ('', ?)", account);
}

}  // namespace mingbai::store
