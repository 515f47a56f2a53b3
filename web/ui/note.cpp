#include "web/ui/note.h"

#include <algorithm>

#include "web/ui/context.h"
#include "web/ui/interact.h"
#include "web/ui/paint.h"
#include "web/ui/scope.h"
#include "web/ui/sheet.h"
#include "web/ui/text_block.h"

namespace mingbai::ui {
namespace {

struct Look {
  Surface surface;
  Token icon;
  Icon usual;
};

Look look_of(NoteTone tone) {
  switch (tone) {
    case NoteTone::assumption:
      return {Surface::gamboge, Token::gamboge, Icon::wave};
    case NoteTone::fault:
      return {Surface::rouge, Token::rouge, Icon::warning};
    case NoteTone::good:
      return {Surface::pine, Token::pine, Icon::ring_check};
    case NoteTone::information:
      return {Surface::tint, Token::ink2, Icon::info};
  }
  return {};
}

// Icon at the left, `contents` at its right.
template <typename Contents>
void with_icon(const Look& look, Icon icon, const Contents& contents) {
  const Inset inset(look.surface, scaled(16));
  Columns columns({.tracks = {fixed(scaled(24)), fill()}, .gap = scaled(12)});
  columns.next();
  mingbai::ui::icon(icon == Icon::none ? look.usual : icon, 24, look.icon);
  columns.next();
  contents();
}

}  // namespace

int note(NoteTone tone, std::span<const Span> spans, Icon icon) {
  int activated = -1;
  with_icon(look_of(tone), icon,
            [&] { activated = rich(spans, Type::label, Token::ink, {.full_width = true}); });
  return activated;
}

int note(NoteTone tone, std::string_view words, Icon icon) { return note(tone, marked(words), icon); }

bool note_with_action(NoteTone tone, std::string_view words, std::string_view action, Icon icon) {
  bool pressed = false;
  const auto spans = marked(words);
  const auto act = [&] { pressed = button(action, {.small = true}); };
  with_icon(look_of(tone), icon, [&] {
    if (phone()) {
      rich(spans, Type::label, Token::ink, {.full_width = true});
      gap(12);
      act();
      return;
    }
    Columns columns({.tracks = {fill(), hug()}, .gap = 16, .align = Align::centre});
    columns.next();
    rich(spans, Type::label, Token::ink, {.full_width = true});
    columns.next();
    act();
  });
  return pressed;
}

bool empty_state(const Empty& empty) {
  bool pressed = false;
  Stack stack({.inset_top = 16, .inset_bottom = 16, .align = Align::centre});
  icon(empty.icon, 40, Token::pine);
  gap(8);
  text(empty.title, Type::amount, Token::ink, {.align = Align::centre});
  if (!empty.sentence.empty())
    text(empty.sentence, Type::body, Token::ink2, {.align = Align::centre, .full_width = true});
  if (!empty.action.empty()) {
    gap(16);
    pressed = button(empty.action, {.kind = ButtonKind::secondary});
  }
  return pressed;
}

void progress(std::string_view words, std::string_view right, double fraction, std::string_view key) {
  const float room = flow().remaining_width(), height = scaled(14), distance = 6;
  const TextBlock done(words, Type::label_strong, Token::ink, room);
  const TextBlock left(right, Type::label, Token::ink2, room);
  const bool beside = done.width() + left.width() + 16 <= room;
  const float head = beside ? std::max(done.height(), left.height()) : done.height() + left.height();
  const Rect where = place_wide(head + distance + height);
  done.paint(where.x, where.y, where.w);
  if (beside)
    left.paint(where.right() - left.width(), where.y, left.width());
  else
    left.paint(where.x, where.y + done.height(), where.w);
  const Rect track{where.x, where.bottom() - height, where.w, height};
  const Corners round{.radius = height / 2};
  const float share = static_cast<float>(std::clamp(fraction, 0.0, 1.0));
  fill(track, colour(Token::pine_tint), round);
  if (share > 0)
    fill({track.x, track.y, std::max(height, track.w * share), height}, colour(Token::pine), round);
  Node node;
  node.id = id_of(words, key.empty() ? "progress" : key);
  node.role = Role::progress;
  node.name = words;
  node.description = right;
  node.value = std::to_string(static_cast<int>(share * 100 + 0.5f));
  context().recorder.add(std::move(node), where);
}

}  // namespace mingbai::ui
