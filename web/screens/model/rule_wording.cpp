#include "web/screens/model/rule_wording.h"

namespace mingbai::screens {
namespace {

std::string filling(std::string_view name, const FigureWords& figures, const Names& names, Language language) {
  constexpr std::string_view prefix = "parameter:";
  if (name.starts_with(prefix)) {
    name.remove_prefix(prefix.size());
    if (const auto figure = figures.find(name); figure != figures.end()) return figure->second;
  }
  const FactName* fact = names.fact(name);
  return "[" + (fact ? fact->label.in(language) : std::string(name)) + "]";
}

}  // namespace

std::string rule_words(std::string_view text, const FigureWords& figures, const Names& names, Language language) {
  std::string out;
  for (std::size_t open; (open = text.find('{')) != text.npos;) {
    const std::size_t close = text.find('}', open);
    if (close == text.npos) break;
    out += text.substr(0, open);
    out += filling(text.substr(open + 1, close - open - 1), figures, names, language);
    text.remove_prefix(close + 1);
  }
  return out.append(text);
}

}  // namespace mingbai::screens
