#pragma once
// 各机构一年的情况: a year's filings by institution, as a table and a CSV. Below the figures, route: #/review?part=figures.

#include <optional>
#include <string>
#include <vector>

#include "web/screens/context.h"
#include "web/screens/model/server_answer.h"
#include "web/screens/model/yearly_figures.h"

namespace mingbai::screens {

class YearlyPart {
 public:
  bool on_answer(const ServerAnswer&);
  void draw(const Context&);

 private:
  void ask();
  void draw_table(const Context&);

  std::string year_;  // empty: not asked yet
  int status_ = -1;   // -1: not yet
  std::string body_;
  std::optional<std::vector<InstitutionFigures>> rows_;
  Language read_in_ = Language::zh;
};

}  // namespace mingbai::screens
