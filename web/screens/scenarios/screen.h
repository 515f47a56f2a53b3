#pragma once
// 场景: for policy staff. Cases with their results, a figure changed and proven, two policies compared over many people.
// Everything is computed in a worker of its own; works without a network and without a login.
//
// Route: #/scenarios?part=cases|change|compare. What is written is kept on this device and can be downloaded.

#include <string>

#include "web/screens/context.h"
#include "web/screens/model/route.h"
#include "web/screens/scenarios/cases.h"
#include "web/screens/scenarios/change.h"
#include "web/screens/scenarios/compare.h"
#include "web/screens/scenarios/overlays.h"

namespace mingbai::screens {

class ScenariosScreen {
 public:
  void open(const Route&);
  // `bill` is the calculator's present `settle` message, empty while it has none.
  void draw(const Context&, const std::string& bill);
  // True when the event came from the batch worker.
  bool on_event(std::string_view json);

 private:
  std::string part_ = "cases";
  std::string fault_;  // of the worker as a whole
  KeptOverlays kept_;
  ScenarioCases cases_;
  ScenarioChange change_{kept_};
  ScenarioCompare compare_{kept_};
};

}  // namespace mingbai::screens
