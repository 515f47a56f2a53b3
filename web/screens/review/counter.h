#pragma once
// 窗口: what is done with a person standing there. A one-time code that binds the person's account, or an agent's, to the
// person; and the second person's word on a colleague's wish to see many certificate numbers. Route: #/review?part=counter.

#include <string>

#include "web/screens/context.h"
#include "web/screens/model/review_answers.h"
#include "web/screens/model/server_answer.h"

namespace mingbai::screens {

class CounterPart {
 public:
  bool on_answer(const ServerAnswer&);
  void draw(const Context&);

 private:
  void draw_code(const Context&);
  void draw_given(const Context&);
  void draw_second(const Context&);

  std::string certificate_, who_ = "insured", relation_, until_, fault_;
  bool busy_ = false;
  int status_ = -1;
  std::string body_;

  std::string reveal_;
  bool confirming_ = false;
  int confirmed_status_ = -1;
  std::string confirmed_body_;
};

}  // namespace mingbai::screens
