#pragma once
// A conflict (冲突) side by side: what this device had and what the agency has, only where they differ, and by whom and when.
// What is chosen becomes a new edit of the filing on the version shown.
//
// Fields are compared part by part of the payload ("insured.certificate", "application.provider"): a part is chosen whole, so
// that a disease's code never comes from one side and its name from the other. The insured person's place and scheme are one part.
// Values are compared as they are sent, and told in words.

#include <map>
#include <string>
#include <vector>

#include "core/policy/library.h"
#include "generated/strings.h"
#include "web/screens/model/device_state.h"
#include "web/screens/model/names.h"

namespace mingbai::screens {

struct ConflictField {
  std::string part;  // "application.care_region"
  std::string label;
  std::string mine, theirs;
};

struct ConflictSide {
  std::string who, when, order;  // 这台设备; 2026-11-22 18:58; 照第 1 版改的
};

struct ConflictView {
  std::string id, filing, title;
  std::int64_t version = 0;  // theirs, on which a choice will stand
  std::vector<ConflictField> differing;
  std::vector<std::string> equal;  // labels
  ConflictSide mine, theirs;
  bool over = false;  // the filing takes no edit any more: ours can only become a new one
};

ConflictView conflict_view(const Names&, const HeldConflict&, const Filed&, const strings::Strings&);

// Theirs, with what was chosen to be ours ("mine" by the part's path).
std::string chosen_payload(const HeldConflict&, const Filed&, const std::map<std::string, std::string>& choices);

// Differing parts that nothing was chosen for yet.
std::size_t left_to_choose(const ConflictView&, const std::map<std::string, std::string>& choices);

}  // namespace mingbai::screens
