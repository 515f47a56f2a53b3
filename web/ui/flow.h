// The arithmetic of layout: a flow hands out places, one below the other or one beside the other. Pure.
//
// What a flow can only know afterwards (the width and height of each line of a row, the number of things on
// it) it reads from the `Remembered` of the pass before and writes anew; `changed` says that another pass is
// needed. A place is asked for with a natural width; a stack gives filling things its whole width.
#pragma once

#include <vector>

#include "web/ui/geometry.h"
#include "web/ui/layout.h"

namespace mingbai::ui {

struct Remembered {
  float width = 0, height = 0;
  std::vector<float> parts;  // owner's own figures
  int last_used = 0;

  // Stores and tells whether it was different: half a pixel is the same.
  bool store(float new_width, float new_height);
  bool store_parts(const std::vector<float>& fresh);
};

struct Wanted {
  float width = 0;
  float height = 0;
  bool fills = false;
  bool apart = false;  // sheets keep a distance of their own from their neighbours
};

class Flow {
 public:
  enum class Kind : unsigned char { stack, row };

  struct Start {
    Kind kind = Kind::stack;
    float x = 0, y = 0, width = 0;
    float gap = 0, line_gap = 0, apart = 24;
    Align align = Align::start;
    bool wrap = true;
    float align_width = -1;  // in which to align; -1: width
    float stretch_to = -1;   // bottom that stretching things reach; -1: none
    Remembered* memory = nullptr;
  };

  explicit Flow(const Start& start);

  // Where the next thing goes; `take` moves on by what it really used.
  Rect place(const Wanted& wanted);
  void take(const Rect& place, float width, float height, bool apart = false);
  void add_gap(float px) {
    extra_ += px;
    has_extra_ = true;
  }

  float remaining_width() const;  // for something that takes what is left
  float leaf_room() const;        // how wide words may become before they wrap
  float width() const { return start_.width; }
  float x() const { return start_.x; }
  float top() const { return start_.y; }
  float next_y() const;      // where a stack would put the next thing
  float used_width() const;  // natural width of what is inside
  float used_height() const;
  float stretch_to() const { return start_.stretch_to; }
  bool is_row() const { return start_.kind == Kind::row; }
  // A hugging column: words may become as wide as `width`, what fills is as wide as the column turned out.
  bool hugs() const { return start_.align_width >= 1 && start_.align_width < start_.width - 0.5f; }
  bool wraps() const { return is_row() && start_.wrap; }
  bool finish();  // true: what was remembered has changed

 private:
  void new_line();
  Rect place_in_row(const Wanted& wanted);
  float remembered(std::size_t line, std::size_t figure) const;
  float leading_gap(bool apart) const;

  Start start_;
  float y_ = 0;  // stack: bottom of the last thing; row: top of the line
  float x_ = 0;  // row: right end of the last thing
  float extra_ = 0;
  float widest_ = 0;
  float line_height_ = 0;
  int on_line_ = 0;
  std::size_t line_ = 0;
  bool empty_ = true, has_extra_ = false, after_apart_ = false;
  std::vector<float> fresh_;  // a line: natural width, height, things on it
};

}  // namespace mingbai::ui
