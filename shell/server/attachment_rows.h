#pragma once
// What the routes of attachments share: who may add to a filing or look at its documents, and a document as JSON.

#include <nlohmann/json.hpp>

#include "core/store/access.h"
#include "core/store/attachments.h"
#include "shell/server/http.h"

namespace mingbai::server {

// The role in which the asker may do it; or the problem: hidden is not found.
using Allowed = std::expected<store::Access, Response>;
store::Result<Allowed> allowed(store::Database&, const store::Asker&, const std::string& filing, filing::Action);

nlohmann::ordered_json attachment_row(const store::Attachment&);

// An upload that is under way, with the parts that are there.
store::Result<Response> upload_answer(store::Database&, const store::Attachment&, int status);

}  // namespace mingbai::server
