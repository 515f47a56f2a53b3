#include "web/screens/navigation.h"

#include <vector>

#include "web/platform/bridge.h"
#include "web/ui/ui.h"
#include "web/ui/utf8.h"

namespace mingbai::screens {
namespace {

constexpr float room_for_words = 380, room_for_offline = 120;
constexpr std::size_t login_most = 16;

// A long login ends in …; its whole name is what a screen reader says.
std::string shown_login(std::string_view login) {
  std::size_t at = 0, count = 0;
  while (at < login.size() && count < login_most) ui::next_character(login, at), ++count;
  return at < login.size() ? std::string(login.substr(0, at)) + "…" : std::string(login);
}

}  // namespace

bool alone() {
  static const bool is = platform::remembered("edition") == "file";
  return is;
}

std::string_view screen_title(std::string_view screen, const strings::Strings& t) {
  if (screen == "file") return t("door.file");
  if (screen == "filings") return t("door.filings");
  if (screen == "review") return t("door.review");
  if (screen == "rules") return t("door.rules");
  if (screen == "scenarios") return t("door.scenarios");
  if (screen == "login") return t("login.login");
  return screen == "home" ? t("home.title") : t("door.calculator");
}

NavigationAsk draw_navigation(const Context& c, std::string_view screen, std::string_view calculator, bool reviewer) {
  const strings::Strings& t = c.t;
  NavigationAsk ask;
  const ui::Door scenarios{t("door.scenarios"), "#/scenarios", ui::Icon::scales, screen == "scenarios", t("door.scenarios_short")};
  const ui::Door sums{t("door.calculator"), calculator, ui::Icon::calculator, screen == "calculator", t("door.calculator_short")};
  const ui::Door rules{t("door.rules"), "#/rules", ui::Icon::book, screen == "rules", t("door.rules_short")};
  const ui::Door review{t("door.review"), "#/review", ui::Icon::inbox, screen == "review", t("door.review_short")};
  std::vector<ui::Door> doors;
  const bool staff = screen == "scenarios" && !ui::desktop();  // narrow views have room for four
  if (alone()) {
    doors = {sums, rules, scenarios};
  } else if (staff) {
    doors = {scenarios, rules, sums};
  } else if (reviewer) {
    doors = {review, sums, rules, scenarios};
  } else {
    doors = {sums,
             {t("door.file"), "#/file", ui::Icon::clipboard, screen == "file", t("door.file_short")},
             {t("door.filings"), "#/filings", ui::Icon::clock, screen == "filings", t("door.filings_short")},
             rules};
    if (ui::desktop()) doors.push_back(scenarios);
  }
  {
    ui::TopBar bar({.product = t("app.product"), .screen = screen == "home" ? std::string_view() : screen_title(screen, t), .doors = doors, .name = t("app.navigation")});
    const bool offline = !c.device.online && ui::desktop();
    if (offline) ui::pill_button(t("app.offline"), ui::Icon::offline, false, t("app.offline_line"), ui::Token::gamboge_tint);
    const bool roomy = ui::desktop() && bar.room() >= ui::scaled(room_for_words + (offline ? room_for_offline : 0));
    const bool crowded = ui::phone() && ui::theme().large;  // there the account page has it
    if (!crowded && ui::pill_button(t("app.language"), ui::Icon::none, false, t("app.language_name"))) ask.other_language = true;
    const std::string_view size = !roomy ? t("app.large_short") : ui::theme().large ? t("app.large_off") : t("app.large_on");
    if (ui::pill_button(size, ui::Icon::none, !ui::theme().large || !roomy, t("app.large_name"))) ask.other_size = true;
    const bool known = !c.device.account.empty();
    const std::string who = known ? shown_login(c.device.account) : std::string(t("app.login"));
    const std::string named = known ? t("app.account_name", {{"login", c.device.account}}) : who;
    if (alone()) {
      const std::string_view drafts = t("backup.title");
      if (ui::pill_button(roomy ? drafts : std::string_view(), ui::Icon::download, false, drafts)) platform::go("#/drafts");
    } else if (ui::pill_button(roomy ? std::string_view(who) : std::string_view(), ui::Icon::user, false, named)) {
      platform::go("#/login");
    }
  }
  if (!c.device.online && !ui::desktop()) ui::top_line(t("app.offline_line"), ui::Icon::offline);
  ui::bottom_navigation(doors, t("app.navigation"));
  return ask;
}

}  // namespace mingbai::screens
