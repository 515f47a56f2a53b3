#pragma once
// The overlays at hand (覆盖): those a person keeps on this device, as the files they can be downloaded as, and after
// them those that come with the packs.

#include <string>
#include <string_view>
#include <vector>

#include "web/screens/model/policy_cells.h"

namespace mingbai::screens {

class KeptOverlays {
 public:
  std::vector<Overlay> heads();  // without their edits
  bool is_own(std::string_view id);
  const std::string* find(std::string_view id);
  void keep(const std::string& text);  // in the place of the one with the same id
  void forget(std::string_view id);

 private:
  void read();
  void write() const;
  std::vector<std::string> texts_;    // kept
  std::vector<std::string> bundled_;  // of the packs
  bool read_ = false;
};

}  // namespace mingbai::screens
