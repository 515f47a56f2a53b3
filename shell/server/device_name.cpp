#include "shell/server/device_name.h"

#include <utility>

namespace mingbai::server {
namespace {

using Known = std::pair<std::string_view, std::string_view>;

// The first that is found counts: a browser names those it resembles after itself.
constexpr Known browsers[] = {{"MicroMessenger/", "WeChat"}, {"Edg/", "Edge"},      {"EdgA/", "Edge"},
                              {"Firefox/", "Firefox"},       {"FxiOS/", "Firefox"}, {"CriOS/", "Chrome"},
                              {"Chrome/", "Chrome"},         {"Safari/", "Safari"}};
constexpr Known systems[] = {{"Windows", "Windows"}, {"Android", "Android"}, {"iPhone", "iPhone"},
                             {"iPad", "iPad"},       {"Mac OS X", "macOS"},  {"OpenHarmony", "HarmonyOS"},
                             {"Linux", "Linux"}};

template <std::size_t count>
std::string_view first_of(const Known (&known)[count], std::string_view text) {
  for (const auto& [mark, name] : known)
    if (text.find(mark) != std::string_view::npos) return name;
  return "";
}

}  // namespace

std::string device_name(std::string_view user_agent) {
  const std::string browser(first_of(browsers, user_agent)), system(first_of(systems, user_agent));
  return browser.empty() || system.empty() ? browser + system : browser + ", " + system;
}

}  // namespace mingbai::server
