#include "core/filing/notice/page.h"

#include <array>

namespace mingbai::filing::notice {
namespace {

constexpr std::array<std::string_view, 12> months{"January",   "February", "March",    "April",
                                                  "May",       "June",     "July",     "August",
                                                  "September", "October",  "November", "December"};

std::string_view entity(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return "";
  }
}

}  // namespace

std::string escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    if (const auto name = entity(c); !name.empty())
      out += name;
    else if (static_cast<unsigned char>(c) >= ' ' || c == '\n')
      out += c;
  }
  return out;
}

std::string element(std::string_view tag, std::string_view of_class, std::string_view inner) {
  std::string out = "<" + std::string(tag);
  if (!of_class.empty()) out += " class=\"" + std::string(of_class) + "\"";
  return out + ">" + std::string(inner) + "</" + std::string(tag) + ">";
}

std::string told(std::string_view tag, std::string_view of_class, std::string_view text) {
  return element(tag, of_class, escaped(text));
}

std::string row(std::string_view heading, std::string_view inner) {
  return "<tr><th scope=\"row\">" + escaped(heading) + "</th>" + element("td", "", inner) + "</tr>\n";
}

std::string page(std::string_view title, std::string_view of_class, std::string_view body,
                 Language language) {
  return "<!doctype html>\n<html lang=\"" + std::string(language == Language::zh ? "zh-CN" : "en") +
         "\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n" +
         told("title", "", title) + "\n<link rel=\"stylesheet\" href=\"/print.css\">\n</head>\n" +
         element("body", of_class, "\n<main>\n" + std::string(body) + "</main>\n") + "\n</html>\n";
}

std::string day_in_words(Date date, Language language) {
  const auto [year, month, day] = to_civil(date);
  if (language == Language::zh)
    return std::to_string(year) + "年" + std::to_string(month) + "月" + std::to_string(day) + "日";
  return std::to_string(day) + " " + std::string(months[month - 1U]) + " " + std::to_string(year);
}

std::string days_in_words(std::optional<Date> from, std::optional<Date> to, Language language) {
  const bool zh = language == Language::zh;
  std::string out;
  if (from) out = zh ? day_in_words(*from, language) + "起" : "from " + day_in_words(*from, language);
  if (!to) return out;
  if (!out.empty()) out += zh ? "，" : " ";
  return out + (zh ? "至" : "to ") + day_in_words(*to, language) + (zh ? "止" : " inclusive");
}

std::string days_in_figures(std::optional<Date> from, std::optional<Date> to, Language language) {
  const bool zh = language == Language::zh;
  if (!from) return to ? (zh ? "至 " : "to ") + to_iso(*to) : "";
  if (!to) return zh ? to_iso(*from) + " 起" : "from " + to_iso(*from);
  return to_iso(*from) + (zh ? " 至 " : " to ") + to_iso(*to);
}

}  // namespace mingbai::filing::notice
