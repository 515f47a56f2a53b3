#include "shell/server/attachment_rows.h"

#include "core/filing/civil_day.h"
#include "shell/server/answers.h"
#include "shell/server/problem.h"
#include "shell/server/review_rows.h"

namespace mingbai::server {

store::Result<Allowed> allowed(store::Database& db, const store::Asker& asker, const std::string& filing, filing::Action action) {
  auto standing = store::standing_of(db, filing);
  if (!standing) return std::unexpected(std::move(standing.error()));
  if (!*standing) return Allowed(std::unexpected(problem(Problem::not_found)));
  auto access = store::access_to(db, asker, **standing, action, filing::day_in_china(now()));
  if (!access) return std::unexpected(std::move(access.error()));
  if (access->permission == filing::Permission::hidden) return Allowed(std::unexpected(problem(Problem::not_found)));
  if (access->permission != filing::Permission::allowed) return Allowed(std::unexpected(problem(Problem::not_allowed)));
  return Allowed(std::move(*access));
}

nlohmann::ordered_json attachment_row(const store::Attachment& one) {
  return {{"attachment", one.id}, {"document", one.document}, {"name", one.name},        {"media", one.media},
          {"bytes", one.bytes},   {"sha256", one.sha256},     {"at", sync::utc_text(one.at)}};
}

store::Result<Response> upload_answer(store::Database& db, const store::Attachment& one, int status) {
  nlohmann::ordered_json body = {{"attachment", one.id}, {"state", one.kept ? "kept" : "receiving"}, {"part_bytes", store::part_bytes}};
  if (one.kept) {
    body.update(attachment_row(one));
    return json_answer(dumped(body), status);
  }
  auto parts = store::parts_of(db, one.id);
  if (!parts) return std::unexpected(std::move(parts.error()));
  body["parts"] = *parts;
  body["of"] = (one.bytes + store::part_bytes - 1) / store::part_bytes;
  return json_answer(dumped(body), status);
}

}  // namespace mingbai::server
