#include "shell/server/headers.h"

#include <algorithm>

#include "core/store/sessions.h"

namespace mingbai::server {
namespace {

constexpr std::string_view cookie_name = "__Host-mingbai";
constexpr std::string_view cookie_traits = "; Path=/; Secure; HttpOnly; SameSite=Strict";
constexpr std::size_t token_characters = 43;  // 32 bytes in base64url

constexpr const char* content_security_policy =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'";

bool is_token(std::string_view text) {
  return text.size() == token_characters && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
                  c == '_';
         });
}

}  // namespace

std::vector<Header> security_headers(bool behind_tls) {
  std::vector<Header> headers = {
      {"Content-Security-Policy", content_security_policy},
      {"X-Content-Type-Options", "nosniff"},
      {"Referrer-Policy", "no-referrer"},
      {"Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()"},
      {"Cross-Origin-Opener-Policy", "same-origin"},
      {"Cross-Origin-Resource-Policy", "same-origin"},
  };
  if (behind_tls) headers.push_back({"Strict-Transport-Security", "max-age=31536000"});
  return headers;
}

Header host_cookie(std::string_view name, std::string_view value, std::int64_t seconds) {
  return {"Set-Cookie", std::string(name) + "=" + std::string(value) + std::string(cookie_traits) +
                            "; Max-Age=" + std::to_string(seconds)};
}

std::string_view cookie_value(std::string_view header, std::string_view name) {
  while (!header.empty()) {
    const auto end = header.find(';');
    std::string_view pair = header.substr(0, end);
    pair.remove_prefix(std::min(pair.find_first_not_of(' '), pair.size()));
    if (pair.starts_with(name) && pair.size() > name.size() && pair[name.size()] == '=') {
      return pair.substr(name.size() + 1);
    }
    header = end == std::string_view::npos ? std::string_view() : header.substr(end + 1);
  }
  return {};
}

Header session_cookie(std::string_view token) {
  return host_cookie(cookie_name, token, store::session_absolute_ms / 1000);
}

Header no_session_cookie() { return host_cookie(cookie_name, "", 0); }

std::optional<std::string> session_token(std::string_view header) {
  const auto token = cookie_value(header, cookie_name);
  return is_token(token) ? std::optional<std::string>(token) : std::nullopt;
}

}  // namespace mingbai::server
