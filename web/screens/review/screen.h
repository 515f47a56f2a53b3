#pragma once
// 审核: a queue by age, the filing beside its automatic check, and the decision. Online only: what the server answers is
// shown and never kept; a decision is done when the server has said so.
//
// Besides the queue (待办): samples, figures, decisions from a list, and the counter, each a part of its own.
//
// Routes: #/review, #/review?filing=ID, #/review?part=sample|figures|batch|counter. The same decision sent twice is one decision (its id is drawn once).

#include <optional>
#include <string>
#include <vector>

#include "web/screens/context.h"
#include "web/screens/model/review.h"
#include "web/screens/model/route.h"
#include "web/screens/model/server_answer.h"
#include "web/screens/review/batch.h"
#include "web/screens/review/counter.h"
#include "web/screens/review/figures.h"
#include "web/screens/review/reveal.h"
#include "web/screens/review/sample.h"

namespace mingbai::screens {

class ReviewScreen {
 public:
  void open(const Route&);
  bool on_answer(const ServerAnswer&);  // true: it was for this screen
  bool on_event(std::string_view json) { return batch_.on_file(json) || figures_.on_event(json); }
  void forget();                        // another account, or none
  void on_roles(const std::vector<StaffRole>& roles) ;
  void draw(const Context&);

 private:
  void ask_queue();
  void ask_opened();
  void decide(std::string_view action, const std::vector<CheckLine>& reasons, std::string_view words, std::string_view outcome = {});
  void read(const Context&);
  void draw_head(const Context&);
  void draw_parts(const Context&);
  void draw_work(const Context&);
  void draw_queue(const Context&);
  void draw_opened(const Context&);
  void draw_prints(const Context&) const;
  void draw_check(const Context&);
  void draw_actions(const Context&);
  void draw_dialogs(const Context&);
  void draw_reasons(const Context&);
  std::vector<CheckLine> chosen_reasons() const;

  std::string_view approve_all_;  // confirm | review | nothing
  bool decides_ = false;          // not merely reads
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

  std::string part_ = "queue";
  SamplePart sample_;
  FiguresPart figures_;
  BatchPart batch_;
  CounterPart counter_;
  Reveal reveal_;
};

}  // namespace mingbai::screens
