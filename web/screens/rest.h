#pragma once
// What the first page and the calculator do not need: every other screen, which travels in a half of the program of its own and arrives
// after the first picture (docs/decisions/0020-two-halves-of-the-page.md).
//
// The first half knows this face alone, and only by a pointer that is null until the other half is here. cmake/split.py
// takes everything else away from the first half, and stops the build when the first half could reach it in another way.

#include <string_view>

#include "web/screens/calculator/screen.h"
#include "web/screens/context.h"
#include "web/screens/model/route.h"

namespace mingbai::screens {

class Rest {
 public:
  // `screen`: "file", "filings", "login", "review", "rules", "scenarios" or "components".
  virtual void open(std::string_view screen, const Route&, const CalculatorScreen&) = 0;
  virtual bool draw(std::string_view screen, const Context&, CalculatorScreen&) = 0;  // true: the other language is asked for
  virtual void draw_notes(const Context&) = 0;  // what the worker has to say, on every screen
  virtual void on_event(std::string_view json, DeviceState&) = 0;
  virtual bool reviews() const = 0;  // the account that is logged in

 protected:
  ~Rest() = default;
};

// Lives as long as the page. Events that came before are told to it in their order.
void take_rest(Rest&);
void tell_rest_missing();

}  // namespace mingbai::screens
