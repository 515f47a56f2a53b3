#include "web/screens/model/answer_words.h"

#include "core/base/money.h"

namespace mingbai::screens {

std::string answer_field(std::string_view path, const strings::Strings& t) {
  constexpr std::string_view year = "ledger.";
  const std::string_view field = path.starts_with(year) ? path.substr(year.size()) : path;
  const auto key = strings::find("answer." + std::string(field));
  return key ? std::string(t(*key)) : std::string(path);
}

std::string answer_value(std::string_view value) {
  constexpr std::size_t cents = 3;  // ".00"
  const bool two_decimals = value.size() > cents && value[value.size() - cents] == '.';
  const auto money = parse_money(value);
  return two_decimals && money ? to_display(*money) : std::string(value);
}

}  // namespace mingbai::screens
