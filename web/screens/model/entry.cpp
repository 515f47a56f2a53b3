#include "web/screens/model/entry.h"

#include <array>
#include <charconv>
#include <vector>

namespace mingbai::screens {
namespace {

// Full-width ASCII (U+FF01 to U+FF5E) and the ideographic full stop and space become their plain forms.
std::string narrow(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const auto a = static_cast<unsigned char>(text[i]);
    if (a >= 0xE0 && a < 0xF0 && i + 2 < text.size()) {
      const auto b = static_cast<unsigned char>(text[i + 1]);
      const auto c = static_cast<unsigned char>(text[i + 2]);
      const unsigned point = (a & 15u) << 12 | (b & 63u) << 6 | (c & 63u);
      if (point >= 0xFF01 && point <= 0xFF5E) {
        out += static_cast<char>(point - 0xFEE0);
      } else if (point == 0x3002) {
        out += '.';
      } else if (point != 0x3000 && point != 0xFFE5) {
        out.append(text.substr(i, 3));
      }
      i += 3;
    } else {
      out += text[i++];
    }
  }
  return out;
}

bool digits_only(std::string_view text) {
  for (const char c : text) {
    if (c < '0' || c > '9') return false;
  }
  return !text.empty();
}

// Year, month and day in whatever marks stand between them; three numbers or nothing.
std::optional<std::array<std::string, 3>> parts_of(std::string_view typed) {
  std::vector<std::string> parts(1);
  const std::string text = narrow(typed);
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      parts.back() += c;
    } else if (!parts.back().empty()) {
      parts.emplace_back();
    }
  }
  if (parts.back().empty()) parts.pop_back();
  if (parts.size() == 1 && parts[0].size() == 8 && digits_only(text)) {
    return {{parts[0].substr(0, 4), parts[0].substr(4, 2), parts[0].substr(6, 2)}};
  }
  if (parts.size() != 3 || parts[0].size() != 4 || parts[1].size() > 2 || parts[2].size() > 2) return std::nullopt;
  return {{parts[0], parts[1], parts[2]}};
}

std::string two(const std::string& part) { return part.size() == 1 ? "0" + part : part; }

std::string plain(const std::string& part) { return part.size() == 2 && part[0] == '0' ? part.substr(1) : part; }

}  // namespace

std::expected<Money, MoneyEntryFault> read_money(std::string_view typed) {
  std::string text;
  for (const char c : narrow(typed)) {
    if (c != ',' && c != ' ') text += c;
  }
  if (text.starts_with("\xC2\xA5")) text.erase(0, 2);
  if (text.starts_with('-') || text.starts_with("\xE2\x88\x92")) return std::unexpected(MoneyEntryFault::negative);
  const std::size_t point = text.find('.');
  const std::string whole = text.substr(0, point);
  std::string part = point == text.npos ? "" : text.substr(point + 1);
  if (!digits_only(whole) || (!part.empty() && !digits_only(part))) {
    return std::unexpected(MoneyEntryFault::not_a_number);
  }
  if (part.size() > 2) return std::unexpected(MoneyEntryFault::too_many_decimals);
  part.resize(2, '0');
  const std::size_t first = whole.find_first_not_of('0');
  const auto money = parse_money((first == whole.npos ? "0" : whole.substr(first)) + "." + part);
  if (!money) return std::unexpected(MoneyEntryFault::too_large);
  return *money;
}

std::string explain(MoneyEntryFault fault, std::string_view label, const strings::Strings& t) {
  switch (fault) {
    case MoneyEntryFault::not_a_number: return t("entry.not_a_number", {{"label", label}});
    case MoneyEntryFault::too_many_decimals: return t("entry.too_many_decimals", {{"label", label}});
    case MoneyEntryFault::too_large: return t("entry.too_large", {{"label", label}});
    case MoneyEntryFault::negative: return t("entry.negative", {{"label", label}});
  }
  return {};
}

std::string tidy_date(std::string_view typed) {
  const auto parts = parts_of(typed);
  if (!parts) return std::string(typed);
  return (*parts)[0] + "-" + two((*parts)[1]) + "-" + two((*parts)[2]);
}

std::string date_fault(std::string_view typed, const strings::Strings& t) {
  const auto date = parse_date(tidy_date(typed));
  if (date) return {};
  const auto parts = parts_of(typed);
  if (!parts || date.error() == DateFault::not_a_date) return std::string(t("entry.not_a_date"));
  if (date.error() == DateFault::no_such_month) {
    return t("entry.no_such_month", {{"month", plain((*parts)[1])}});
  }
  return t("entry.no_such_day", {{"month", plain((*parts)[1])}, {"day", plain((*parts)[2])}});
}

std::optional<Date> read_date(std::string_view typed) {
  const auto date = parse_date(tidy_date(typed));
  return date ? std::optional(*date) : std::nullopt;
}

}  // namespace mingbai::screens
