#include "web/ui/sentence.h"

#include <algorithm>
#include <vector>

#include "web/ui/context.h"
#include "web/ui/interact.h"
#include "web/ui/line_break.h"
#include "web/ui/paint.h"
#include "web/ui/scope.h"
#include "web/ui/text_block.h"
#include "web/ui/utf8.h"

namespace mingbai::ui {
namespace {

constexpr float blank_height = 44, blank_padding = 12, blank_padding_least = 2, lines_apart = 8, space = 6;
constexpr std::u32string_view clinging = U"，。、；：元";

}  // namespace

Sentence::Sentence(std::string_view name) {
  const NodeId id = id_of(name);
  Node node;
  node.id = id;
  node.role = Role::group;
  node.name = name;
  context().recorder.open(std::move(node), {flow().x(), flow().next_y(), flow().width(), 1});
  open_scope(id, {}, {.kind = Flow::Kind::row, .gap = 0, .line_gap = scaled(lines_apart), .wrap = true});
  push_id(id);
}

Sentence::~Sentence() {
  pop_id();
  const Rect where = close_scope();
  context().recorder.close(where.h);
}

// Word by word, so that a sentence wraps like text; punctuation stays with what it follows.
void Sentence::words(std::string_view words) {
  const float height = scaled(blank_height);
  std::string piece;
  Rect begins{};  // where the words are read
  const auto put = [&](bool clings = false) {
    const TextBlock block(piece, Type::body, Token::ink, 4000, {.one_line = true});
    const float width = piece.empty() ? 0 : block.width();
    if (clings && remember(clung_to_).store(width, 0)) context().unsettled = true;
    if (piece.empty()) return;
    const Rect where = flow().place({.width = clings ? 0 : width, .height = height});  // the blank has left the room
    flow().take(where, width, height);
    if (begins.w == 0) begins = {where.x, where.y, width, height};
    block.paint(where.x, where.centre_y() - block.height() / 2, width);
    piece.clear();
  };
  std::size_t begin = 0;
  for (std::size_t next = 0; begin < words.size() && clinging.find(next_character(words, next)) != clinging.npos;) begin = next;
  piece = words.substr(0, begin);
  if (clung_to_ != 0) put(true);
  clung_to_ = 0;
  for (std::size_t at = begin; at < words.size();) {
    const std::size_t from = at;
    const char32_t code = next_character(words, at);
    std::size_t peek = at;
    piece += words.substr(from, at - from);
    const bool holds_next = at < words.size() && clinging.find(next_character(words, peek)) != clinging.npos;
    if (is_han(code) && !holds_next)
      put();
    else if (!is_han(code) && clinging.find(code) != clinging.npos)
      put();
  }
  put();
  Node node;
  node.id = next_id();
  node.name = words;
  context().recorder.add(std::move(node), begins);
}

bool Sentence::blank(std::string_view name, std::string_view value, std::string_view key) {
  const float height = scaled(blank_height);
  clung_to_ = id_of(name, key) ^ 0x636cu;
  const float clings = remember(clung_to_).width, room = flow().width() - 2 * space - clings;
  // What would be cut stands closer to the edge instead.
  const float whole = TextBlock(value, Type::strong, Token::pine, 4000, {.one_line = true}).width();
  const float padding = std::clamp((room - whole) / 2, scaled(blank_padding_least), scaled(blank_padding));
  const float around = 2 * padding + 2 * space;
  const TextBlock block(value, Type::strong, Token::pine, room - 2 * padding, {.one_line = true});
  Rect outer = flow().place({.width = block.width() + around + clings, .height = height});
  outer.w -= clings;
  flow().take(outer, outer.w, height);
  const Rect where = outer.inset(space, 0);
  Node node;
  node.id = id_of(name, key);
  node.role = Role::button;
  node.name = std::string(name) + " " + std::string(value);
  const NodeId id = node.id;
  const Touch touch = control(std::move(node), where, scaled(12));
  fill(where,
       blend(colour(Token::pine_tint), colour(Token::pine_mid),
             touch.held ? 1 : hover_share(id, touch.hovered) * 0.4f),
       {.radius = scaled(12)});
  fill({where.x + 4, where.bottom() - 2, where.w - 8, 2}, colour(Token::pine), {.radius = 1});
  block.paint(where.x + padding, where.centre_y() - block.height() / 2, block.width());
  return touch.activated;
}

}  // namespace mingbai::ui
