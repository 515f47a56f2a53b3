#pragma once
// 绑定本人: the one-time code given at a counter makes an account a person's own (or an agent's), so that what others handed
// in for the person is seen, too. Anyone can type somebody's number; nobody else has the code.

#include <string>

#include "web/screens/context.h"
#include "web/screens/model/server_answer.h"

namespace mingbai::screens {

class BindingForm {
 public:
  bool on_answer(const ServerAnswer&);
  void draw(const Context&);

 private:
  std::string certificate_, code_, certificate_fault_, code_fault_;
  bool open_ = false, busy_ = false;
  int status_ = -1;
  std::string body_;
};

}  // namespace mingbai::screens
