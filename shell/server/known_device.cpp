#include "shell/server/known_device.h"

#include <sodium.h>

#include "shell/server/headers.h"
#include "shell/server/password.h"

namespace mingbai::server {
namespace {

constexpr std::string_view cookie_name = "__Host-mingbai-device";
constexpr int a_year_s = 365 * 24 * 60 * 60;

std::string keyed(std::string_view secret, std::string_view login, std::string_view nonce) {
  std::string text(secret);
  text.append("\ndevice\n").append(nonce).append("\n").append(login);
  return token_hash(text);
}

}  // namespace

std::string new_mark(std::string_view secret, std::string_view login) {
  const std::string nonce = new_token();
  return nonce + "." + keyed(secret, login, nonce);
}

Header device_cookie(std::string_view mark) { return host_cookie(cookie_name, mark, a_year_s); }

std::optional<std::string> known_device(std::string_view secret, std::string_view login,
                                        std::string_view cookie_header) {
  const std::string_view mark = cookie_value(cookie_header, cookie_name);
  const auto dot = mark.find('.');
  if (secret.empty() || dot == std::string_view::npos) return std::nullopt;
  const std::string_view nonce = mark.substr(0, dot), hash = mark.substr(dot + 1);
  const std::string expected = keyed(secret, login, nonce);
  const bool same = hash.size() == expected.size() && sodium_memcmp(hash.data(), expected.data(), hash.size()) == 0;
  return same ? std::optional("device " + std::string(nonce)) : std::nullopt;
}

}  // namespace mingbai::server
