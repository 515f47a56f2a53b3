#pragma once
// 看证件号码: certificate numbers are masked until somebody says why they are needed; the reason stands in the audit log.
// One filing's at once; many after a second person has confirmed (docs/roles.md). Shown in a dialog, gone with it.

#include <string>
#include <vector>

#include "web/screens/context.h"
#include "web/screens/model/review_answers.h"
#include "web/screens/model/server_answer.h"

namespace mingbai::screens {

class Reveal {
 public:
  void ask_for(std::vector<std::string> filings);  // opens the dialog
  bool on_answer(const ServerAnswer&);
  void draw(const Context&);

 private:
  void send(const Context&);
  void close();

  bool open_ = false, busy_ = false;
  std::vector<std::string> filings_;
  std::string reason_, fault_, request_;  // request_: of many, waiting for the second person
  int status_ = -1;
  std::string body_;
  std::vector<RevealedNumber> numbers_;
};

}  // namespace mingbai::screens
