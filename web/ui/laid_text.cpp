#include "web/ui/laid_text.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>

#include "web/ui/context.h"
#include "web/ui/fonts.h"
#include "web/ui/utf8.h"

namespace mingbai::ui {
namespace {

constexpr char32_t ellipsis = U'…';

struct KeyHash : std::hash<std::string_view> {
  using is_transparent = void;
};
using Kept = std::unordered_map<std::string, std::shared_ptr<LaidText>, KeyHash, std::equal_to<>>;

Kept& kept() {
  static Kept texts;
  return texts;
}

TextLook look_of_span(const Span& span, Type type, Token token, const TextOptions& options) {
  TextLook look{face(span.style.type == Type::count ? type : span.style.type),
                span.style.token == Token::count ? token : span.style.token, span.style.struck || options.struck,
                !span.style.link.empty()};
  look.face.bold = look.face.bold || span.style.strong;
  return look;
}

class Key {
 public:
  explicit Key(std::string& text) : text_(text) { text_.clear(); }
  template <class Plain>
  void add(const Plain& value) {
    text_.append(reinterpret_cast<const char*>(&value), sizeof value);
  }
  void add_words(std::string_view words) { add(words.size()), text_.append(words); }

 private:
  std::string& text_;
};

std::string_view key_of(std::span<const Span> spans, const std::vector<TextLook>& looks, float width, bool one_line) {
  static std::string text;
  Key key(text);
  key.add(width), key.add(one_line), key.add(context().density), key.add(fonts_generation());
  for (std::size_t i = 0; i < looks.size(); ++i) {
    const TextLook& look = looks[i];
    key.add(look.face.size), key.add(look.face.line), key.add(look.face.bold);
    key.add(look.token), key.add(look.struck), key.add(look.link);
    if (i < spans.size()) key.add_words(spans[i].words);
  }
  return text;
}

void shape(std::span<const Span> spans, LaidText& laid) {
  for (std::size_t i = 0; i < spans.size(); ++i) {
    const Pen pen(laid.looks[i].face);
    const std::string_view words = spans[i].words;
    laid.characters.reserve(laid.characters.size() + words.size());
    laid.look_of.reserve(laid.characters.capacity());
    for (std::size_t at = 0; at < words.size();) {
      const char32_t code = next_character(words, at);
      laid.characters.push_back({code, code == U'\n' ? 0 : pen.advance(code)});
      laid.look_of.push_back(static_cast<std::uint16_t>(i));
    }
  }
}

void shorten(LaidText& laid, float width) {
  const Character dots{ellipsis, Pen(laid.looks.back().face).advance(ellipsis)};
  auto& characters = laid.characters;
  while (!characters.empty() && laid.lines[0].width + dots.advance > width) {
    laid.lines[0].width -= characters.back().advance;
    characters.pop_back();
  }
  characters.push_back(dots);
  laid.look_of.resize(characters.size(), static_cast<std::uint16_t>(laid.looks.size() - 1));
  laid.lines[0] = {0, characters.size(), laid.lines[0].width + dots.advance};
}

void break_into_lines(LaidText& laid, float width, bool one_line) {
  if (one_line) {
    laid.lines.push_back({0, laid.characters.size(), 0});
    for (const Character& c : laid.characters) laid.lines[0].width += c.advance;
    if (laid.lines[0].width > width + 0.5f) shorten(laid, width);
  } else {
    break_lines(laid.characters, width, LastLine::no_single_character, laid.lines);
  }
  for (const Line& line : laid.lines) {
    laid.width = std::max(laid.width, line.width);
    laid.heights.push_back(laid.tallest(line).line);
    laid.height += laid.heights.back();
  }
}

}  // namespace

Face LaidText::tallest(const Line& line) const {
  Face best = looks[line.begin < look_of.size() ? look_of[line.begin] : 0].face;
  for (std::size_t i = line.begin; i < line.end; ++i) {
    const Face& one = looks[look_of[i]].face;
    if (one.line > best.line) best = one;
  }
  return best;
}

std::shared_ptr<const LaidText> laid_text(std::span<const Span> spans, Type type, Token token, float width,
                                          const TextOptions& options) {
  static std::vector<TextLook> looks;
  looks.clear();
  for (const Span& span : spans) looks.push_back(look_of_span(span, type, token, options));
  if (looks.empty()) looks.push_back({face(type), token, false, false});
  const std::string_view key = key_of(spans, looks, width, options.one_line);
  auto found = kept().find(key);
  if (found == kept().end()) {
    found = kept().emplace(key, std::make_shared<LaidText>()).first;
    LaidText& laid = *found->second;
    laid.looks = looks;
    shape(spans, laid);
    break_into_lines(laid, width, options.one_line);
  }
  found->second->last_used = context().frame;
  return found->second;
}

void forget_laid_text(int unused_since) {
  std::erase_if(kept(), [&](const auto& one) { return one.second->last_used < unused_since; });
}

}  // namespace mingbai::ui
