#include "web/screens/app.h"

#include <algorithm>
#include <iterator>
#include <utility>

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
  calculator_.open({}, today_);  // the page tells the address next
}

Context App::context() const { return {*library_, names_, device_, strings::Strings{ui::theme().language}, today_}; }

void App::tell_title() const {
  const strings::Strings t{ui::theme().language};
  platform::set_title(t("app.title", {{"screen", screen_title(screen_, t)}}));
}

void App::on_route(std::string_view hash) {
  constexpr std::string_view known[] = {"calculator", "components", "file", "filings", "login", "review", "rules", "scenarios"};
  const Route route = parse_route(hash);
  const std::string before = screen_;
  screen_ = std::ranges::find(known, route.screen) != std::end(known) ? route.screen : "home";
  if (screen_ == "calculator") calculator_.open(route, today_);
  if (rest_ != nullptr) rest_->open(screen_, route, calculator_);
  tell_title();
  if (before != screen_) ui::scroll_to_top();
  platform::wake();
}

void App::on_event(std::string_view json) {
  today_ = civil_today();
  if (rest_ != nullptr) {
    rest_->on_event(json, device_);
  } else {
    waiting_.emplace_back(json);
  }
  if (!device_.known) device_.online = platform::online();
  platform::wake();
}

void App::take(Rest& rest) {
  rest_ = &rest;
  rest_missing_ = false;
  rest.open(screen_, parse_route(platform::route()), calculator_);
  for (const std::string& event : std::exchange(waiting_, {})) rest.on_event(event, device_);
  platform::wake();
}

void App::tell_rest_missing() {
  rest_missing_ = true;
  platform::wake();
}

bool App::draw_screen(const Context& c) {
  if (screen_ == "home") return home_.draw(c, calculator_.hash(today_)), false;
  if (screen_ == "calculator") return calculator_.draw(c), false;
  if (rest_ != nullptr) return rest_->draw(screen_, c, calculator_);
  return draw_waiting(c), false;
}

void App::draw_waiting(const Context& c) {
  ui::Page page({.narrow = true, .name = screen_title(screen_, c.t)});
  ui::heading(1, screen_title(screen_, c.t), ui::Type::title);
  ui::gap(16);
  if (!rest_missing_) return ui::text(c.t("app.rest_waiting"), ui::Type::body, ui::Token::ink2);
  ui::note(ui::NoteTone::fault, c.t("app.rest_missing"));
  ui::gap(16);
  if (!ui::button(c.t("app.rest_again"), {.kind = ui::ButtonKind::primary})) return;
  rest_missing_ = false;
  platform::bring_rest();
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
  if (screen_ == "components" && rest_ != nullptr) return void(draw_screen(c));
  NavigationAsk ask = draw_navigation(c, screen_, calculator_.hash(today_), rest_ != nullptr && rest_->reviews());
  if (rest_ != nullptr) rest_->draw_notes(c);
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
void take_rest(Rest& rest) {
  if (app) app->take(rest);
}
void tell_rest_missing() {
  if (app) app->tell_rest_missing();
}

}  // namespace mingbai::screens
