#include "web/ui/colour_values.h"

#include <array>

namespace mingbai::ui {
namespace {

constexpr Colour rgb(std::uint32_t hex, std::uint32_t alpha = 255) {
  return (hex >> 16 & 255) | (hex & 0xFF00) | (hex & 255) << 16 | alpha << 24;
}

struct Pair {
  Token token;
  Colour light, dark;
};

constexpr Pair same(Token token, Colour value) { return {token, value, value}; }

constexpr std::array<Pair, static_cast<std::size_t>(Token::count)> table = {{
    {Token::mist, rgb(0xF0F4F2), rgb(0x0E1513)},
    {Token::paper, rgb(0xFFFFFF), rgb(0x17211E)},
    {Token::tint, rgb(0xF6F9F7), rgb(0x1D2926)},
    {Token::line, rgb(0xD9E1DE), rgb(0x31403B)},
    {Token::edge, rgb(0x7B8985), rgb(0x74857F)},
    {Token::ink, rgb(0x15211E), rgb(0xE9F0ED)},
    {Token::ink2, rgb(0x43514D), rgb(0xBECBC6)},
    {Token::ink3, rgb(0x5A6864), rgb(0x98A8A2)},
    {Token::pine, rgb(0x0B5A50), rgb(0x6BCDBA)},
    {Token::pine_hover, rgb(0x084A42), rgb(0x86DAC9)},
    {Token::pine_press, rgb(0x063A34), rgb(0xA2E5D7)},
    {Token::pine_tint, rgb(0xE0EEEA), rgb(0x1B3732)},
    {Token::pine_mid, rgb(0x9CC8BF), rgb(0x3E7D71)},
    {Token::on_pine, rgb(0xFFFFFF), rgb(0x06231E)},
    {Token::fund, rgb(0x0B5A50), rgb(0x42A592)},
    {Token::ochre, rgb(0xA8481C), rgb(0xF0A47A)},
    {Token::own, rgb(0xA8481C), rgb(0xDB8A5C)},
    {Token::hatch, rgb(0xF3D6C5), rgb(0x6F3C22)},
    {Token::ochre_tint, rgb(0xFBEEE6), rgb(0x3A2519)},
    {Token::gamboge, rgb(0x6E4B00), rgb(0xF0CB74)},
    {Token::gamboge_tint, rgb(0xFFF1CF), rgb(0x352A12)},
    {Token::gamboge_line, rgb(0xA87A14), rgb(0xA58434)},
    {Token::rouge, rgb(0xA3154A), rgb(0xFF9DB6)},
    {Token::rouge_tint, rgb(0xFCE8EE), rgb(0x3B1A25)},
    {Token::indigo, rgb(0x33558A), rgb(0xA7C3F2)},
    {Token::indigo_tint, rgb(0xE8EEF8), rgb(0x1E2A3E)},
    {Token::deep, rgb(0x0B3F39), rgb(0x12302B)},
    {Token::on_deep, rgb(0xF2F8F6), rgb(0xE9F0ED)},
    {Token::on_deep2, rgb(0xBFD8D2), rgb(0xA9C6BF)},
    same(Token::deep_own, rgb(0xE79A6E)),
    same(Token::deep_fund, rgb(0x8FD9C9)),
    same(Token::deep_own_text, rgb(0xF3B48F)),
    same(Token::deep_fund_text, rgb(0x9FE3D4)),
    same(Token::deep_rest, rgb(0xFFFFFF, 42)),
    {Token::scrim, rgb(0x15211E, 128), rgb(0x000000, 153)},
    {Token::shadow, rgb(0x15211E), rgb(0x000000)},
    {Token::plum, rgb(0x7A3E6B), rgb(0xC08BB2)},
    {Token::slate, rgb(0x5A6864), rgb(0x98A8A2)},
    {Token::chart_pine, rgb(0x0B5A50), rgb(0x42A592)},
    {Token::chart_ochre, rgb(0xA8481C), rgb(0xDB8A5C)},
    {Token::chart_indigo, rgb(0x33558A), rgb(0x8FB0E6)},
    {Token::chart_gamboge, rgb(0xA87A14), rgb(0xC9A04A)},
}};

constexpr bool in_order() {
  for (std::size_t i = 0; i < table.size(); ++i)
    if (table[i].token != static_cast<Token>(i)) return false;
  return true;
}
static_assert(in_order(), "the table follows the order of Token");

Token on_the_dark_block(Token token) {
  switch (token) {
    case Token::ink:
      return Token::on_deep;
    case Token::ink2:
    case Token::ink3:
      return Token::on_deep2;
    case Token::pine:
      return Token::deep_fund_text;
    case Token::ochre:
      return Token::deep_own_text;
    case Token::fund:
      return Token::deep_fund;
    case Token::own:
      return Token::deep_own;
    case Token::line:
    case Token::pine_tint:
      return Token::deep_rest;
    default:
      return token;
  }
}

// Whoever asks the system for more contrast: words and the borders of controls in ink, nothing pale.
Token in_more_contrast(Token token) {
  switch (token) {
    case Token::ink2:
    case Token::ink3:
    case Token::edge:
      return Token::ink;
    case Token::gamboge_line:
      return Token::gamboge;
    case Token::pine_mid:
      return Token::pine;
    case Token::on_deep2:
      return Token::on_deep;
    default:
      return token;
  }
}

}  // namespace

Colour value_of(Token token, const Look& look) {
  if (look.on_deep) token = on_the_dark_block(token);
  if (look.more_contrast) token = in_more_contrast(token);
  const Pair& pair = table[static_cast<std::size_t>(token)];
  return look.mode == Mode::light ? pair.light : pair.dark;
}

}  // namespace mingbai::ui
