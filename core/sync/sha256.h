#pragma once
// SHA-256 (FIPS 180-4), for one purpose: to see that a receipt speaks of the bytes this device sent. The browser has
// WebCrypto, but only asynchronously; the rules of the outbox are pure and cannot wait.
//
//   sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

#include <string>
#include <string_view>

namespace mingbai::sync {

std::string sha256_hex(std::string_view bytes);

}  // namespace mingbai::sync
