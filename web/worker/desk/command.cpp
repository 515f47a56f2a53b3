#include "web/worker/desk/command.h"

#include <nlohmann/json.hpp>
#include <optional>

#include "core/sync/envelope.h"
#include "core/sync/fields.h"

namespace mingbai::worker {
namespace {

using nlohmann::json;

constexpr std::int64_t room_for_words_bytes = 4 << 20;

std::optional<std::string> text(const json& object, const char* key) {
  const auto at = object.find(key);
  if (at == object.end() || !at->is_string()) return std::nullopt;
  return at->get<std::string>();
}

bool flag(const json& object, const char* key) {
  const auto at = object.find(key);
  return at != object.end() && at->is_boolean() && at->get<bool>();
}

std::optional<std::string> object_text(const json& object, const char* key) {
  const auto at = object.find(key);
  if (at == object.end() || !at->is_object()) return std::nullopt;
  return sync::dump(*at);
}

bool is_id_or_empty(const std::string& id) { return id.empty() || sync::is_random_id(id); }

// Nothing when it is there and cannot be read.
std::optional<Edited> read_edits(const json& object) {
  const auto at = object.find("edits");
  if (at == object.end() || at->is_null()) return Edited{};
  if (!at->is_object()) return std::nullopt;
  Edited edits{text(*at, "filing").value_or("")};
  const auto version = at->find("version");
  if (!sync::is_random_id(edits.filing) || version == at->end() || !version->is_number_unsigned()) return std::nullopt;
  edits.version = version->get<std::int64_t>();
  return edits;
}

std::optional<Command> read_draft(const json& object) {
  auto kind = text(object, "kind");
  auto form = object_text(object, "form");
  auto id = text(object, "id").value_or("");
  auto edits = read_edits(object);
  if (!kind || !form || !edits || !is_id_or_empty(id)) return std::nullopt;
  return SaveDraft{std::move(id), std::move(*kind), std::move(*form), std::move(*edits)};
}

std::optional<Command> read_submit(const json& object) {
  auto kind = text(object, "kind");
  auto form = object_text(object, "form");
  auto payload = object_text(object, "payload");
  auto draft = text(object, "draft").value_or("");
  auto edits = read_edits(object);
  if (!kind || !form || !payload || !edits || !is_id_or_empty(draft)) return std::nullopt;
  return Submit{std::move(draft), std::move(*kind), std::move(*form), std::move(*payload), std::move(*edits)};
}

std::optional<Command> read_settlement(const json& object) {
  SettleConflict settle{.id = text(object, "id").value_or(""), .choice = text(object, "choice").value_or("")};
  const auto version = object.find("version");
  const bool seen = version != object.end() && version->is_number_unsigned();
  if (seen) settle.version = version->get<std::int64_t>();
  settle.form = object_text(object, "form").value_or("");
  settle.payload = object_text(object, "payload").value_or("");
  const bool fields = settle.choice == "fields" && !settle.form.empty() && !settle.payload.empty();
  const bool known = settle.choice == "mine" || settle.choice == "theirs" || settle.choice == "draft" || fields;
  if (!sync::is_random_id(settle.id) || !seen || !known) return std::nullopt;
  return settle;
}

std::optional<Command> read_paper(const json& object) {
  auto id = text(object, "id").value_or(""), filing = text(object, "filing").value_or("");
  auto document = text(object, "document");
  auto name = text(object, "name");
  if (!sync::is_random_id(id) || !sync::is_random_id(filing) || !document || !name) return std::nullopt;
  return AddPaper{std::move(id), std::move(filing), std::move(*document), std::move(*name)};
}

template <class Credentials>
std::optional<Command> read_credentials(const json& object) {
  auto login = text(object, "login");
  auto password = text(object, "password");
  if (!login || !password) return std::nullopt;
  return Credentials{std::move(*login), std::move(*password)};
}

std::optional<Command> read_named(const std::string& name, const json& object) {
  const auto id = text(object, "id");
  if (name == "draft_save") return read_draft(object);
  if (name == "draft_delete" && id) return DeleteDraft{*id};
  if (name == "submit") return read_submit(object);
  if (name == "retry") return Retry{id.value_or("")};
  if (name == "withdraw_queued" && id) return Withdraw{*id, flag(object, "keep_draft")};
  if (name == "paper_add") return read_paper(object);
  if (name == "paper_delete" && id) return DeletePaper{*id};
  if (name == "backup") return MakeBackup{};
  if (name == "restore") return Restore{};
  if (name == "conflict_settle") return read_settlement(object);
  if (name == "register") return read_credentials<Register>(object);
  if (name == "login") return read_credentials<Login>(object);
  if (name == "logout") return Logout{flag(object, "discard_unsent")};
  if (name == "sync") return Synchronise{};
  return std::nullopt;
}

}  // namespace

std::expected<Command, BadCommand> read_command(std::string_view text_of_command) {
  const auto object = json::parse(text_of_command.begin(), text_of_command.end(), nullptr, false);
  if (!object.is_object()) return std::unexpected(BadCommand{});
  auto name = text(object, "cmd").value_or("");
  auto command = read_named(name, object);
  if (!command) return std::unexpected(BadCommand{std::move(name)});
  return std::move(*command);
}

// The log holds it, too.
bool Enclosure::has_room_for(std::int64_t bytes) const { return !room_bytes || *room_bytes >= 2 * bytes + room_for_words_bytes; }

bool changes_database(const Command& command) {
  return std::holds_alternative<SaveDraft>(command) || std::holds_alternative<DeleteDraft>(command) ||
         std::holds_alternative<Submit>(command) || std::holds_alternative<Withdraw>(command) ||
         std::holds_alternative<AddPaper>(command) || std::holds_alternative<DeletePaper>(command) ||
         std::holds_alternative<SettleConflict>(command) || std::holds_alternative<Restore>(command) || std::holds_alternative<Logout>(command);
}

}  // namespace mingbai::worker
