#include "core/store/attachments.h"

#include "core/store/audit.h"
#include "core/store/query.h"
#include "core/sync/sha256.h"

namespace mingbai::store {
namespace {

constexpr const char* columns = "SELECT id, filing, account, document, name, bytes, sent_sha256, kept, media, sha256, at_ms FROM attachment ";

Attachment read(Statement& row) {
  return {.id = row.text(0),
          .filing = row.text(1),
          .account = row.integer(2),
          .document = row.text(3),
          .name = row.text(4),
          .bytes = row.integer(5),
          .sent_sha256 = row.text(6),
          .kept = row.integer(7) != 0,
          .media = row.text(8),
          .sha256 = row.text(9),
          .at = row.integer(10)};
}

}  // namespace

Result<std::optional<Attachment>> find_attachment(Database& db, std::string_view id) {
  return first(db, read, std::string(columns) + "WHERE id = ?", id);
}

Result<std::optional<Attachment>> same_upload(Database& db, const Attachment& wanted) {
  return first(db, read, std::string(columns) + "WHERE filing = ? AND document = ? AND sent_sha256 = ? AND account = ?", wanted.filing,
               wanted.document, wanted.sent_sha256, wanted.account);
}

Result<std::vector<Attachment>> attachments_of(Database& db, std::string_view filing) {
  std::vector<Attachment> all;
  auto done = each(db, [&](Statement& row) { all.push_back(read(row)); }, std::string(columns) + "WHERE filing = ? AND kept = 1 ORDER BY at_ms, id", filing);
  if (!done) return std::unexpected(std::move(done.error()));
  return all;
}

Result<std::int64_t> uploads_of(Database& db, std::string_view filing) {
  auto count = first(db, [](Statement& row) { return row.integer(0); }, "SELECT count(*) FROM attachment WHERE filing = ?", filing);
  if (!count) return std::unexpected(std::move(count.error()));
  return count->value_or(0);
}

Result<void> announce_attachment(Database& db, const Attachment& one) {
  return run(db,
             "INSERT INTO attachment(id, filing, account, document, name, bytes, sent_sha256, kept, media, sha256, at_ms) "
             "VALUES(?, ?, ?, ?, ?, ?, ?, 0, '', '', ?)",
             one.id, one.filing, one.account, one.document, one.name, one.bytes, one.sent_sha256, one.at);
}

Result<void> keep_part(Database& db, const Attachment& one, std::int64_t ordinal, std::string_view bytes) {
  return run(db, "INSERT INTO attachment_part(attachment, ordinal, bytes) VALUES(?, ?, ?) ON CONFLICT(attachment, ordinal) DO UPDATE SET bytes = excluded.bytes", one.id, ordinal, Blob{bytes});
}

Result<std::vector<std::int64_t>> parts_of(Database& db, std::string_view id) {
  std::vector<std::int64_t> parts;
  auto done = each(db, [&](Statement& row) { parts.push_back(row.integer(0)); }, "SELECT ordinal FROM attachment_part WHERE attachment = ? ORDER BY ordinal", id);
  if (!done) return std::unexpected(std::move(done.error()));
  return parts;
}

Result<std::string> joined_parts(Database& db, std::string_view id) {
  std::string whole;
  auto done = each(db, [&](Statement& row) { whole += row.text(0); }, "SELECT bytes FROM attachment_part WHERE attachment = ? ORDER BY ordinal", id);
  if (!done) return std::unexpected(std::move(done.error()));
  return whole;
}

Result<Attachment> keep_attachment(Database& db, const Attachment& one, const filing::CleanAttachment& clean, const std::string& role,
                                   sync::Milliseconds now) {
  Attachment kept = one;
  kept.kept = true;
  kept.media = filing::to_mime(clean.media);
  kept.name = filing::safe_name(one.name, clean.media);
  kept.sha256 = sync::sha256_hex(clean.bytes);
  kept.bytes = static_cast<std::int64_t>(clean.bytes.size());
  kept.at = now;
  auto done = run(db, "INSERT INTO attachment_content(sha256, bytes) VALUES(?, ?) ON CONFLICT DO NOTHING", kept.sha256, Blob{clean.bytes});
  if (done) {
    done = run(db, "UPDATE attachment SET kept = 1, media = ?, name = ?, sha256 = ?, bytes = ?, at_ms = ? WHERE id = ?", kept.media, kept.name,
               kept.sha256, kept.bytes, now, kept.id);
  }
  if (done) done = run(db, "DELETE FROM attachment_part WHERE attachment = ?", kept.id);
  if (done) {
    done = append_audit(db, {.at = now, .actor = one.account, .role = role, .action = "attachment", .filing = one.filing, .digest = "", .detail = one.document + " " + kept.sha256});
  }
  if (!done) return std::unexpected(std::move(done.error()));
  return kept;
}

Result<void> drop_upload(Database& db, std::string_view id) {
  auto parts = run(db, "DELETE FROM attachment_part WHERE attachment = ?", id);
  return parts ? run(db, "DELETE FROM attachment WHERE id = ? AND kept = 0", id) : parts;
}

Result<std::string> content_of(Database& db, std::string_view sha256) {
  auto bytes = first(db, [](Statement& row) { return row.text(0); }, "SELECT bytes FROM attachment_content WHERE sha256 = ?", sha256);
  if (!bytes) return std::unexpected(std::move(bytes.error()));
  return bytes->value_or(std::string());
}

}  // namespace mingbai::store
