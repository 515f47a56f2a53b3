#pragma once
// 数据 of the review: what came in, what was decided, how long things wait, why they were sent back. Each chart is a table
// and a CSV; the ledger (台账) of the same days is one, too. Route: #/review?part=figures.

#include <optional>
#include <string>

#include "web/screens/context.h"
#include "web/screens/model/review_figures.h"
#include "web/screens/model/server_answer.h"
#include "web/screens/review/fund.h"
#include "web/screens/review/yearly.h"

namespace mingbai::screens {

class FiguresPart {
 public:
  void open(const Context&);
  bool on_answer(const ServerAnswer&);
  bool on_event(std::string_view json) { return fund_.on_event(json); }
  void draw(const Context&);

 private:
  void ask();
  void draw_span(const Context&);
  void draw_ledger(const Context&);
  void draw_sum(const Context&);
  void draw_days(const Context&);
  void draw_rows(std::string_view title, std::string_view line, std::string_view empty, const std::vector<FigureRow>&, const Context&);

  std::string span_ = "30", from_text_, to_text_;  // span_: days up to today, or "own"
  Date from_, to_;
  bool asked_ = false;
  int status_ = -1, ledger_status_ = -1;  // -1: not yet
  std::string body_, ledger_problem_;
  std::optional<ReviewFigures> figures_;
  Language read_in_ = Language::zh;
  YearlyPart yearly_;
  FundPart fund_;
};

}  // namespace mingbai::screens
