#pragma once
// What a person types into a field, made into the form the rules read: full-width digits, thousands separators and
// loose dates are understood; what cannot be understood says why, for the line under the field.
//
//   "５０，０００"  -> 50,000.00        "2026/2/3"   -> 2026-02-03
//   "5万"          -> not_a_number     "2026-02-30" -> no_such_day, "2 月没有 30 日，请改日期。"

#include <expected>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/date.h"
#include "core/base/money.h"
#include "generated/strings.h"

namespace mingbai::screens {

enum class MoneyEntryFault : std::uint8_t { not_a_number, too_many_decimals, too_large, negative };

std::expected<Money, MoneyEntryFault> read_money(std::string_view typed);
std::string explain(MoneyEntryFault, std::string_view label, const strings::Strings&);

// The ISO form of what was typed, "2026-02-03"; what has not the shape of a date is given back as it is.
std::string tidy_date(std::string_view typed);
// Empty when the date exists; otherwise the sentence for the field.
std::string date_fault(std::string_view typed, const strings::Strings&);
std::optional<Date> read_date(std::string_view typed);

}  // namespace mingbai::screens
