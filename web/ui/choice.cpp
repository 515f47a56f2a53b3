// Choices in one box or in a row: select, segmented, pills. The list with details is in radio.cpp.
#include "web/ui/choice.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>
#include <vector>

#include "web/ui/context.h"
#include "web/ui/field_frame.h"
#include "web/ui/paint.h"
#include "web/ui/radio.h"
#include "web/ui/text_block.h"

namespace mingbai::ui {
namespace {

FieldFrame frame_of(std::string_view label, const ChoiceOptions& o) {
  FieldFrame frame{.label = label, .label_hidden = o.label_hidden, .width = o.width};
  frame.below = !o.error.empty() ? o.error : !o.disabled_reason.empty() ? o.disabled_reason : o.hint;
  frame.fault = !o.error.empty();
  return frame;
}

void describe(Node& node, const ChoiceOptions& o) {
  node.error = o.error;
  node.description = !o.disabled_reason.empty() ? o.disabled_reason : o.hint;
  if (!o.error.empty()) node.state |= NodeState::invalid;
  if (!o.disabled_reason.empty()) node.state |= NodeState::disabled;
  if (o.required) node.state |= NodeState::required;
}

std::string_view label_of(std::string_view value, std::span<const Choice> choices) {
  for (const Choice& choice : choices)
    if (choice.value == value) return choice.label;
  return {};
}

constexpr float inner_padding = 3, check_size = 18, check_space = 6;

float chosen_width(const Choice& choice) {
  const TextBlock words(choice.label, Type::label_strong, Token::on_pine, 4000, {.one_line = true});
  return words.width() + scaled(check_size + check_space + 2 * 12);
}

// All alike where there is room, so that nothing moves when another is chosen. Otherwise the chosen piece is as wide as
// its words need and the others share the rest. Empty: they do not fit.
std::vector<float> piece_widths(std::span<const Choice> choices, std::string_view value, float room) {
  const float inner = room - 2 * inner_padding, alike = inner / static_cast<float>(choices.size());
  if (std::ranges::all_of(choices, [&](const Choice& choice) { return chosen_width(choice) <= alike; }))
    return std::vector<float>(choices.size(), alike);
  std::vector<float> least;
  float chosen = 0, others = 0;
  std::size_t count = 0;
  for (const Choice& choice : choices) {
    const bool is_chosen = choice.value == value;
    const TextBlock words(choice.label, Type::label, Token::ink, 4000, {.one_line = true});
    least.push_back(is_chosen ? chosen_width(choice) : words.width() + 2 * scaled(4));
    (is_chosen ? chosen : others) += least.back();
    count += !is_chosen;
  }
  if (chosen + others > inner) return {};
  const float share = count ? (inner - chosen) / static_cast<float>(count) : 0;
  const bool even = std::ranges::all_of(least, [&](float w) { return w <= share || w == chosen; });
  const float stretch = others > 0 ? (inner - chosen - others) / static_cast<float>(count) : 0;
  for (std::size_t i = 0; i < choices.size(); ++i)
    if (choices[i].value != value) least[i] = even ? share : least[i] + stretch;
  if (count == choices.size() || count == 0)
    std::ranges::fill(least, inner / static_cast<float>(choices.size()));
  return least;
}

void paint_piece(const Choice& choice, const Rect& piece, bool chosen, bool disabled, const Touch& touch,
                 float share) {
  const Corners corners{.radius = field_corner() - inner_padding};
  if (chosen)
    fill(piece, colour(disabled ? Token::line : touch.hovered ? Token::pine_hover : Token::pine), corners);
  else
    fill(piece, touch.held ? colour(Token::pine_tint) : faded(colour(Token::tint), share), corners);
  const Token token = disabled ? Token::ink2 : chosen ? Token::on_pine : Token::ink2;
  const float mark = chosen ? scaled(check_size + check_space) : 0;
  const TextBlock words(choice.label, chosen ? Type::label_strong : Type::label, token,
                        std::max(1.f, piece.w - mark), {.one_line = true});
  float x = piece.centre_x() - (words.width() + mark) / 2;
  if (chosen)
    draw_icon(Icon::check, x, piece.centre_y() - scaled(check_size) / 2, scaled(check_size), colour(token));
  words.paint(x + mark, piece.centre_y() - words.height() / 2, words.width());
}

// The list of the picture before where it is still the same.
const OptionList& offered(NodeId id, std::span<const Choice> choices, const std::string_view* placeholder) {
  static std::unordered_map<NodeId, OptionList> before;
  OptionList& kept = before[id];
  const Option* at = kept.begin();
  const auto same = [&](std::string_view value, std::string_view label) {
    if (at == kept.end() || at->value != value || at->label != label) return false;
    return ++at, true;
  };
  bool all = !placeholder || same("", *placeholder);
  for (auto choice = choices.begin(); all && choice != choices.end(); ++choice) all = same(choice->value, choice->label);
  if (all && at == kept.end()) return kept;
  std::vector<Option> fresh;
  if (placeholder) fresh.push_back({"", std::string(*placeholder)});
  for (const Choice& choice : choices) fresh.push_back({std::string(choice.value), std::string(choice.label)});
  return kept = OptionList(std::move(fresh));
}

}  // namespace

bool select(std::string_view label, std::string& value, std::span<const Choice> choices,
            const ChoiceOptions& o) {
  Context& c = context();
  const NodeId id = id_of(label, o.key);
  bool changed = false;
  if (auto picked = c.actions.take(id, ActionKind::input); picked && *picked != value)
    value = *picked, changed = true;

  const FieldFrame frame = frame_of(label, o);
  const FieldPlace at = place_field(frame);
  Node node;
  node.id = id;
  node.role = Role::select;
  node.name = label;
  node.value = value;
  node.text_size = face(Type::body).size;
  describe(node, o);
  node.options = offered(id, choices, label_of(value, choices).empty() ? &o.placeholder : nullptr);
  const Touch touch = control(std::move(node), at.box, field_corner());

  const bool disabled = !o.disabled_reason.empty();
  paint_field_box(at.box,
                  {.fault = frame.fault, .disabled = disabled, .hovered = touch.hovered, .held = touch.held});
  const float size = scaled(20), padding = field_padding();
  const std::string_view chosen = label_of(value, choices);
  const Token ink = chosen.empty() || disabled ? Token::ink3 : Token::ink;
  const float room = std::max(1.f, at.box.w - 2 * padding - size);
  const std::string_view shown = chosen.empty() ? o.placeholder : chosen;
  const TextBlock two_lines(shown, Type::small, ink, room, {.full_width = true});
  const TextBlock one_line = fitting(shown, Type::body, Type::label, ink, room);
  const bool whole = one_line.words() == shown || two_lines.line_count() > 2;
  const TextBlock& words = whole ? one_line : two_lines;
  words.paint(at.box.x + padding, at.box.centre_y() - words.height() / 2, words.width());
  draw_icon(frame.fault ? Icon::warning : Icon::chevron_down, at.box.right() - padding - size,
            at.box.centre_y() - size / 2, size, colour(frame.fault ? Token::rouge : Token::ink2));
  paint_field_message(frame, at);
  return changed;
}

bool segmented(std::string_view label, std::string& value, std::span<const Choice> choices,
               const ChoiceOptions& o) {
  const float room = o.width > 0 ? std::min(o.width, flow().remaining_width()) : flow().remaining_width();
  std::vector<float> widths = piece_widths(choices, value, room);
  for (const Choice& choice : choices)  // it must not turn into a list when another piece is chosen
    if (piece_widths(choices, choice.value, room).empty()) widths.clear();
  if (widths.empty()) return select(label, value, choices, o);

  const FieldFrame frame = frame_of(label, o);
  const FieldPlace at = place_field(frame);
  const bool disabled = !o.disabled_reason.empty();
  paint_field_box(at.box, {.fault = frame.fault, .disabled = disabled});
  RadioGroup group(label, at.box, o.key);
  describe(group.node(), o);
  float x = at.box.x + inner_padding;
  for (std::size_t i = 0; i < choices.size(); ++i) {
    const Rect piece{x, at.box.y + inner_padding, widths[i], at.box.h - 2 * inner_padding};
    x += widths[i];
    const Touch touch = group.radio(choices[i].value, choices[i].label, value, piece,
                                    field_corner() - inner_padding, disabled);
    paint_piece(choices[i], piece, choices[i].value == value, disabled, touch, group.hover(touch));
  }
  paint_field_message(frame, at);
  return group.changed();
}

bool pills(std::string_view label, std::string& value, std::span<const Choice> choices,
           const ChoiceOptions& o) {
  const float height = scaled(44), padding = scaled(14), size = scaled(18), space = scaled(6);
  const NodeId scope = id_of(label, o.key);
  push_id(scope);
  bool changed = false;
  {
    Row row({.gap = 8, .key = "pills"});
    RadioGroup group(label, {flow().x(), flow().top(), flow().width(), height}, "group");
    for (const Choice& choice : choices) {
      const bool chosen = choice.value == value;
      const Icon mark = choice.icon != Icon::none ? choice.icon : chosen ? Icon::check : Icon::none;
      std::vector<Span> spans = {{choice.label}};
      if (!choice.detail.empty()) spans.push_back({" "}), spans.push_back({choice.detail});
      const TextBlock words(spans, chosen ? Type::label_strong : Type::label,
                            chosen ? Token::pine : Token::ink2, 4000, {.one_line = true});
      const float lead = mark == Icon::none ? 0 : size + space;
      const Rect where = place(words.width() + lead + 2 * padding, height);
      const Touch touch =
          group.radio(choice.value, choice.label, value, where, height / 2, !o.disabled_reason.empty());
      const Corners round{.radius = height / 2};
      fill(where,
           chosen ? colour(Token::pine_tint)
                  : blend(colour(Token::paper), colour(Token::tint), group.hover(touch)),
           round);
      stroke(where, colour(chosen ? Token::pine : Token::line), 1, round);
      draw_icon(mark, where.x + padding, where.centre_y() - size / 2, size,
                colour(chosen ? Token::pine : Token::ink2));
      words.paint(where.x + padding + lead, where.centre_y() - words.height() / 2, words.width());
    }
    changed = group.changed();
  }
  pop_id();
  return changed;
}

}  // namespace mingbai::ui
