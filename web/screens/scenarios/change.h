#pragma once
// 改一改: a figure of a policy changed cell by cell, what the proof and the cases say at once, and the overlay kept.

#include <optional>
#include <string>
#include <vector>

#include "web/screens/context.h"
#include "web/screens/model/device_state.h"
#include "web/screens/model/policy_cells.h"
#include "web/screens/model/scenario_cases.h"
#include "web/screens/scenarios/overlays.h"

namespace mingbai::screens {

class ScenarioChange {
 public:
  explicit ScenarioChange(KeptOverlays& kept) : kept_(kept) {}
  void draw(const Context&);
  void draw_heading(const Context&) const;
  bool on_event(std::string_view event, std::string_view json);

 private:
  struct Proof {
    std::vector<ReportedFinding> findings;
    std::int64_t known = 0;  // what the base lacks already
    std::vector<CaseRow> red;
    std::size_t cases = 0;
  };

  void refresh(const Context&);
  void open_policy(const std::string& policy, const Context&);
  void edited();
  void ask_proof();
  const CellGroup* group() const;
  bool is_changed(const PolicyCell&) const;
  std::size_t changes_in(const CellGroup&) const;

  void draw_policy(const Context&);
  void draw_groups(const Context&);
  void draw_cells(const Context&);
  void draw_cell(const PolicyCell&, const Context&);
  void draw_editor(const PolicyCell&, const Context&);
  void draw_proof(const Context&);
  void draw_keeping(const Context&);
  void draw_kept(const Context&);

  KeptOverlays& kept_;
  Overlay overlay_;
  std::vector<CellGroup> groups_;
  Language read_in_ = Language::zh;
  std::string chosen_, words_, opened_;
  std::string sent_;     // the overlay the last proof was asked for
  bool proving_ = false;
  std::optional<Proof> proof_;
  std::string fault_;
  bool title_needed_ = false;
};

}  // namespace mingbai::screens
