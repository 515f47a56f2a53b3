#pragma once
// What every answer carries, errors too: the content security policy and its companions, and the session
// cookie's form.
//
// The policy allows this origin's own scripts, styles, fonts and connections and compiling wasm, nothing
// else: no inline script, no eval, no frame. HSTS is sent only behind TLS, where it is true.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shell/server/http.h"

namespace mingbai::server {

std::vector<Header> security_headers(bool behind_tls);

// A cookie of this host alone, that no script reads and no other site sends; and its value, empty when there is none.
Header host_cookie(std::string_view name, std::string_view value, std::int64_t seconds);
std::string_view cookie_value(std::string_view cookie_header, std::string_view name);

// Set-Cookie for a new session, and for none.
Header session_cookie(std::string_view token);
Header no_session_cookie();

// The token in a Cookie header, of the exact form tokens have.
std::optional<std::string> session_token(std::string_view cookie_header);

}  // namespace mingbai::server
