#pragma once
// What a person does with a filing of his own: supply, choose other institutions, withdraw, cancel, ask for a recheck,
// file again, print. Online only: an act is done when the server has said so, and the list follows by the next pull.

#include <string>
#include <vector>

#include "web/screens/context.h"
#include "web/screens/file/chooser.h"
#include "web/screens/model/filing_acts.h"
#include "web/screens/model/server_answer.h"

namespace mingbai::screens {

class FilingActs {
 public:
  void open(const std::string& filing);  // another filing: what was begun is left
  bool on_answer(const ServerAnswer&);   // true: it was for this
  void on_file(const std::string& document);  // a photo of it was chosen: it is among what is supplied
  void draw(const Filed&, const Context&);
  void draw_print(const Filed&, const Context&) const;
  void draw_dialog(const Filed&, const Context&);

 private:
  void begin(const Filed&, const std::string& action);
  void send(const Filed&);
  void draw_content(const Filed&, const Context&);
  void draw_providers(const Filed&, const Context&);
  std::string_view why_not_yet(const Context&) const;  // empty: the act can be sent

  std::string filing_, acting_;  // action of the open dialog
  ActContent content_;
  std::vector<std::string> before_;
  Chooser chooser_;
  bool busy_ = false, done_ = false;
  int problem_ = -1;  // status of an answer that was no success
  std::string problem_body_;
};

}  // namespace mingbai::screens
