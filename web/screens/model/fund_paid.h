#pragma once
// What the fund pays for a list of settled bills (基金支付): by kind of care, level, kind and code of the institution and
// scheme. Read from the summary of core/scenario over one policy; sums are those the rules give, not the bank's.
//
// Fen are whole numbers where a bar is drawn to scale. A share (实际报销比例) is what the person does not pay, of the total.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generated/strings.h"
#include "web/screens/model/names.h"

namespace mingbai::screens {

struct FundRow {
  std::string label;
  std::int64_t fund = 0;  // fen
  std::string claims, total, fund_words, share;
};

struct FundGrouping {
  std::string fact, label;
  std::vector<FundRow> rows;
};

struct FundPaid {
  std::string claims, total, fund, major_illness, self, share;  // major_illness empty: none
  std::int64_t undetermined = 0;                                // bills no rule covers
  std::string basis;
  std::vector<FundGrouping> groupings;
};

std::optional<FundPaid> read_fund_paid(std::string_view summary_json, const Names&, const strings::Strings&);

std::string fund_csv(const FundGrouping&, const strings::Strings&);

// The facts the bills are grouped by, and the first lines of a list that says them.
inline constexpr std::string_view fund_groups[] = {"claim.care", "claim.provider.level", "claim.provider.kind",
                                                   "claim.provider.code", "insured.scheme"};
std::string fund_sample();

}  // namespace mingbai::screens
