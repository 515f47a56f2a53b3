#include "web/screens/app.h"

#include "web/platform/bridge.h"
#include "web/screens/navigation.h"
#include "web/ui/ui.h"

namespace mingbai::screens {
namespace {

Date civil_today() { return parse_date(platform::today()).value_or(Date{}); }

std::optional<App> app;  // the page calls plain functions; this is the one thing they act on

}  // namespace

App::App() : today_(civil_today()) {
  if (auto bundle = contract::parse_json(platform::policies(), contract::bundle_bytes_most)) {
    names_ = Names::read(*bundle);
    if (auto library = policy::Library::from(std::move(*bundle))) library_.emplace(std::move(*library));
  }
  device_.online = platform::online();
  on_route(platform::route());
}

Context App::context() const { return {*library_, names_, device_, strings::Strings{ui::theme().language}, today_}; }

void App::tell_title() const {
  const strings::Strings t{ui::theme().language};
  platform::set_title(t("app.title", {{"screen", screen_title(screen_, t)}}));
}

void App::on_route(std::string_view hash) {
  const Route route = parse_route(hash);
  const bool known = route.screen == "file" || route.screen == "filings" || route.screen == "login" || route.screen == "review" ||
                     route.screen == "rules" || route.screen == "scenarios";
  const std::string before = screen_;
  screen_ = known ? route.screen : "calculator";
  if (screen_ == "calculator") calculator_.open(route, today_);
  if (screen_ == "file") file_.open(route, calculator_.form());
  if (screen_ == "filings") filings_.open(route);
  if (screen_ == "review") review_.open(route);
  if (screen_ == "rules") rules_.open(route);
  if (screen_ == "scenarios") scenarios_.open(route);
  tell_title();
  if (before != screen_) ui::scroll_to_top();
  platform::wake();
}

// What the account may do besides filing: the server's answer decides, every time again.
void App::ask_who() {
  roles_.clear();
  review_.forget();
  if (!device_.account.empty()) platform::ask_server("who", get_question("/api/v1/sessions/current"));
  if (screen_ == "review") review_.open(parse_route(platform::route()));
}

bool App::on_answer(std::string_view json) {
  const auto answer = server_answer(json);
  if (!answer) return false;
  if (filings_.on_answer(*answer)) return true;
  if (answer->key != "who") return review_.on_answer(*answer) || account_.on_answer(*answer);
  roles_ = answer->good() ? staff_roles(answer->body) : std::vector<StaffRole>{};
  review_.on_roles(roles_);
  return true;
}

void App::on_event(std::string_view json) {
  if (scenarios_.on_event(json) || on_answer(json) || review_.on_event(json)) return platform::wake();
  if (file_.on_files(json) || filings_.on_files(json) || filings_.on_backup(json)) return platform::wake();
  const std::string before = device_.account;
  const Report report = read_report(json);
  switch (report.kind) {
    case Report::Kind::state:
      device_ = report.state;
      account_.on_state(device_);
      file_.on_state();
      if (device_.account != before) ask_who();
      break;
    case Report::Kind::saved: file_.on_saved(report); break;
    case Report::Kind::fault:
      file_.on_fault(report);
      filings_.on_fault(report);
      if (report.during == "sync") told_ = report.code;
      account_.on_fault(report, ui::theme().language);
      break;
    case Report::Kind::other:
      today_ = civil_today();
      if (!device_.known) device_.online = platform::online();
      break;
  }
  platform::wake();
}

bool App::draw_screen(const Context& c) {
  if (screen_ == "login") return account_.draw(c);
  if (screen_ == "file") {
    file_.draw(c);
  } else if (screen_ == "filings") {
    filings_.draw(c);
  } else if (screen_ == "review") {
    review_.draw(c);
  } else if (screen_ == "rules") {
    rules_.draw(c);
  } else if (screen_ == "scenarios") {
    scenarios_.draw(c, calculator_.message(c));
  } else {
    calculator_.draw(c);
  }
  return false;
}

void App::draw_broken() const {
  const strings::Strings t{ui::theme().language};
  ui::Page page({.narrow = true, .name = t("app.product")});
  ui::heading(1, t("app.policies_fault_title"), ui::Type::title);
  ui::gap(12);
  ui::text(t("app.policies_fault"));
}

void App::frame() {
  if (!library_) return draw_broken();
  const Context c = context();
  NavigationAsk ask = draw_navigation(c, screen_, calculator_.hash(today_), reviews(roles_));
  draw_storage_notes(c);
  if (const auto words = strings::find("fault." + told_); !told_.empty() && words) ui::toast("sync", c.t(*words), {}, true);
  told_.clear();
  ask.other_language |= draw_screen(c);
  if (!ask.other_language && !ask.other_size) return;
  ui::Theme theme = ui::theme();
  if (ask.other_language) {
    theme.language = theme.language == Language::zh ? Language::en : Language::zh;
    platform::remember("language", theme.language == Language::en ? "en" : "zh");
  }
  if (ask.other_size) {
    theme.large = !theme.large;
    platform::remember("large", theme.large ? "1" : "");
  }
  ui::set_theme(theme);
  tell_title();
  platform::wake();
}

void start() { app.emplace(); }
void frame() {
  if (app) app->frame();
}
void on_event(std::string_view json) {
  if (app) app->on_event(json);
}
void on_route(std::string_view hash) {
  if (app) app->on_route(hash);
}

}  // namespace mingbai::screens
