#pragma once
// 各机构一年的情况: what came of each institution's filings over a calendar year, for its yearly assessment (年度考核). Counts
// are the server's (docs/formats/protocol.md, statistics/institutions); here they get names and an order.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generated/strings.h"
#include "web/screens/model/names.h"

namespace mingbai::screens {

struct InstitutionFigures {
  std::string name, code;  // without a name its code; the words for "none named" where there is no code
  std::int64_t submitted = 0, took_effect = 0, refused = 0, supplement_asked = 0, late_entries = 0, decided = 0;
  std::string days;  // the median from handing in to the decision, whole days; "–" without a decision
};

// The most handed in first, then by code; what names no institution last. Nothing: no such answer.
std::optional<std::vector<InstitutionFigures>> yearly_figures(std::string_view answer, const Names&, const strings::Strings&);

std::string yearly_csv(const std::vector<InstitutionFigures>&, const strings::Strings&);

// "2026", "2025", "2024": the year of today and the two before.
std::vector<std::string> years_to_choose(Date today);

}  // namespace mingbai::screens
