#include <charconv>

#include "core/sync/sha256.h"
#include "shell/server/answers.h"
#include "shell/server/attachment_rows.h"
#include "shell/server/path.h"
#include "shell/server/routes/routes.h"

namespace mingbai::server {
namespace {

// How long the part of that number is; nothing: there is none.
std::int64_t length_of_part(const store::Attachment& one, std::int64_t ordinal) {
  const std::int64_t from = ordinal * store::part_bytes;
  return ordinal < 0 || from >= one.bytes ? 0 : std::min(store::part_bytes, one.bytes - from);
}

Response wrong_part() {
  const Findings findings = {field_finding("wrong_part", "part", {"这一段的编号或长度不对。", "The part's number or length is wrong."},
                                           {"请按 part_bytes 重新分段。", "Cut the file into parts of part_bytes."})};
  return problem(Problem::refused, findings);
}

// All parts are there: the whole is kept, or goes.
store::Result<Response> finished(store::Database& db, const store::Attachment& one, const store::Access& access) {
  auto whole = store::joined_parts(db, one.id);
  if (!whole) return std::unexpected(std::move(whole.error()));
  Findings findings;
  if (sync::sha256_hex(*whole) != one.sent_sha256) {
    findings.push_back(field_finding("wrong_digest", "sha256", {"传来的和说好的不一样。", "What came is not what was announced."},
                                     {"请重新上传。", "Send it again."}));
  } else if (auto clean = filing::clean_attachment(*whole, {})) {
    auto kept = store::keep_attachment(db, one, *clean, std::string(to_key(access.role)), now());
    if (!kept) return std::unexpected(std::move(kept.error()));
    return upload_answer(db, *kept, 200);
  } else {
    findings = std::move(clean.error());
  }
  auto dropped = store::drop_upload(db, one.id);
  if (!dropped) return std::unexpected(std::move(dropped.error()));
  return problem(Problem::refused, findings);
}

store::Result<Response> taken(store::Database& db, const store::Asker& asker, const std::string& id, std::int64_t ordinal, const std::string& bytes) {
  auto one = store::find_attachment(db, id);
  if (!one) return std::unexpected(std::move(one.error()));
  if (!*one || (*one)->account != asker.account) return problem(Problem::not_found);
  auto may = allowed(db, asker, (*one)->filing, filing::Action::supply);
  if (!may) return std::unexpected(std::move(may.error()));
  if (!*may) return std::move(may->error());
  if ((*one)->kept) return upload_answer(db, **one, 200);
  const std::int64_t length = length_of_part(**one, ordinal);
  if (length == 0 || static_cast<std::int64_t>(bytes.size()) != length) return wrong_part();
  auto put = store::keep_part(db, **one, ordinal, bytes);
  if (!put) return std::unexpected(std::move(put.error()));
  auto parts = store::parts_of(db, id);
  if (!parts) return std::unexpected(std::move(parts.error()));
  const std::int64_t of = ((*one)->bytes + store::part_bytes - 1) / store::part_bytes;
  if (static_cast<std::int64_t>(parts->size()) < of) return upload_answer(db, **one, 200);
  return finished(db, **one, **may);
}

}  // namespace

asio::awaitable<Response> attachment_parts_create(Services& services, const Request& request) {
  const auto text = request.parameter("part").value_or("");
  std::int64_t ordinal = -1;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), ordinal);
  if (error != std::errc() || end != text.data() + text.size()) co_return wrong_part();
  auto change = [id = id_in(request.path), ordinal, bytes = request.body](store::Database& db, const store::Asker& asker) {
    return taken(db, asker, id, ordinal, bytes);
  };
  co_return co_await changed(services, request, require_asker, std::move(change));
}

}  // namespace mingbai::server
