#include "web/ui/flow.h"

#include <algorithm>
#include <cmath>

namespace mingbai::ui {
namespace {

constexpr std::size_t figures_a_line = 3;

bool differs(float a, float b) { return std::fabs(a - b) > 0.5f; }

}  // namespace

bool Remembered::store(float new_width, float new_height) {
  const bool changed = differs(width, new_width) || differs(height, new_height);
  width = new_width;
  height = new_height;
  return changed;
}

bool Remembered::store_parts(const std::vector<float>& fresh) {
  const bool changed = !std::ranges::equal(parts, fresh, [](float a, float b) { return !differs(a, b); });
  parts = fresh;
  return changed;
}

Flow::Flow(const Start& start) : start_(start), y_(start.y), x_(start.x) {
  if (start_.align_width < 0) start_.align_width = start_.width;
}

float Flow::leading_gap(bool apart) const {
  if (has_extra_) return extra_ + (empty_ ? 0 : start_.gap);
  if (empty_) return 0;
  if (start_.kind == Kind::stack && (apart || after_apart_)) return std::max(start_.apart, start_.gap);
  return start_.gap;
}

float Flow::next_y() const { return is_row() ? y_ : y_ + leading_gap(false); }

float Flow::remembered(std::size_t line, std::size_t figure) const {
  const std::size_t at = line * figures_a_line + figure;
  return start_.memory && at < start_.memory->parts.size() ? start_.memory->parts[at] : 0;
}

Rect Flow::place(const Wanted& wanted) {
  if (is_row()) return place_in_row(wanted);
  const float width =
      wanted.fills ? (hugs() ? start_.align_width : start_.width) : std::min(wanted.width, start_.width);
  float x = start_.x;
  if (!wanted.fills && start_.align == Align::centre) x += (start_.align_width - width) / 2;
  if (!wanted.fills && start_.align == Align::end) x += start_.align_width - width;
  return {x, y_ + leading_gap(wanted.apart), width, wanted.height};
}

Rect Flow::place_in_row(const Wanted& wanted) {
  const float lead = on_line_ ? start_.gap + extra_ : extra_;
  float width = wanted.width;
  const int count = static_cast<int>(remembered(line_, 2));
  if (start_.align == Align::stretch && count > 0)
    width = (start_.width - start_.gap * static_cast<float>(count - 1)) / static_cast<float>(count);
  else if (wanted.fills)
    width = std::max(wanted.width, start_.x + start_.width - x_ - lead);
  const bool overflows = x_ + lead + (wanted.fills ? wanted.width : width) > start_.x + start_.width + 0.5f;
  if (start_.wrap && on_line_ && overflows && start_.align != Align::stretch) new_line();
  float x = x_ + (on_line_ ? start_.gap + extra_ : extra_);
  const float slack = start_.align_width - remembered(line_, 0);
  if (remembered(line_, 0) > 0 && slack > 0) {
    if (start_.align == Align::end) x += slack;
    if (start_.align == Align::centre) x += slack / 2;
    if (start_.align == Align::between && count > 1)
      x += slack * static_cast<float>(on_line_) / static_cast<float>(count - 1);
  }
  const float drop = std::max(0.f, (remembered(line_, 1) - wanted.height) / 2);
  return {x, y_ + std::round(drop), std::min(width, start_.width), wanted.height};
}

void Flow::take(const Rect& place, float width, float height, bool apart) {
  if (is_row()) {
    x_ += (on_line_ ? start_.gap : 0) + extra_ + width;
    line_height_ = std::max(line_height_, height);
    ++on_line_;
    widest_ = std::max(widest_, x_ - start_.x);
  } else {
    y_ = place.y + height;
    widest_ = std::max(widest_, width);
    after_apart_ = apart;
  }
  extra_ = 0;
  has_extra_ = empty_ = false;
}

void Flow::new_line() {
  fresh_.insert(fresh_.end(), {x_ - start_.x, line_height_, static_cast<float>(on_line_)});
  y_ += line_height_ + start_.line_gap;
  x_ = start_.x;
  line_height_ = 0;
  on_line_ = 0;
  ++line_;
}

float Flow::remaining_width() const {
  if (!is_row()) return start_.width;
  const float left = start_.x + start_.width - x_ - (on_line_ ? start_.gap : 0) - extra_;
  return left > 1 ? left : start_.width;
}

// In a row that wraps, words that would be squeezed into a rest of the line go to the next one instead.
float Flow::leaf_room() const {
  const float left = remaining_width();
  return wraps() && left < start_.width * 0.6f ? start_.width : left;
}

float Flow::used_width() const {
  const bool spread = is_row() && (start_.align == Align::stretch || start_.align == Align::between);
  return spread ? start_.width : widest_;
}

float Flow::used_height() const {
  if (is_row()) return y_ + line_height_ - start_.y;
  return y_ + (has_extra_ ? extra_ : 0) - start_.y;
}

bool Flow::finish() {
  if (!is_row() || !start_.memory) return false;
  if (on_line_) new_line();
  if (line_ > 0) y_ -= start_.line_gap;
  return start_.memory->store_parts(fresh_);
}

}  // namespace mingbai::ui
