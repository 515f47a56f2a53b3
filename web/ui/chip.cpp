#include "web/ui/chip.h"

#include <algorithm>

#include "web/ui/context.h"
#include "web/ui/interact.h"
#include "web/ui/paint.h"
#include "web/ui/text_block.h"

namespace mingbai::ui {
namespace {

struct Look {
  Token ground, border, words;
  Icon icon;
};

Look look_of(Tone tone) {
  switch (tone) {
    case Tone::in_force:
      return {Token::pine_tint, Token::count, Token::pine, Icon::ring_check};
    case Tone::draft:
      return {Token::paper, Token::indigo, Token::indigo, Icon::speech};
    case Tone::assumed:
      return {Token::gamboge_tint, Token::count, Token::gamboge, Icon::wave};
    case Tone::repealed:
      return {Token::line, Token::count, Token::ink2, Icon::ring_cross};
    case Tone::good:
      return {Token::pine_tint, Token::count, Token::pine, Icon::check};
    case Tone::fault:
      return {Token::rouge_tint, Token::count, Token::rouge, Icon::cross};
    case Tone::waiting:
      return {Token::gamboge_tint, Token::count, Token::gamboge, Icon::clock};
    case Tone::neutral:
      return {Token::tint, Token::line, Token::ink2, Icon::none};
  }
  return {};
}

constexpr float chip_height = 28, chip_icon = 18, chip_space = 6, chip_left = 8, chip_right = 10;

struct ChipShape {
  Look look;
  TextBlock words;
  float width, height;
};

ChipShape shape_of(Tone tone, std::string_view words, Icon icon) {
  Look look = look_of(tone);
  if (icon != Icon::none) look.icon = icon;
  TextBlock block(words, Type::small_strong, look.words, 4000,
                  {.struck = tone == Tone::repealed, .one_line = true});
  const float icon_width =
      look.icon == Icon::none ? scaled(chip_right - chip_left) : scaled(chip_icon + chip_space);
  const float width = scaled(chip_left) + icon_width + block.width() + scaled(chip_right);
  return {look, std::move(block), width, scaled(chip_height)};
}

void paint_chip(const ChipShape& chip, float x, float y) {
  const Rect where{x, y, chip.width, chip.height};
  const Corners corners{.radius = scaled(8)};
  fill(where, colour(chip.look.ground), corners);
  if (chip.look.border != Token::count)
    stroke(where, colour(chip.look.border), chip.look.border == Token::line ? 1.f : 1.5f, corners);
  const float size = scaled(chip_icon);
  draw_icon(chip.look.icon, x + scaled(chip_left), where.centre_y() - size / 2, size, colour(chip.look.words),
            1.8f * text_scale());
  chip.words.paint(where.right() - scaled(chip_right) - chip.words.width(),
                   where.centre_y() - chip.words.height() / 2, chip.words.width());
}

}  // namespace

Tone tone(Standing standing) {
  switch (standing) {
    case Standing::in_force:
      return Tone::in_force;
    case Standing::draft:
      return Tone::draft;
    case Standing::assumed:
      return Tone::assumed;
    case Standing::repealed:
      return Tone::repealed;
    case Standing::none:
      break;
  }
  return Tone::neutral;
}

void status_chip(Tone tone, std::string_view words, Icon icon) {
  const ChipShape chip = shape_of(tone, words, icon);
  const Rect where = place(chip.width, chip.height);
  paint_chip(chip, where.x, where.y);
  Node node;
  node.id = next_id();
  node.name = words;
  context().recorder.add(std::move(node), where);
}

bool source_chip(const SourceChip& o) {
  constexpr float height = 36, padding = 12, tail = 4;
  const float inner_height = scaled(height), left = scaled(padding);
  const float room = flow().leaf_room();
  const std::string_view words = phone() && !o.short_words.empty() ? o.short_words : o.words;
  const bool has_status = o.standing != Standing::none;
  const ChipShape status = shape_of(tone(o.standing), words, Icon::none);
  std::vector<Span> spans = {{o.document, {.token = Token::ink}}};
  if (!o.clause.empty()) spans.push_back({" "}), spans.push_back({o.clause});

  const TextBlock line(spans, Type::label, Token::ink2, 4000, {.one_line = true});
  const float status_width = has_status ? scaled(10) + status.width + scaled(tail) : left;
  const bool one_line = left + line.width() + status_width <= room + 0.5f;
  const TextBlock block(spans, Type::label, Token::ink2, one_line ? 4000 : std::max(1.f, room - 2 * left),
                        {.full_width = true});
  const float width = one_line ? left + block.width() + status_width
                               : std::min(room, std::max(block.width() + 2 * left, status.width + 2 * left));
  const float tall =
      one_line ? inner_height
               : scaled(6) + block.height() + (has_status ? scaled(2) + status.height : 0) + scaled(6);
  const Rect where = place(width, tall);

  Node node;
  node.id = o.key.empty() ? id_of(std::string(o.document).append(o.clause)) : id_of(o.key);
  node.role = Role::link;
  node.name = std::string(o.document) + (o.clause.empty() ? "" : " " + std::string(o.clause)) +
              (words.empty() ? "" : " " + std::string(words));
  node.target = o.target;
  const NodeId id = node.id;
  const Touch touch = control(std::move(node), where, finger_sized(where), scaled(10));
  const Corners corners{.radius = scaled(10)};
  fill(where,
       blend(colour(Token::paper), colour(touch.held ? Token::pine_tint : Token::tint),
             hover_share(id, touch.hovered || touch.held)),
       corners);
  stroke(where, colour(Token::line), 1, corners);
  const float y = one_line ? where.centre_y() - block.height() / 2 : where.y + scaled(6);
  block.paint(where.x + left, y, block.width());
  for (const Rect& part : block.where(0, where.x + left, y, block.width()))
    fill({part.x, part.bottom() - scaled(2), part.w, 1}, colour(touch.hovered ? Token::pine : Token::ink3));
  if (!has_status) return touch.activated;
  if (one_line)
    paint_chip(status, where.right() - status.width - scaled(tail), where.centre_y() - status.height / 2);
  else
    paint_chip(status, where.x + left, where.bottom() - scaled(6) - status.height);
  return touch.activated;
}

}  // namespace mingbai::ui
