#pragma once
// 审核: a queue by age, the filing beside its automatic check, and the decision. Online only: what the server answers is
// shown and never kept; a decision is done when the server has said so.
//
// Routes: #/review, #/review?filing=ID. The same decision sent twice is one decision (its id is drawn once).

#include <optional>
#include <string>
#include <vector>

#include "web/screens/context.h"
#include "web/screens/model/review.h"
#include "web/screens/model/route.h"
#include "web/screens/model/server_answer.h"

namespace mingbai::screens {

class ReviewScreen {
 public:
  void open(const Route&);
  bool on_answer(const ServerAnswer&);  // true: it was for this screen
  void forget();                        // another account, or none
  void on_roles(const std::vector<StaffRole>& roles) { approve_all_ = approval(roles); }
  void draw(const Context&);

 private:
  void ask_queue();
  void ask_opened();
  void decide(std::string_view action, const std::vector<CheckLine>& reasons, std::string_view words, std::string_view outcome = {});
  void read(const Context&);
  void draw_head(const Context&);
  void draw_queue(const Context&);
  void draw_opened(const Context&);
  void draw_check(const Context&);
  void draw_actions(const Context&);
  void draw_dialogs(const Context&);
  void draw_reasons(const Context&);

  std::string_view approve_all_;  // confirm | review | nothing
  bool asked_ = false;
  std::string opened_, shown_, queue_answer_, opened_answer_;
  int queue_status_ = -1, opened_status_ = -1;  // -1: not yet
  std::optional<ReviewQueue> queue_;
  std::optional<ReviewedFiling> filing_;
  Language read_in_ = Language::zh;
  bool unread_ = false;

  bool busy_ = false;
  std::string done_;        // key of what the server has just accepted
  int problem_ = -1;        // status of a decision that was not accepted
  std::string problem_body_;
  std::string asking_;      // "ask_supplement" | "propose_refusal" | "refuse" | "batch"
  std::string words_;
  std::vector<bool> chosen_;  // of the findings, as reasons
};

}  // namespace mingbai::screens
