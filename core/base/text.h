#pragma once
// A sentence or label in both languages of the product. Chinese is the first, English the second.

#include <cstdint>
#include <string>

namespace mingbai {

enum class Language : std::uint8_t { zh, en };

struct Text {
  std::string zh;
  std::string en;
  const std::string& in(Language language) const { return language == Language::zh ? zh : en; }
  friend bool operator==(const Text&, const Text&) = default;
};

}  // namespace mingbai
