// The phone's form: one sentence with blanks. Tapping a blank opens its field from the bottom.
//
//   Sentence sentence("这张账单");
//   sentence.words("我在"); if (sentence.blank("参保地", "中山市")) editing = …; sentence.words("参保，");
#pragma once

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
};

}  // namespace mingbai::ui
