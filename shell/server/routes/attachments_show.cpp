#include "shell/server/answers.h"
#include "shell/server/attachment_rows.h"
#include "shell/server/path.h"
#include "shell/server/review_rows.h"
#include "shell/server/routes/routes.h"

namespace mingbai::server {
namespace {

using nlohmann::ordered_json;

store::Result<Response> listed(store::Database& db, const store::Asker& asker, const std::string& filing) {
  auto may = allowed(db, asker, filing, filing::Action::view);
  if (!may) return std::unexpected(std::move(may.error()));
  if (!*may) return std::move(may->error());
  auto all = store::attachments_of(db, filing);
  if (!all) return std::unexpected(std::move(all.error()));
  ordered_json body = {{"attachments", ordered_json::array()}};
  for (const auto& one : *all) body["attachments"].push_back(attachment_row(one));
  return json_answer(dumped(body));
}

// RFC 8187: the name in UTF-8, percent-encoded.
std::string encoded(std::string_view name) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
    if (plain) out += c;
    else out.append(1, '%').append(1, digits[byte >> 4]).append(1, digits[byte & 15]);
  }
  return out;
}

store::Result<Response> shown(store::Database& db, const store::Asker& asker, const std::string& id) {
  auto one = store::find_attachment(db, id);
  if (!one) return std::unexpected(std::move(one.error()));
  if (!*one || !(*one)->kept) return problem(Problem::not_found);
  auto may = allowed(db, asker, (*one)->filing, filing::Action::view);
  if (!may) return std::unexpected(std::move(may.error()));
  if (!*may) return std::move(may->error());
  auto bytes = store::content_of(db, (*one)->sha256);
  if (!bytes) return std::unexpected(std::move(bytes.error()));
  Response response{.content_type = (*one)->media, .body = std::move(*bytes)};
  response.headers.push_back({"Content-Disposition", "attachment; filename*=UTF-8''" + encoded((*one)->name)});
  return response;
}

}  // namespace

asio::awaitable<Response> attachments_list(Services& services, const Request& request) {
  auto look = [id = id_in(request.path)](store::Database& db, const store::Asker& asker) { return listed(db, asker, id); };
  co_return co_await answered(services, request, require_asker, std::move(look));
}

asio::awaitable<Response> attachments_show(Services& services, const Request& request) {
  auto look = [id = id_in(request.path)](store::Database& db, const store::Asker& asker) { return shown(db, asker, id); };
  co_return co_await answered(services, request, require_asker, std::move(look));
}

}  // namespace mingbai::server
