#include "shell/server/credentials.h"

#include <algorithm>

#include "core/filing/masking.h"
#include "core/sync/fields.h"
#include "shell/server/problem.h"

namespace mingbai::server {
namespace {

constexpr std::size_t login_characters_least = 3, login_characters_most = 64;
constexpr std::size_t password_characters_least = 10, password_bytes_most = 1024;

std::size_t characters(std::string_view utf8) {
  return static_cast<std::size_t>(std::count_if(
      utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

bool is_login_byte(char c) {
  return static_cast<unsigned char>(c) >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
         (c >= 'A' && c <= 'Z') || std::string_view("._-@").find(c) != std::string_view::npos;
}

}  // namespace

std::string folded(std::string_view login) {
  std::string text(login);
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  return text;
}

Findings faults_of_login(std::string_view login) {
  Findings findings;
  const auto add = [&](const char* code, Text message) {
    findings.push_back(
        field_finding(code, "login", std::move(message), {"请换一个账户名。", "Choose another login."}));
  };
  const auto count = characters(login);
  if (count < login_characters_least || count > login_characters_most) {
    add("login_length", {"账户名须为 3 至 64 个字符。", "A login has 3 to 64 characters."});
  }
  if (!std::all_of(login.begin(), login.end(), is_login_byte)) {
    add("login_characters",
        {"账户名只能用文字、数字和 . _ - @。", "A login has letters, digits and . _ - @ only."});
  }
  if (filing::looks_like_identity_number(login)) {
    add("login_is_identity_number", {"请不要用身份证号作账户名。", "An identity number may not be a login."});
  }
  return findings;
}

Findings faults_of_password(std::string_view password) {
  if (characters(password) >= password_characters_least && password.size() <= password_bytes_most) return {};
  return {field_finding(
      "password_length", "password", {"密码至少 10 个字符。", "A password has at least 10 characters."},
      {"请设置更长的密码，例如几个词连在一起。", "Choose a longer one, such as a few words in a row."})};
}

std::optional<Credentials> read_credentials(std::string_view body, bool fresh, Findings& findings) {
  const auto root = sync::parse_object(body, findings);
  if (!root) return std::nullopt;
  sync::Fields fields(*root, "", findings);
  fields.only({"login", "password"});
  const std::string login = fields.text("login");
  Credentials credentials{folded(login), fields.text("password")};
  if (findings.empty() && fresh) {
    findings = faults_of_login(login);
    for (auto& finding : faults_of_password(credentials.password)) findings.push_back(std::move(finding));
  }
  if (!findings.empty()) return std::nullopt;
  if (login.size() > 4 * login_characters_most) credentials.login.clear();
  if (credentials.password.size() > password_bytes_most) credentials.password.clear();
  return credentials;
}

}  // namespace mingbai::server
