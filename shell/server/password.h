#pragma once
// Passwords by libsodium's Argon2id at its interactive limits (64 MiB, two passes, some 0.1 s): run off the
// event loop. Session tokens: 32 random bytes in base64url; only their BLAKE2b hash is stored. sodium_init()
// is called once by start_sodium(), before anything here.

#include <optional>
#include <string>
#include <string_view>

namespace mingbai::server {

bool start_sodium();

std::optional<std::string> password_hash(std::string_view password);  // nothing: out of memory

// With an empty hash (no such login) the same work is done against a hash of nobody's password and the answer
// is false: a known and an unknown login take alike.
bool password_matches(std::string_view hash, std::string_view password);

// A hash as password_hash() writes it, its salt and sum drawn at random: no password is known to have it.
const std::string& nobodys_hash();

std::string new_token();
std::string token_hash(std::string_view token);

// Eight digits, given out once by word of mouth.
std::string new_code();

// Readable and long enough to be given out once by the operator: four groups of five letters and digits.
std::string generated_password();

}  // namespace mingbai::server
