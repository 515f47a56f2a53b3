#include "shell/server/password.h"

#include <sodium.h>

#include <array>

namespace mingbai::server {
namespace {

constexpr auto passes = crypto_pwhash_OPSLIMIT_INTERACTIVE;
constexpr auto memory = crypto_pwhash_MEMLIMIT_INTERACTIVE;

std::string random_base64(std::size_t bytes) {
  std::array<unsigned char, 32> random{};
  std::array<char, 64> text{};
  randombytes_buf(random.data(), bytes);
  return sodium_bin2base64(text.data(), text.size(), random.data(), bytes,
                           sodium_base64_VARIANT_ORIGINAL_NO_PADDING);
}

}  // namespace

bool start_sodium() { return sodium_init() >= 0; }

const std::string& nobodys_hash() {
  static const std::string hash = "$argon2id$v=19$m=" + std::to_string(memory / 1024) +
                                  ",t=" + std::to_string(passes) + ",p=1$" + random_base64(16) + "$" +
                                  random_base64(32);
  return hash;
}

std::optional<std::string> password_hash(std::string_view password) {
  char hash[crypto_pwhash_STRBYTES];
  if (crypto_pwhash_str_alg(hash, password.data(), password.size(), passes, memory,
                            crypto_pwhash_ALG_ARGON2ID13) != 0) {
    return std::nullopt;
  }
  return std::string(hash);
}

bool password_matches(std::string_view hash, std::string_view password) {
  const std::string against = hash.empty() ? nobodys_hash() : std::string(hash);
  const bool matches = crypto_pwhash_str_verify(against.c_str(), password.data(), password.size()) == 0;
  return matches && !hash.empty();
}

std::string new_token() {
  unsigned char bytes[32];
  randombytes_buf(bytes, sizeof bytes);
  char text[sodium_base64_ENCODED_LEN(sizeof bytes, sodium_base64_VARIANT_URLSAFE_NO_PADDING)];
  return sodium_bin2base64(text, sizeof text, bytes, sizeof bytes, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

std::string token_hash(std::string_view token) {
  unsigned char hash[crypto_generichash_BYTES];
  crypto_generichash(hash, sizeof hash, reinterpret_cast<const unsigned char*>(token.data()), token.size(),
                     nullptr, 0);
  char text[sizeof hash * 2 + 1];
  return sodium_bin2hex(text, sizeof text, hash, sizeof hash);
}

std::string new_code() {
  std::string code;
  for (int digit = 0; digit < 8; ++digit) code += static_cast<char>('0' + randombytes_uniform(10));
  return code;
}

std::string generated_password() {
  constexpr std::string_view alphabet = "abcdefghijkmnpqrstuvwxyz23456789";
  std::string password;
  for (int group = 0; group < 4; ++group) {
    if (group) password += '-';
    for (int letter = 0; letter < 5; ++letter) password += alphabet[randombytes_uniform(alphabet.size())];
  }
  return password;
}

}  // namespace mingbai::server
