#pragma once
// What a screen may ask of the worker, as it comes from the page: one JSON object with "cmd". Forms and payloads are
// not interpreted: they are kept as JSON text.
//
//   {"cmd":"draft_save","id":"<32 hex, or empty for a new one>","kind":"remote_care","form":{…}}
//   {"cmd":"submit","draft":"<id>","kind":"remote_care","form":{…},"payload":{"policy","insured","application"}}
//   {"cmd":"draft_save",…,"edits":{"filing":"<32 hex>","version":1}}          also with submit
//   {"cmd":"conflict_settle","id":"<32 hex>","choice":"mine","version":2}
//   {"cmd":"paper_add","id":"<32 hex>","filing":"<draft or filing>","document":"identity_card","name":"a.jpg"} and a file
//   {"cmd":"backup"}                                          the file is read by next_backup_piece()
//   {"cmd":"restore"} and a file
//   {"cmd":"logout","discard_unsent":true}

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "web/worker/desk/file_source.h"

namespace mingbai::worker {

// The filing that a form edits and the version its person began on; no filing: a new one.
struct Edited {
  std::string filing;
  std::int64_t version = 0;
};

struct SaveDraft {
  std::string id;
  std::string kind;
  std::string form;
  Edited edits = {};
};

struct DeleteDraft {
  std::string id;
};

struct Submit {
  std::string draft;
  std::string kind;
  std::string form;
  std::string payload;  // the exact bytes that will be sent
  Edited edits = {};
};

// What becomes of a conflict: ours is sent again on the version seen, theirs stays, or what was chosen field by field is
// sent; where the filing takes no edit any more, ours becomes the draft of a new one.
struct SettleConflict {
  std::string id;
  std::string choice;  // mine | theirs | fields | draft
  std::int64_t version = 0;
  std::string form, payload;  // of `fields`
};

struct Retry {
  std::string id;  // empty: everything that is not blocked
};

struct Withdraw {
  std::string id;
  bool keep_draft = false;
};

// A file that travels beside a command, and what the browser knows of the room there is.
struct Enclosure {
  FileSource* source = nullptr;
  std::optional<std::int64_t> room_bytes = {};

  // With room left for what people write.
  bool has_room_for(std::int64_t bytes) const;
};

struct AddPaper {
  std::string id;
  std::string filing;
  std::string document;
  std::string name;
  Enclosure file = {};
};

struct DeletePaper {
  std::string id;
};

struct MakeBackup {};

struct Restore {
  Enclosure file = {};
};

struct Register {
  std::string login;
  std::string password;
};

struct Login {
  std::string login;
  std::string password;
};

struct Logout {
  bool discard_unsent = false;
};

struct Synchronise {};

using Command = std::variant<SaveDraft, DeleteDraft, Submit, Retry, Withdraw, AddPaper, DeletePaper, SettleConflict, MakeBackup, Restore,
                             Register, Login, Logout, Synchronise>;

// A command that cannot be read: its name if it has one, for the fault event.
struct BadCommand {
  std::string name;
};

std::expected<Command, BadCommand> read_command(std::string_view json);

// Its effect is a change of the database, and so can be noted as done together with it.
bool changes_database(const Command&);

}  // namespace mingbai::worker
