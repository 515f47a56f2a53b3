// The top bar, and the bottom bar of phones. Call before Page. Items follow the role of the person.
#pragma once

#include <span>
#include <string_view>

#include "web/ui/icons.h"

namespace mingbai::ui {

struct Door {
  std::string_view words;
  std::string_view target;  // "#/calculator"
  Icon icon = Icon::none;
  bool current = false;
  std::string_view short_words = {};  // in the bottom bar
};

// Draws logo, name and doors (doors only from 640 up; closer, with their short words, where they are many). While it lives, what is drawn stands at its right end.
struct TopBarOptions {
  std::string_view product;  // 明白
  std::string_view screen;   // 算一算: takes the product's place on phones
  std::span<const Door> doors = {};
  std::string_view name = {};  // of the landmark
};
class TopBar {
 public:
  explicit TopBar(const TopBarOptions& options);
  ~TopBar();
  TopBar(const TopBar&) = delete;
  TopBar& operator=(const TopBar&) = delete;

  float room() const { return room_; }  // what the doors leave at the right end, in this view's own measure

 private:
  float room_ = 0;
};

// The line under the top bar, 44 px high or as high as its words need: 没有网络，填的先存在这台设备. `calm`: nothing is amiss.
void top_line(std::string_view words, Icon icon, bool calm = false);

// Only paints on phones (and in the large mode at phone breadth); four items, three in the large mode.
void bottom_navigation(std::span<const Door> doors, std::string_view name);

void logo(float side = 40);

}  // namespace mingbai::ui
