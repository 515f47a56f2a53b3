// Composed words: facts, quotes, the small line above a heading.
#include "web/ui/button.h"
#include "web/ui/context.h"
#include "web/ui/fonts.h"
#include "web/ui/icons.h"
#include "web/ui/paint.h"
#include "web/ui/scope.h"
#include "web/ui/text.h"
#include "web/ui/words.h"

namespace mingbai::ui {

namespace {

constexpr float narrowest_value_em = 9, fact_gap = 8;

// The value is said after its label.
void fact_value(std::string_view label, std::span<const Span> value) {
  Recorder& recorder = context().recorder;
  const std::size_t from = recorder.nodes().size();
  rich(value, Type::body, Token::ink);
  recorder.put_before(from, labelled(label));
}

}  // namespace

void fact(std::string_view label, std::span<const Span> value, float label_width) {
  const float rest = available_width() - scaled(label_width) - scaled(fact_gap);
  if (rest < narrowest_value_em * face(Type::body).size) {
    const Stack stack({.gap = 2});
    text(label, Type::label, Token::ink2, {.silent = true});
    return fact_value(label, value);
  }
  Columns columns({.tracks = {fixed(scaled(label_width)), fill()}, .gap = scaled(fact_gap)});
  columns.next();
  gap(Pen::baseline(face(Type::body), 0) - Pen::baseline(face(Type::label), 0));
  text(label, Type::label, Token::ink2, {.silent = true});
  columns.next();
  fact_value(label, value);
}

void fact(std::string_view label, std::string_view value, float label_width) {
  const Span whole[] = {{value}};
  fact(label, whole, label_width);
}

void quote(std::string_view words, Token bar) {
  const NodeId id = next_id();
  const Rect where = open_scope(id, {.left = 29, .top = 4, .bottom = 4}, {});
  fill({where.x, where.y, 5, where.h}, colour(bar));
  push_id(id);
  rich(marked(words), Type::quote);
  pop_id();
  close_scope();
}

int breadcrumbs(std::span<const Crumb> crumbs) {
  int activated = -1;
  Row row({.gap = 8});
  for (std::size_t i = 0; i < crumbs.size(); ++i) {
    if (i > 0) icon(Icon::chevron_right, 16, Token::ink2);
    if (crumbs[i].target.empty()) {
      caption(crumbs[i].words);
    } else if (link(crumbs[i].words, crumbs[i].target, Token::ink2)) {
      activated = static_cast<int>(i);
    }
  }
  return activated;
}

}  // namespace mingbai::ui
