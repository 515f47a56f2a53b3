#pragma once
// The application: what the page starts and calls (web/platform/bridge.h), which screen is open, what all screens share.
//
// One App lives as long as the page. Routes: #/calculator?…, #/file?kind=…, #/file?step=form&draft=…, #/filings?filing=…, #/login,
// #/review?filing=…, #/rules?document=…, #/scenarios?part=…; anything else is the first page. All but it and the calculator
// are the other half's (web/screens/rest.h); until it is here their place says so, and events wait for it.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "web/screens/calculator/screen.h"
#include "web/screens/context.h"
#include "web/screens/home/screen.h"
#include "web/screens/rest.h"

namespace mingbai::screens {

class App {
 public:
  App();
  void frame();
  void on_event(std::string_view json);
  void on_route(std::string_view hash);
  void take(Rest&);
  void tell_rest_missing();

 private:
  void tell_title() const;
  Context context() const;
  bool draw_screen(const Context&);  // true: the other language is asked for
  void draw_waiting(const Context&);
  void draw_broken() const;

  std::optional<policy::Library> library_;
  Names names_;
  DeviceState device_;
  Date today_;
  std::string screen_ = "home";
  HomeScreen home_;
  CalculatorScreen calculator_;
  Rest* rest_ = nullptr;  // null until it has arrived
  bool rest_missing_ = false;
  std::vector<std::string> waiting_;  // events for it
};

void start();
void frame();
void on_event(std::string_view json);
void on_route(std::string_view hash);

}  // namespace mingbai::screens
