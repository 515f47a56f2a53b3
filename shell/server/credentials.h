#pragma once
// The rules of a login and a password, checked alike by the routes and by the operator's command.
//
// A login has 3 to 64 characters: letters of any script, digits and . _ - @ ; ASCII capitals are folded. An
// identity number is refused: it is no secret and would stand in every list. A password has at least 10
// characters.

#include <optional>
#include <string>
#include <string_view>

#include "core/base/finding.h"
#include "shell/server/http.h"

namespace mingbai::server {

struct Credentials {
  std::string login;  // folded
  std::string password;
};

Findings faults_of_login(std::string_view login);
Findings faults_of_password(std::string_view password);
std::string folded(std::string_view login);

// {"login","password"} and nothing else. `fresh`: to be created, so the rules apply; otherwise only the
// shape.
std::optional<Credentials> read_credentials(std::string_view body, bool fresh, Findings&);

}  // namespace mingbai::server
