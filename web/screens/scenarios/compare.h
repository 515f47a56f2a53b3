#pragma once
// 比一比: two policies over many simulated people, in the batch worker, with progress and a way to stop.

#include <optional>
#include <string>
#include <vector>

#include "web/screens/context.h"
#include "web/screens/model/comparison_summary.h"
#include "web/screens/scenarios/overlays.h"

namespace mingbai::screens {

class ScenarioCompare {
 public:
  explicit ScenarioCompare(KeptOverlays& kept) : kept_(kept) {}
  void draw(const Context&);
  void draw_heading(const Context&) const;
  bool on_event(std::string_view event, std::string_view json);
  void on_fault(std::string_view json);

 private:
  void refresh(const Context&);
  void start(const Context&);
  std::string title_of(const std::string& policy, const Context&);

  void draw_form(const Context&);
  void draw_run(const Context&);
  void draw_sides(const Context&);
  void draw_people(const Context&);
  void draw_histogram(const Context&);
  void draw_groups(const Context&);
  void draw_clauses(const Context&);
  void draw_download(const Context&);

  KeptOverlays& kept_;
  std::string a_, b_, population_, count_ = "100000", seed_ = "42";
  bool populations_read_ = false;
  std::vector<PopulationName> populations_;
  Language read_in_ = Language::zh;
  std::string count_fault_, seed_fault_, b_fault_;

  bool running_ = false;
  std::int64_t done_ = 0, of_ = 0;
  std::string summary_text_;  // of the last run that came to its end
  std::optional<ComparisonSummary> summary_;
  Language summary_in_ = Language::zh;
  std::vector<std::string> faults_zh_, faults_en_;
  bool failed_ = false;
  std::string grouping_;
};

}  // namespace mingbai::screens
