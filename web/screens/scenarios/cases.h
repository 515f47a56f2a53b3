#pragma once
// 案例: the packs' cases and one's own, green or red, what differs, and writing one.

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "web/screens/context.h"
#include "web/screens/model/scenario_cases.h"

namespace mingbai::screens {

class ScenarioCases {
 public:
  // `bill` is the calculator's present `settle` message, empty while it has none.
  void draw(const Context&, const std::string& bill);
  void draw_heading(const Context&) const;
  // True when the event was meant for this part.
  bool on_event(std::string_view event, std::string_view json);

 private:
  enum class State { unasked, running, done } state_ = State::unasked;

  void ask();
  void draw_tally(const Context&);
  void draw_filter(const Context&);
  void draw_list(const Context&);
  void draw_opened(const CaseRow&, const Context&);
  void draw_writing(const Context&, const std::string& bill);
  void write(const Context&);
  const std::string* own_text(const CaseRow&) const;

  std::vector<CaseRow> rows_;
  std::size_t failed_ = 0;
  CaseFilter filter_;
  std::size_t most_ = 30;  // how many are drawn
  std::string opened_;     // file, or the name of one's own
  std::vector<std::string> own_;
  bool own_read_ = false;
  std::optional<CaseDraft> draft_;
  bool tried_ = false;  // to save: faults are shown
  std::string asked_text_;  // the file whose text was asked for, and the language then
  Language asked_in_ = Language::zh;
};

}  // namespace mingbai::screens
