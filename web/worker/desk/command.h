#pragma once
// What a screen may ask of the worker, as it comes from the page: one JSON object with "cmd". Forms and payloads are
// not interpreted: they are kept as JSON text.
//
//   {"cmd":"draft_save","id":"<32 hex, or empty for a new one>","kind":"remote_care","form":{…}}
//   {"cmd":"submit","draft":"<id>","kind":"remote_care","form":{…},"payload":{"policy","insured","application"}}
//   {"cmd":"logout","discard_unsent":true}

#include <expected>
#include <string>
#include <string_view>
#include <variant>

namespace mingbai::worker {

struct SaveDraft {
  std::string id;
  std::string kind;
  std::string form;
};

struct DeleteDraft {
  std::string id;
};

struct Submit {
  std::string draft;
  std::string kind;
  std::string form;
  std::string payload;  // the exact bytes that will be sent
};

struct Retry {
  std::string id;  // empty: everything that is not blocked
};

struct Withdraw {
  std::string id;
  bool keep_draft = false;
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

using Command = std::variant<SaveDraft, DeleteDraft, Submit, Retry, Withdraw, Register, Login, Logout, Synchronise>;

// A command that cannot be read: its name if it has one, for the fault event.
struct BadCommand {
  std::string name;
};

std::expected<Command, BadCommand> read_command(std::string_view json);

// Its effect is a change of the database, and so can be noted as done together with it.
bool changes_database(const Command&);

}  // namespace mingbai::worker
