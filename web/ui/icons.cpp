#include "web/ui/icons.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "imgui.h"
#include "web/ui/context.h"
#include "web/ui/fonts.h"
#include "web/ui/icon_shapes.h"
#include "web/ui/paint.h"

namespace mingbai::ui {
namespace {

constexpr float box = 24, usual_stroke = 2;

// Follows one path and strokes its pieces with round ends.
class Pencil {
 public:
  Pencil(float x, float y, float size, Colour colour, float stroke)
      : list_(layer().list),
        x_(x + layer().offset.x),
        y_(y + layer().offset.y),
        scale_(size / box),
        colour_(colour),
        stroke_(stroke) {}

  void follow(const char* path) {
    while (*path) step(path);
    lift(false);
  }

 private:
  ImVec2 at(float x, float y) const { return {x_ + x * scale_, y_ + y * scale_}; }
  // strtof is right to the last bit of any number, and takes a twentieth of the picture for it.
  static float number(const char*& path) {
    while (*path == ' ' || *path == ',') ++path;
    const bool negative = *path == '-';
    if (negative) ++path;
    float value = 0, part = 1;
    const auto digit = [&] { return *path >= '0' && *path <= '9'; };
    for (; digit(); ++path) value = value * 10 + static_cast<float>(*path - '0');
    if (*path == '.')
      for (++path; digit(); ++path) value += static_cast<float>(*path - '0') * (part /= 10);
    return negative ? -value : value;
  }
  ImVec2 point(const char*& path) {
    const float x = number(path), y = number(path);
    return at(x, y);
  }

  void step(const char*& path) {
    const char what = *path++;
    switch (what) {
      case 'M':
        lift(false);
        start_ = last_ = point(path);
        list_->PathLineTo(start_);
        drawing_ = true;
        break;
      case 'L':
        last_ = point(path);
        list_->PathLineTo(last_);
        break;
      case 'C': {
        const ImVec2 a = point(path), b = point(path);
        last_ = point(path);
        list_->PathBezierCubicCurveTo(a, b, last_);
        break;
      }
      case 'Z':
        lift(true);
        break;
      case 'O':
      case 'o': {
        lift(false);
        const ImVec2 centre = point(path);
        const float radius = number(path) * scale_;
        what == 'O' ? list_->AddCircle(centre, radius, colour_, 0, stroke_)
                    : list_->AddCircleFilled(centre, radius, colour_);
        break;
      }
      case 'R': {
        lift(false);
        const ImVec2 corner = point(path);
        const float w = number(path) * scale_, h = number(path) * scale_, r = number(path) * scale_;
        list_->PathRect(corner, {corner.x + w, corner.y + h}, r);
        list_->PathStroke(colour_, ImDrawFlags_Closed, stroke_);
        break;
      }
      case 'T': {
        lift(false);
        const ImVec2 a = point(path), b = point(path), c = point(path);
        list_->AddTriangleFilled(a, b, c, colour_);
        break;
      }
      default:
        break;
    }
  }

  void lift(bool closed) {
    if (!drawing_) return;
    drawing_ = false;
    list_->PathStroke(colour_, closed ? ImDrawFlags_Closed : 0, stroke_);
    if (closed) return;
    list_->AddCircleFilled(start_, stroke_ / 2, colour_);
    list_->AddCircleFilled(last_, stroke_ / 2, colour_);
  }

  ImDrawList* list_;
  float x_, y_, scale_;
  Colour colour_;
  float stroke_;
  ImVec2 start_, last_;
  bool drawing_ = false;
};

void record_image(std::string_view name, const Rect& where) {
  Node node;
  node.id = next_id();
  node.role = Role::image;
  node.name = name;
  context().recorder.add(std::move(node), where);
}

}  // namespace

void draw_icon(Icon icon, float x, float y, float size, Colour colour, float stroke) {
  if (icon == Icon::none || !visible({x, y, size, size})) return;
  const float width = stroke > 0 ? stroke : std::clamp(usual_stroke * size / box, 1.5f, 3.f);
  Pencil(x, y, size, colour, width).follow(icon_path(icon));
}

void icon(Icon icon, float size, Token token, const char* name) {
  const Rect where = place(scaled(size), scaled(size));
  draw_icon(icon, where.x, where.y, where.w, colour(token));
  if (name) record_image(name, where);
}

void icon_tile(Icon icon, Token ground, Token token, float side) {
  const Rect where = place(scaled(side), scaled(side));
  fill(where, colour(ground), {.radius = scaled(14)});
  const float size = where.w / 2;
  draw_icon(icon, where.centre_x() - size / 2, where.centre_y() - size / 2, size, colour(token));
}

void draw_disc(int number, Point centre, float diameter, Colour colour_of_ring, Colour ground) {
  circle(centre, diameter / 2 - 1, ground);
  ring(centre, diameter / 2, colour_of_ring, 2);
  Face face{std::round(diameter * 0.58f), diameter, true};
  const std::string words = std::to_string(number);
  const Pen pen(face);
  float x = centre.x - measure(words, face) / 2;
  for (const char digit : words) {
    pen.draw(static_cast<char32_t>(digit), x,
             Pen::baseline(face, centre.y - diameter / 2) - diameter * 0.035f, colour_of_ring);
    x += pen.advance(static_cast<char32_t>(digit));
  }
}

void disc(int number, Token token, float diameter) {
  const Rect where = place(scaled(diameter), scaled(diameter));
  draw_disc(number, {where.centre_x(), where.centre_y()}, where.w, colour(token), colour(Token::paper));
}

}  // namespace mingbai::ui
