#include "core/filing/person_key.h"

#include "core/sync/sha256.h"

namespace mingbai::filing {
namespace {

// Twice, so that nothing can be appended to what was hashed.
std::string keyed(std::string_view secret, std::string_view purpose, std::string_view text) {
  const std::string key = std::string(secret).append("\n").append(purpose).append("\n");
  return sync::sha256_hex(key + sync::sha256_hex(key + std::string(text)));
}

}  // namespace

std::string person_key(std::string_view secret, std::string_view certificate) {
  std::string number;
  for (const char c : certificate) {
    if (c != ' ') number += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return number.empty() || secret.empty() ? std::string() : keyed(secret, "person", number);
}

std::string code_hash(std::string_view secret, std::string_view person, std::string_view code) {
  return keyed(secret, "code", std::string(person).append("\n").append(code));
}

}  // namespace mingbai::filing
