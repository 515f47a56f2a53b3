#pragma once
// 批量: a list of decisions as a CSV, pasted or from a file; the server decides each row for itself and says of every one
// what came of it. Route: #/review?part=batch.

#include <optional>
#include <string>

#include "web/screens/context.h"
#include "web/screens/model/review_answers.h"
#include "web/screens/model/server_answer.h"

namespace mingbai::screens {

class BatchPart {
 public:
  bool on_answer(const ServerAnswer&);
  bool on_file(std::string_view event_json);  // a chosen file, or its text
  void draw(const Context&);

 private:
  void draw_form(const Context&);
  void draw_outcome(const Context&);

  std::string text_;
  std::string file_fault_;  // key of a sentence
  bool busy_ = false;
  int status_ = -1;
  std::string body_;
  std::optional<BatchOutcome> outcome_;
  Language read_in_ = Language::zh;
};

}  // namespace mingbai::screens
