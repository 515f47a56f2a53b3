#pragma once
// The application: what the page starts and calls (web/platform/bridge.h), which screen is open, what all screens share.
//
// One App lives as long as the page. Routes: #/calculator?…, #/file?kind=…, #/file?step=form&draft=…, #/filings?filing=…, #/login,
// #/review?filing=…, #/rules?document=…, #/scenarios?part=…; anything else is the calculator.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "web/screens/account/screen.h"
#include "web/screens/calculator/screen.h"
#include "web/screens/context.h"
#include "web/screens/file/screen.h"
#include "web/screens/filings/screen.h"
#include "web/screens/review/screen.h"
#include "web/screens/rules/screen.h"
#include "web/screens/scenarios/screen.h"

namespace mingbai::screens {

class App {
 public:
  App();
  void frame();
  void on_event(std::string_view json);
  void on_route(std::string_view hash);

 private:
  void tell_title() const;
  void ask_who();
  bool on_answer(std::string_view json);
  Context context() const;
  bool draw_screen(const Context&);  // true: the other language is asked for
  void draw_broken() const;

  std::optional<policy::Library> library_;
  Names names_;
  DeviceState device_;
  Date today_;
  std::vector<StaffRole> roles_;  // of the account that is logged in
  std::string screen_ = "calculator";
  std::string told_;  // code of what the worker found while it synchronised, to be said once
  CalculatorScreen calculator_;
  FileScreen file_;
  FilingsScreen filings_;
  AccountScreen account_;
  ReviewScreen review_;
  RulesScreen rules_;
  ScenariosScreen scenarios_;
};

void start();
void frame();
void on_event(std::string_view json);
void on_route(std::string_view hash);

}  // namespace mingbai::screens
