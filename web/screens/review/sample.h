#pragma once
// 抽查: a list for spot checks, drawn by a seed so that whoever repeats the draw gets the same list; each filing of it is
// opened in the review and its outcome noted there. Route: #/review?part=sample.

#include <optional>
#include <string>

#include "core/base/ratio.h"
#include "web/screens/context.h"
#include "web/screens/model/review_answers.h"
#include "web/screens/model/server_answer.h"
#include "web/screens/review/reveal.h"

namespace mingbai::screens {

class SamplePart {
 public:
  bool on_answer(const ServerAnswer&);
  void draw(const Context&, Reveal*);  // no reveal for whoever only reads

 private:
  void ask(Ratio share);
  void draw_form(const Context&);
  void draw_list(const Context&, Reveal*);

  std::string seed_, share_ = "5%", from_, to_;
  std::string share_fault_, seed_fault_;
  bool begun_ = false, busy_ = false;
  int status_ = -1;
  std::string body_;
  std::optional<DrawnSample> sample_;
  Language read_in_ = Language::zh;
};

}  // namespace mingbai::screens
