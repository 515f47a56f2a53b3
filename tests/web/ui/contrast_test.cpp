// Whatever words may stand on can be read: every token that is words over every token that is ground, in each look.
//
// A token that no family here names does not compile: `family_of` knows them all.

#include <algorithm>
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <string>
#include <vector>

#include "web/ui/colour_values.h"

using namespace mingbai::ui;

namespace {

enum class Family {
  ground,         // words of every colour stand on it
  spent_ground,   // what is disabled or repealed: ink and ink2 alone
  words,          // on every ground; also borders and icons
  pine_ground,    // a primary button: on_pine alone
  on_pine,
  deep_ground,    // the dark block
  on_deep,
  border,         // of controls
  drawing,        // pieces of bars and charts, on sheets and page
  decoration,     // says nothing that words beside it do not say
};

Family family_of(Token token) {
  switch (token) {
    case Token::mist: case Token::paper: case Token::tint: case Token::pine_tint: case Token::ochre_tint:
    case Token::gamboge_tint: case Token::rouge_tint: case Token::indigo_tint:
      return Family::ground;
    case Token::line:
      return Family::spent_ground;
    case Token::ink: case Token::ink2: case Token::ink3: case Token::pine: case Token::ochre: case Token::gamboge:
    case Token::rouge: case Token::indigo:
      return Family::words;
    case Token::pine_hover: case Token::pine_press:
      return Family::pine_ground;
    case Token::on_pine:
      return Family::on_pine;
    case Token::deep:
      return Family::deep_ground;
    case Token::on_deep: case Token::on_deep2: case Token::deep_own_text: case Token::deep_fund_text:
      return Family::on_deep;
    case Token::edge: case Token::gamboge_line:
      return Family::border;
    case Token::fund: case Token::own: case Token::plum: case Token::slate: case Token::chart_pine:
    case Token::chart_ochre: case Token::chart_indigo: case Token::chart_gamboge:
      return Family::drawing;
    case Token::pine_mid: case Token::hatch: case Token::deep_own: case Token::deep_fund: case Token::deep_rest:
    case Token::scrim: case Token::shadow: case Token::count:
      return Family::decoration;
  }
  throw "a token without a family";
}

std::vector<Token> all(Family family) {
  std::vector<Token> found;
  for (int i = 0; i < static_cast<int>(Token::count); ++i)
    if (family_of(static_cast<Token>(i)) == family) found.push_back(static_cast<Token>(i));
  return found;
}

double luminance(Colour colour) {
  double sum = 0;
  const std::array<double, 3> share = {0.2126, 0.7152, 0.0722};
  for (std::size_t i = 0; i < 3; ++i) {
    const double part = static_cast<double>(colour >> (8 * i) & 255) / 255;
    sum += share[i] * (part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4));
  }
  return sum;
}

double contrast(Token one, Token other, const Look& look) {
  const auto [dark, light] = std::minmax({luminance(value_of(one, look)), luminance(value_of(other, look))});
  return (light + 0.05) / (dark + 0.05);
}

const std::array<Look, 4> looks = {{{Mode::light}, {Mode::dark}, {Mode::light, false, true}, {Mode::dark, false, true}}};

void every(const std::vector<Token>& words, const std::vector<Token>& grounds, double least) {
  REQUIRE(!words.empty());
  REQUIRE(!grounds.empty());
  for (const Look& look : looks)
    for (const Token word : words)
      for (const Token ground : grounds) {
        INFO("token " << int(word) << " on token " << int(ground) << (look.mode == Mode::dark ? ", dark" : ", light")
                      << (look.more_contrast ? ", more contrast" : ""));
        CHECK(contrast(word, ground, look) >= least);
      }
}

constexpr double of_words = 4.5, of_shapes = 3;

}  // namespace

TEST_CASE("words of every colour can be read on every ground", "[contrast]") { every(all(Family::words), all(Family::ground), of_words); }

TEST_CASE("what is disabled or repealed is still read", "[contrast]") { every({Token::ink, Token::ink2}, all(Family::spent_ground), of_words); }

TEST_CASE("a primary button is read, hovered and pressed, too", "[contrast]") {
  every(all(Family::on_pine), all(Family::pine_ground), of_words);
  every(all(Family::on_pine), {Token::pine}, of_words);
}

TEST_CASE("a message is read: paper on ink", "[contrast]") { every({Token::paper}, {Token::ink}, of_words); }

TEST_CASE("words on the dark block and its light button are read", "[contrast]") {
  every(all(Family::on_deep), all(Family::deep_ground), of_words);
}

TEST_CASE("whatever is drawn on the dark block is turned into a colour of its own", "[contrast]") {
  for (Look look : looks) {
    look.on_deep = true;
    for (const Token word : {Token::ink, Token::ink2, Token::ink3, Token::pine, Token::ochre})
      CHECK(contrast(word, Token::deep, look) >= of_words);
    for (const Token shape : {Token::fund, Token::own}) CHECK(contrast(shape, Token::deep, look) >= of_shapes);
  }
}

TEST_CASE("the border of every control stands out from every ground", "[contrast]") {
  every(all(Family::border), all(Family::ground), of_shapes);
  every({Token::pine, Token::rouge, Token::indigo, Token::ink}, all(Family::ground), of_shapes);
}

TEST_CASE("the pieces of bars and charts stand out from page and sheet", "[contrast]") {
  every(all(Family::drawing), {Token::mist, Token::paper, Token::tint}, of_shapes);
}

TEST_CASE("more contrast is more: labels and hints read like ink", "[contrast]") {
  for (const Mode mode : {Mode::light, Mode::dark})
    for (const Token word : {Token::ink2, Token::ink3, Token::edge})
      for (const Token ground : all(Family::ground)) {
        const Look look{mode, false, true};
        CHECK(contrast(word, ground, look) >= 7);
        CHECK(contrast(word, ground, look) > contrast(word, ground, {mode}));
      }
}

TEST_CASE("two pale greens do not pass for words", "[contrast]") {
  CHECK(contrast(Token::pine_mid, Token::paper, {}) < of_shapes);
  CHECK(contrast(Token::ink3, Token::line, {}) < of_words);
}
