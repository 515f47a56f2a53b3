// Words. Text wraps by the rules of Chinese typesetting (no 、。） at the start of a line, no （〔 at its
// end; dates, amounts and document numbers stay whole) and is at most 38 Han characters wide.
//
//   heading(1, "还不能办。差 3 样，跑一趟就能补齐。", Type::title);
//   text("陈*国·高血压", Type::body, Token::ink2);
//   rich({{"总费用 "}, {"50,000.00", {.strong = true}}, {" − 基金付 "}, {"29,750.00", fund_words}});
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "web/ui/colour.h"
#include "web/ui/layout.h"
#include "web/ui/type.h"

namespace mingbai::ui {

struct TextOptions {
  Align align = Align::start;
  bool full_width = false;  // do not stop at 38 characters
  bool struck = false;      // struck through: repealed
  bool one_line = false;    // never wrap; clip with … instead
  bool silent = false;      // painted only: the words are already in another node
};

void text(std::string_view words, Type type = Type::body, Token token = Token::ink,
          const TextOptions& options = {});
void heading(int level, std::string_view words, Type type = Type::section, const TextOptions& options = {});
inline void caption(std::string_view words, Token token = Token::ink2) { text(words, Type::label, token); }
inline void hint(std::string_view words) { text(words, Type::small, Token::ink3); }

struct SpanStyle {
  bool strong = false;
  Token token = Token::count;  // count: as the surrounding text
  Type type = Type::count;     // count: as the surrounding text
  std::string_view link = {};  // key of a link; "#/…" also is its address
  bool struck = false;
};
struct Span {
  std::string_view words;
  SpanStyle style = {};
};

// Several pieces in one flow of lines, on one baseline. Returns the index of the link that was activated, or
// -1.
int rich(std::span<const Span> spans, Type type = Type::body, Token token = Token::ink,
         const TextOptions& options = {});
inline int rich(std::initializer_list<Span> spans, Type type = Type::body, Token token = Token::ink,
                const TextOptions& options = {}) {
  return rich(std::span<const Span>(spans.begin(), spans.size()), type, token, options);
}

// **bold** pieces of one string as spans; the views point into `words`.
std::vector<Span> marked(std::string_view words);

// An amount as a large figure: ¥ at 0.62 of the size.  figure("20,250.00", Type::answer, Token::ochre)
// With the words above it (painted, silent) as `heading` both are the heading of the screen.
void figure(std::string_view amount, Type type = Type::answer, Token token = Token::ink,
            std::string_view unit = "¥", std::string_view heading = {});

// 现在 ········ 禄丰康宁医院: a label column and its value (spans), the label `label_width` wide; where less than nine
// characters would be left for the value the label stands above it.
void fact(std::string_view label, std::span<const Span> value, float label_width = 76);
void fact(std::string_view label, std::string_view value, float label_width = 76);

// Words of a source with a bar at the left.
void quote(std::string_view words, Token bar = Token::pine);

// 我要备案 › 能不能办 › 替父亲查: the small line above a heading. Returns the index activated, or -1.
struct Crumb {
  std::string_view words;
  std::string_view target;
};
int breadcrumbs(std::span<const Crumb> crumbs);

}  // namespace mingbai::ui
