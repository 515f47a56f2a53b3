#pragma once
// A device that has been logged in to an account before carries a mark for it: guesses of strangers, which use up the
// tries of the login and of the address, do not lock its person out; its own wrong guesses count by themselves.
//
//   response.headers.push_back(device_cookie(new_mark(secret, login)));          // at each login
//   const auto key = known_device(secret, login, request.header("cookie"));      // counts under *key instead
//
// A mark is a random number with its keyed hash: nothing is stored, it names nobody, and it opens nothing.

#include <optional>
#include <string>
#include <string_view>

#include "shell/server/http.h"

namespace mingbai::server {

std::string new_mark(std::string_view secret, std::string_view login);
Header device_cookie(std::string_view mark);

// Under what this device's failures are counted; nothing when it carries no mark of this login.
std::optional<std::string> known_device(std::string_view secret, std::string_view login,
                                        std::string_view cookie_header);

}  // namespace mingbai::server
