#pragma once
// The paper side of HTML: a page that prints well on A4 and needs no script. Every text from outside is
// escaped by the one function that puts it in; nothing else makes elements.
//
// The style is the served file /print.css: the server's content security policy allows no inline style. A
// page names its own title, so that what is saved from a browser has a name.

#include <optional>
#include <string>
#include <string_view>

#include "core/base/date.h"
#include "core/base/text.h"

namespace mingbai::filing::notice {

// & < > " ' as entities; control characters but the line break left out.
std::string escaped(std::string_view text);

// <tag class="…">inner</tag>; `inner` is HTML, made by these functions.
std::string element(std::string_view tag, std::string_view of_class, std::string_view inner);
// The same around text from outside.
std::string told(std::string_view tag, std::string_view of_class, std::string_view text);

// A row of a sheet's table: a heading and what stands beside it.
std::string row(std::string_view heading, std::string_view inner);

// The whole document.
std::string page(std::string_view title, std::string_view of_class, std::string_view body, Language);

// "2025年9月12日" or "12 September 2025".
std::string day_in_words(Date, Language);
// From one day to another, both included; without an end when there is none.
std::string days_in_words(std::optional<Date> from, std::optional<Date> to, Language);

// The same for lists: "2022-08-01 起", "2022-08-01 至 2024-07-31".
std::string days_in_figures(std::optional<Date> from, std::optional<Date> to, Language);

}  // namespace mingbai::filing::notice
