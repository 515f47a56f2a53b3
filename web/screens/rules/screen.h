#pragma once
// 依据: the documents the figures rest on, each with number, issuer, date and standing. A source chip leads here.

#include <string>

#include "web/screens/context.h"
#include "web/screens/model/route.h"

namespace mingbai::screens {

class RulesScreen {
 public:
  void open(const Route& route) { opened_ = route.get("document"); }
  void draw(const Context&);

 private:
  std::string opened_;
};

}  // namespace mingbai::screens
