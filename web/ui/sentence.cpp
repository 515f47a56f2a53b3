#include "web/ui/sentence.h"

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

constexpr float blank_height = 44, blank_padding = 12, lines_apart = 8, space = 6;
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
  bool first = true;
  const auto put = [&] {
    if (piece.empty()) return;
    const TextBlock block(piece, Type::body, Token::ink, 4000, {.one_line = true});
    // Punctuation after a blank stays with it and may hang over the edge.
    std::size_t start = 0;
    const bool hangs = first && clinging.find(next_character(piece, start)) != clinging.npos;
    const Rect where = flow().place({.width = hangs ? 0 : block.width(), .height = height});
    flow().take(where, block.width(), height);
    block.paint(where.x, where.centre_y() - block.height() / 2, block.width());
    piece.clear();
    first = false;
  };
  for (std::size_t at = 0; at < words.size();) {
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
  context().recorder.add(std::move(node), {flow().x(), flow().next_y(), 1, height});
}

bool Sentence::blank(std::string_view name, std::string_view value, std::string_view key) {
  const float height = scaled(blank_height), padding = scaled(blank_padding);
  const TextBlock block(value, Type::strong, Token::pine, flow().width() - 2 * padding, {.one_line = true});
  const Rect outer = place(block.width() + 2 * padding + 2 * space, height);
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
