#pragma once
// The documents of an opened filing: which are in, which wait or are under way, which were refused and why; and more can be
// added. What this device sent it knows itself; what another one sent, the server is asked for.

#include <string>
#include <vector>

#include "web/screens/context.h"
#include "web/screens/model/chosen_files.h"
#include "web/screens/model/server_answer.h"

namespace mingbai::screens {

class FilingPapers {
 public:
  void open(const Filed&, const Context&);
  bool on_answer(const ServerAnswer&);  // true: it was for this
  void on_fault(const Report&);
  void add(const std::vector<ChosenFile>&);
  void draw(const Filed&, const Context&);

 private:
  std::string filing_, asked_for_, answer_, fault_;
};

}  // namespace mingbai::screens
