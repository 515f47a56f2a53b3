#pragma once
// A conflict: the card that says two versions wait for a decision, and both side by side with the ways out. Which one is
// opened stands in the address; nothing is decided before the person has read what follows from it and pressed once more.

#include <map>
#include <string>
#include <utility>

#include "web/screens/context.h"
#include "web/screens/model/conflict.h"

namespace mingbai::screens {

class FilingConflict {
 public:
  void open(std::string_view id);
  void on_fault(const Report&);
  void draw_cards(const Context&) const;
  bool draw(const Context&);  // true: an opened conflict took the page
  std::string take_settled() { return std::exchange(settled_, {}); }  // the filing whose conflict has just ended here

 private:
  void draw_differences(const ConflictView&, const Context&) const;
  void draw_choices(const ConflictView&, const HeldConflict&, const Filed&, const Context&);
  void draw_ways(const ConflictView&, const Context&);
  void draw_dialog(const ConflictView&, const Context&);
  void settled(const Context&);

  std::string id_, filing_;
  bool by_field_ = false;
  std::map<std::string, std::string> choices_;  // part -> mine | theirs
  std::string asking_;                          // mine | theirs | draft
  std::string fault_;                           // code
  std::string settled_;
};

}  // namespace mingbai::screens
