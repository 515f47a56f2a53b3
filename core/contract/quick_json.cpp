#include "core/contract/quick_json.h"

#include <cstring>

namespace mingbai::contract {
namespace {

class QuickReader {
 public:
  QuickReader(std::string_view text, JsonBuilder& builder)
      : at_(text.data()), end_(text.data() + text.size()), builder_(builder) {}

  bool whole() {
    if (!value(0)) return false;
    skip_space();
    return at_ == end_;
  }

 private:
  void skip_space() {
    while (at_ != end_ && (*at_ == ' ' || *at_ == '\n' || *at_ == '\r' || *at_ == '\t')) ++at_;
  }

  // Past the next character, if it is this one.
  bool take(char c) {
    skip_space();
    if (at_ == end_ || *at_ != c) return false;
    ++at_;
    return true;
  }

  bool word(std::string_view expected, Json value) {
    if (static_cast<std::size_t>(end_ - at_) < expected.size() ||
        std::memcmp(at_, expected.data(), expected.size()) != 0)
      return false;
    at_ += expected.size();
    return builder_.put(std::move(value));
  }

  bool value(std::size_t depth) {
    skip_space();
    if (at_ == end_ || depth > depth_most) return false;
    switch (*at_) {
      case '{':
        return object(depth);
      case '[':
        return list(depth);
      case '"': {
        std::string_view read;
        if (!string(read)) return false;
        return builder_.put(read.data() == unescaped_.data() ? Json(unescaped_) : Json(std::string(read)));
      }
      case 't':
        return word("true", true);
      case 'f':
        return word("false", false);
      case 'n':
        return word("null", nullptr);
      default:
        return number();
    }
  }

  bool object(std::size_t depth) {
    ++at_;
    builder_.open(false);
    if (take('}')) return builder_.close();
    do {
      skip_space();
      std::string_view key;
      if (at_ == end_ || *at_ != '"' || !string(key)) return false;
      builder_.name_next(key);
      if (!take(':') || !value(depth + 1)) return false;
    } while (take(','));
    return take('}') && builder_.close();
  }

  bool list(std::size_t depth) {
    ++at_;
    builder_.open(true);
    if (take(']')) return builder_.close();
    do {
      if (!value(depth + 1)) return false;
    } while (take(','));
    return take(']') && builder_.close();
  }

  // What stands between the quotes: of the text itself, or of `unescaped_` where there are escapes.
  bool string(std::string_view& out) {
    const char* const first = ++at_;
    if (!run_of_plain()) return false;
    if (*at_ == '"') {
      out = {first, static_cast<std::size_t>(at_++ - first)};
      return true;
    }
    unescaped_.assign(first, at_);
    while (*at_ == '\\') {
      constexpr std::string_view escapes = "\"\\/bfnrt", meant = "\"\\/\b\f\n\r\t";
      if (++at_ == end_) return false;
      const auto which = escapes.find(*at_++);
      if (which == std::string_view::npos) return false;
      unescaped_ += meant[which];
      const char* const rest = at_;
      if (!run_of_plain()) return false;
      unescaped_.append(rest, at_);
    }
    ++at_;
    out = unescaped_;
    return true;
  }

  // To the next quote or backslash; false where there is none, or a character that must not stand in a string.
  bool run_of_plain() {
    const char* p = at_;
    while (p != end_ && *p != '"' && *p != '\\' && static_cast<unsigned char>(*p) >= 0x20) ++p;
    at_ = p;
    return p != end_ && (*p == '"' || *p == '\\');
  }

  static bool digit(char c) { return c >= '0' && c <= '9'; }

  bool number() {
    const char* const first = at_;
    const bool negative = *at_ == '-';
    if (negative) ++at_;
    const char* const digits = at_;
    std::uint64_t whole = 0;
    for (; at_ != end_ && digit(*at_); ++at_) whole = whole * 10 + static_cast<std::uint64_t>(*at_ - '0');
    const auto count = at_ - digits;
    const bool goes_on = at_ != end_ && (*at_ == '.' || *at_ == 'e' || *at_ == 'E');
    if (count == 0 || count > 18 || (count > 1 && *digits == '0') || goes_on) return other_number(first);
    return negative ? builder_.put(-static_cast<std::int64_t>(whole)) : builder_.put(whole);
  }

  bool other_number(const char* first) {
    for (at_ = first; at_ != end_ && (digit(*at_) || std::strchr("+-.eE", *at_) != nullptr);) ++at_;
    if (at_ == first) return false;
    Json read = Json::parse(first, at_, nullptr, false);
    return !read.is_discarded() && builder_.put(std::move(read));
  }

  const char* at_;
  const char* end_;
  JsonBuilder& builder_;
  std::string unescaped_;
};

}  // namespace

bool read_quickly(std::string_view text, JsonBuilder& builder) {
  return QuickReader(text, builder).whole();
}

}  // namespace mingbai::contract
