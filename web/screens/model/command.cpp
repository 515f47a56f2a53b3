#include "web/screens/model/command.h"

#include <nlohmann/json.hpp>

namespace mingbai::screens::command {
namespace {

using Json = nlohmann::ordered_json;

std::string dump(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

Json object(std::string_view text) {
  Json json = Json::parse(text, nullptr, false);
  return json.is_object() ? json : Json::object();
}

Json with_edits(Json command, const Edited& edits) {
  if (!edits.filing.empty()) command["edits"] = {{"filing", edits.filing}, {"version", edits.version}};
  return command;
}

}  // namespace

std::string save_draft(std::string_view id, std::string_view kind, std::string_view form_json, const Edited& edits) {
  return dump(with_edits({{"cmd", "draft_save"}, {"id", id}, {"kind", kind}, {"form", object(form_json)}}, edits));
}

std::string delete_draft(std::string_view id) { return dump({{"cmd", "draft_delete"}, {"id", id}}); }

std::string submit(std::string_view draft, std::string_view kind, std::string_view form_json, std::string_view payload_json,
                   const Edited& edits) {
  return dump(with_edits({{"cmd", "submit"},
                          {"draft", draft},
                          {"kind", kind},
                          {"form", object(form_json)},
                          {"payload", object(payload_json)}},
                         edits));
}

std::string settle_conflict(std::string_view id, std::string_view choice, std::int64_t version) {
  return dump({{"cmd", "conflict_settle"}, {"id", id}, {"choice", choice}, {"version", version}});
}

std::string settle_conflict(std::string_view id, std::int64_t version, std::string_view form_json, std::string_view payload_json) {
  return dump({{"cmd", "conflict_settle"},
               {"id", id},
               {"choice", "fields"},
               {"version", version},
               {"form", object(form_json)},
               {"payload", object(payload_json)}});
}

std::string add_paper(std::string_view filing, std::string_view document, std::string_view name) {
  return dump({{"cmd", "paper_add"}, {"filing", filing}, {"document", document}, {"name", name}});
}

std::string delete_paper(std::string_view id) { return dump({{"cmd", "paper_delete"}, {"id", id}}); }

std::string backup() { return dump({{"cmd", "backup"}}); }

std::string restore() { return dump({{"cmd", "restore"}}); }

std::string retry(std::string_view id) {
  Json json = {{"cmd", "retry"}};
  if (!id.empty()) json["id"] = id;
  return dump(json);
}

std::string withdraw(std::string_view id, bool keep_draft) {
  return dump({{"cmd", "withdraw_queued"}, {"id", id}, {"keep_draft", keep_draft}});
}

std::string enter(bool new_account, std::string_view login, std::string_view password) {
  return dump({{"cmd", new_account ? "register" : "login"}, {"login", login}, {"password", password}});
}

std::string logout(bool discard_unsent) { return dump({{"cmd", "logout"}, {"discard_unsent", discard_unsent}}); }

std::string shared_device(bool on) { return dump({{"cmd", "shared_device"}, {"on", on}}); }

std::string sync() { return dump({{"cmd", "sync"}}); }

}  // namespace mingbai::screens::command
