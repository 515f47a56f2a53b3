#pragma once
// Where random bytes come from: the browser's crypto.getRandomValues, in tests a seeded sequence.

#include <array>
#include <cstdint>
#include <span>
#include <string>

namespace mingbai::worker {

class Randomness {
 public:
  virtual ~Randomness() = default;
  virtual void fill(std::span<std::uint8_t> bytes) = 0;
};

// 128 bits as 32 lower-case hexadecimal digits: the id of a draft, a filing or an envelope.
inline std::string random_id(Randomness& randomness) {
  std::array<std::uint8_t, 16> bytes{};
  randomness.fill(bytes);
  std::string id;
  for (const std::uint8_t byte : bytes) {
    id.push_back("0123456789abcdef"[byte >> 4]);
    id.push_back("0123456789abcdef"[byte & 15]);
  }
  return id;
}

inline std::uint32_t random_number(Randomness& randomness) {
  std::array<std::uint8_t, 4> bytes{};
  randomness.fill(bytes);
  std::uint32_t number = 0;
  for (const std::uint8_t byte : bytes) number = number << 8 | byte;
  return number;
}

}  // namespace mingbai::worker
