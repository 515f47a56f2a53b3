#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/base/utf8.h"
#include "core/sync/fields.h"
#include "shell/server/answers.h"
#include "shell/server/attachment_rows.h"
#include "shell/server/password.h"
#include "shell/server/path.h"
#include "shell/server/routes/routes.h"

namespace mingbai::server {
namespace {

constexpr std::size_t name_bytes_most = 400, document_bytes_most = 64, sha256_size = 64;

bool is_key(const std::string& text) {
  return !text.empty() && text.size() <= document_bytes_most &&
         std::ranges::all_of(text, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
}

bool is_digest(const std::string& text) {
  return text.size() == sha256_size &&
         std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

store::Attachment read_announced(const Request& request, Findings& findings) {
  store::Attachment one{.id = token_hash(new_token()).substr(0, 32), .filing = id_in(request.path), .at = now()};
  const auto root = sync::parse_object(request.body, findings);
  if (!root) return one;
  sync::Fields fields(*root, "", findings);
  fields.only({"document", "name", "bytes", "sha256"});
  one.document = fields.text("document");
  one.name = fields.text("name");
  one.bytes = fields.number("bytes");
  one.sent_sha256 = fields.text("sha256");
  if (!findings.empty()) return one;
  if (!is_key(one.document)) fields.fault("wrong_form", "document", {"应为材料的代号。", "The key of a document is expected here."});
  if (one.name.size() > name_bytes_most) fields.fault("text_too_long", "name", {"文件名过长。", "The file's name is too long."});
  if (!is_digest(one.sent_sha256)) fields.fault("wrong_form", "sha256", {"应为 64 位十六进制摘要。", "64 hexadecimal digits are expected here."});
  const auto most = static_cast<std::int64_t>(filing::AttachmentLimits{}.bytes_most);
  if (one.bytes == 0) fields.fault("empty_file", "bytes", {"文件是空的。", "The file is empty."});
  if (one.bytes > most) fields.fault("too_large", "bytes", {"文件超过 10 MB。", "The file is larger than 10 MB."});
  return one;
}

store::Result<Response> announced(store::Database& db, const store::Asker& asker, store::Attachment one) {
  auto may = allowed(db, asker, one.filing, filing::Action::supply);
  if (!may) return std::unexpected(std::move(may.error()));
  if (!*may) return std::move(may->error());
  one.account = asker.account;
  auto same = store::same_upload(db, one);
  if (!same) return std::unexpected(std::move(same.error()));
  if (*same) return upload_answer(db, **same, 200);
  auto count = store::uploads_of(db, one.filing);
  if (!count) return std::unexpected(std::move(count.error()));
  if (*count >= store::attachments_most) {
    const Findings findings = {field_finding("wrong_count", "attachment", {"这份备案的材料已经满了。", "This filing can hold no more documents."},
                                             {"请合并几页再传。", "Put several pages into one file."})};
    return problem(Problem::refused, findings);
  }
  auto put = store::announce_attachment(db, one);
  if (!put) return std::unexpected(std::move(put.error()));
  return upload_answer(db, one, 201);
}

}  // namespace

asio::awaitable<Response> attachments_create(Services& services, const Request& request) {
  Findings findings;
  auto one = read_announced(request, findings);
  if (!findings.empty()) co_return problem(Problem::invalid, findings);
  auto change = [one = std::move(one)](store::Database& db, const store::Asker& asker) { return announced(db, asker, one); };
  co_return co_await changed(services, request, require_asker, std::move(change));
}

}  // namespace mingbai::server
