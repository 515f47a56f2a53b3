#pragma once
// What the screens ask of the worker, as its JSON commands. Texts that are JSON already (form, payload) go in as objects.

#include <cstdint>
#include <string>
#include <string_view>

#include "web/screens/model/device_state.h"

namespace mingbai::screens::command {

std::string save_draft(std::string_view id, std::string_view kind, std::string_view form_json, const Edited& edits = {});
std::string delete_draft(std::string_view id);
std::string submit(std::string_view draft, std::string_view kind, std::string_view form_json, std::string_view payload_json,
                   const Edited& edits = {});
// `choice`: mine | theirs | draft, on the version shown.
std::string settle_conflict(std::string_view id, std::string_view choice, std::int64_t version);
std::string settle_conflict(std::string_view id, std::int64_t version, std::string_view form_json, std::string_view payload_json);
// Goes with a file (platform::send_file). `filing`: the draft's or the filing's id.
std::string add_paper(std::string_view filing, std::string_view document, std::string_view name);
std::string delete_paper(std::string_view id);
std::string backup();   // answered with a file
std::string restore();  // goes with a file
std::string retry(std::string_view id);  // empty: everything
std::string withdraw(std::string_view id, bool keep_draft);
std::string enter(bool new_account, std::string_view login, std::string_view password);
std::string logout(bool discard_unsent);
std::string sync();
std::string shared_device(bool on);  // everything on the device goes

}  // namespace mingbai::screens::command
