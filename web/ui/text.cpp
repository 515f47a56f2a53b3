#include "web/ui/text.h"

#include <algorithm>
#include <cmath>

#include "web/ui/context.h"
#include "web/ui/fonts.h"
#include "web/ui/interact.h"
#include "web/ui/paint.h"
#include "web/ui/text_block.h"
#include "web/ui/utf8.h"

namespace mingbai::ui {
namespace {

constexpr float longest_line_em = 38;

float line_limit(Type type, const TextOptions& o) {
  const float room = flow().leaf_room();
  return o.full_width ? room : std::min(room, longest_line_em * face(type).size);
}

// Takes the place of a block and paints it there.
Rect set_down(const TextBlock& block, const TextOptions& o) {
  const bool aligned = o.align != Align::start && !flow().is_row();
  const Rect where = aligned ? place_wide(block.height()) : place(block.width(), block.height());
  block.paint(where.x, where.y, where.w);
  return where;
}

void record(Role role, std::uint8_t level, std::string words, const Rect& where) {
  if (words.empty()) return;
  Node node;
  node.id = next_id();
  node.role = role;
  node.level = level;
  node.name = std::move(words);
  context().recorder.add(std::move(node), where);
}

}  // namespace

void text(std::string_view words, Type type, Token token, const TextOptions& o) {
  const TextBlock block(words, type, token, line_limit(type, o), o);
  const Rect where = set_down(block, o);
  if (!o.silent) record(Role::text, 0, std::string(words), where);
}

void heading(int level, std::string_view words, Type type, const TextOptions& o) {
  const Span whole[] = {{words}};
  const TextBlock block(whole, type, Token::ink, flow().leaf_room(), o);
  const Rect where = set_down(block, o);
  record(Role::heading, static_cast<std::uint8_t>(level), block.words(), where);
}

int rich(std::span<const Span> spans, Type type, Token token, const TextOptions& o) {
  std::vector<Span> coloured(spans.begin(), spans.end());
  for (Span& span : coloured)
    if (!span.style.link.empty() && span.style.token == Token::count)
      span.style.token = Token::pine, span.style.strong = true;
  const TextBlock block(coloured, type, token, line_limit(type, o), o);
  const Rect where = set_down(block, o);
  if (!o.silent) record(Role::text, 0, block.words(), where);
  int activated = -1;
  for (std::size_t i = 0; i < coloured.size(); ++i) {
    const Span& span = coloured[i];
    if (span.style.link.empty()) continue;
    for (const Rect& part : block.where(i, where.x, where.y, where.w)) {
      Node node;
      node.id = id_of(span.style.link);
      node.role = Role::link;
      node.name = span.words;
      if (span.style.link.starts_with('#')) node.target = span.style.link;
      const Touch touch = control(std::move(node), part, 4);
      if (touch.hovered) fill({part.x, part.bottom() - 4, part.w, 1.5f}, colour(span.style.token));
      if (touch.activated) activated = static_cast<int>(i);
      break;  // a link over two lines is one target, on its first line
    }
  }
  return activated;
}

std::vector<Span> marked(std::string_view words) {
  std::vector<Span> spans;
  bool strong = false;
  while (true) {
    const std::size_t mark = words.find("**");
    if (mark != 0) spans.push_back({words.substr(0, mark), {.strong = strong}});
    if (mark == words.npos) return spans;
    words.remove_prefix(mark + 2);
    strong = !strong;
  }
}

void figure(std::string_view amount, Type type, Token token, std::string_view unit, std::string_view heading) {
  Face whole = face(type), small = whole;
  small.size = std::round(whole.size * 0.62f);
  const Pen big(whole), little(small);
  const float unit_width = measure(unit, small), gap_after = unit.empty() ? 0 : whole.size * 0.06f;
  const float width = unit_width + gap_after + measure(amount, whole);
  const Rect where = place(width, whole.line);
  const float baseline = Pen::baseline(whole, where.y);
  float x = where.x;
  const auto draw = [&](const Pen& pen, std::string_view words) {
    for (std::size_t at = 0; at < words.size();) {
      const char32_t code = next_character(words, at);
      pen.draw(code, x, baseline, colour(token));
      x += pen.advance(code);
    }
  };
  draw(little, unit);
  x += gap_after;
  draw(big, amount);
  const std::string words = std::string(unit) + std::string(amount);
  if (heading.empty()) return record(Role::text, 0, words, where);
  record(Role::heading, 1, std::string(heading) + " " + words, where);
}

}  // namespace mingbai::ui
