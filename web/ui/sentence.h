// The phone's form: one sentence with blanks. Tapping a blank opens its field from the bottom.
//
//   Sentence sentence("这张账单");
//   sentence.words("我在"); if (sentence.blank("参保地", "中山市")) editing = …; sentence.words("参保，");
//
// Punctuation and 元 stay on the line of the blank they follow, within the sentence's width.
#pragma once

#include <cstdint>
#include <string_view>

namespace mingbai::ui {

class Sentence {
 public:
  explicit Sentence(std::string_view name);
  ~Sentence();
  void words(std::string_view words);
  bool blank(std::string_view name, std::string_view value, std::string_view key = {});
  Sentence(const Sentence&) = delete;
  Sentence& operator=(const Sentence&) = delete;

 private:
  std::uint32_t clung_to_ = 0;  // where the last blank remembers how wide what clings to it is
};

}  // namespace mingbai::ui
