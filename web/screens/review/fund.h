#pragma once
// 基金支付: a list of settled bills, settled again by the rules of a place and added up by kind of care, level and
// institution, in the batch worker. The list stays on this device. Below the figures, route: #/review?part=figures.

#include <optional>
#include <string>
#include <vector>

#include "web/screens/context.h"
#include "web/screens/model/fund_paid.h"

namespace mingbai::screens {

class FundPart {
 public:
  bool on_event(std::string_view json);  // of the batch worker, or a chosen file
  void draw(const Context&);

 private:
  void refresh(const Context&);
  void draw_form(const Context&);
  void draw_run(const Context&);
  void draw_sums(const Context&);
  void draw_grouping(const FundGrouping&, const Context&);

  std::string policy_;
  bool running_ = false, failed_ = false;
  std::int64_t done_ = 0;
  std::string summary_text_;
  std::optional<FundPaid> paid_;
  Language read_in_ = Language::zh;
  std::vector<std::string> faults_zh_, faults_en_;
};

}  // namespace mingbai::screens
