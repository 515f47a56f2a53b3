#pragma once
// The screens of the other half of the program. One lives as long as the page, from the half's arrival on.

#include <string>
#include <vector>

#include "web/screens/account/screen.h"
#include "web/screens/file/screen.h"
#include "web/screens/filings/screen.h"
#include "web/screens/rest.h"
#include "web/screens/review/screen.h"
#include "web/screens/rules/screen.h"
#include "web/screens/scenarios/screen.h"

namespace mingbai::screens {

class RestScreens final : public Rest {
 public:
  void open(std::string_view screen, const Route&, const CalculatorScreen&) override;
  bool draw(std::string_view screen, const Context&, CalculatorScreen&) override;
  void draw_notes(const Context&) override;
  void on_event(std::string_view json, DeviceState&) override;
  bool reviews() const override;

 private:
  void ask_who(const DeviceState&);
  bool on_answer(std::string_view json);
  void on_report(const Report&, DeviceState&);

  std::vector<StaffRole> roles_;  // of the account that is logged in
  std::string told_;              // code of what the worker found while it synchronised, said until it is closed
  bool said_ = false;
  std::string start_fault_;       // why the worker is not here
  FileScreen file_;
  FilingsScreen filings_;
  AccountScreen account_;
  ReviewScreen review_;
  RulesScreen rules_;
  ScenariosScreen scenarios_;
};

}  // namespace mingbai::screens
