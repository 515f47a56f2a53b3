#include "web/screens/model/csv.h"

namespace mingbai::screens {
namespace {

bool is_number(const std::string& text) { return text.find_first_not_of("+-0123456789.,%") == text.npos; }

bool is_formula(const std::string& text) {
  return !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos && !is_number(text);
}

}  // namespace

void Csv::line(std::span<const std::string> cells) {
  bool first = true;
  for (const std::string& cell : cells) {
    if (!first) text_ += ',';
    first = false;
    text_ += '"';
    if (is_formula(cell)) text_ += '\'';
    for (const char c : cell) {
      if (c == '"') text_ += '"';
      text_ += c;
    }
    text_ += '"';
  }
  text_ += "\r\n";
}

}  // namespace mingbai::screens
