#include "shell/database/postgres_dialect.h"

#include <algorithm>
#include <array>
#include <utility>

namespace mingbai::database {
namespace {

constexpr std::string_view escape = "\xF4\x8F\xBF\xBF";  // U+10FFFF

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

class Translator {
 public:
  explicit Translator(std::string_view sql) : sql_(sql) {}

  Translated translated() {
    while (at_ < sql_.size()) take();
    return std::move(out_);
  }

 private:
  void take() {
    const char c = sql_[at_];
    if (c == '\'' || c == '"') return quoted(c);
    if (c == '?') return parameter();
    if (is_letter(c)) return word();
    if (c == ';') at_start_ = true;
    out_.sql += c;
    ++at_;
  }

  void quoted(char mark) {
    const auto end = std::min(sql_.find(mark, at_ + 1), sql_.size() - 1);
    out_.sql += sql_.substr(at_, end + 1 - at_);
    at_ = end + 1;
  }

  void parameter() {
    int number = 0;
    for (++at_; at_ < sql_.size() && is_digit(sql_[at_]); ++at_) number = number * 10 + (sql_[at_] - '0');
    if (number == 0) number = out_.parameters + 1;
    out_.parameters = std::max(out_.parameters, number);
    out_.sql += '$' + std::to_string(number);
  }

  void word() {
    auto end = at_;
    while (end < sql_.size() && (is_letter(sql_[end]) || is_digit(sql_[end]))) ++end;
    const auto word = sql_.substr(at_, end - at_);
    at_ = end;
    if (std::exchange(at_start_, false)) defines_ = word == "CREATE" || word == "ALTER";
    if (defines_ && (word == "STRICT" || word == "WITHOUT")) {
      at_ = std::min(sql_.find(';', at_), sql_.size());
      return;
    }
    out_.sql += defines_ ? type(word) : word;
  }

  static std::string_view type(std::string_view word) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 3> types{
        {{"INTEGER", "BIGINT"}, {"TEXT", "TEXT COLLATE \"C\""}, {"BLOB", "BYTEA"}}};
    for (const auto& [ours, theirs] : types)
      if (word == ours) return theirs;
    return word;
  }

  std::string_view sql_;
  std::size_t at_ = 0;
  bool at_start_ = true;  // of a statement
  bool defines_ = false;  // a table, an index or a column
  Translated out_;
};

}  // namespace

Translated to_postgres(std::string_view sql) { return Translator(sql).translated(); }

std::string with_zeros_escaped(std::string_view text) {
  std::string out(text);
  for (auto at = out.find(escape); at != std::string::npos; at = out.find(escape, at + 2 * escape.size()))
    out.insert(at, escape);
  for (auto at = out.find('\0'); at != std::string::npos; at = out.find('\0', at))
    out.replace(at, 1, std::string(escape) + '0');
  return out;
}

std::string with_zeros_restored(std::string text) {
  for (auto at = text.find(escape); at != std::string::npos; at = text.find(escape, at)) {
    const bool zero = at + escape.size() < text.size() && text[at + escape.size()] == '0';
    text.erase(at, escape.size());
    if (zero) {
      text[at] = '\0';
      ++at;
    } else {
      at += escape.size();
    }
  }
  return text;
}

}  // namespace mingbai::database
