#pragma once
// Every fault of an input, a pack or a case has one code here, with its message and remedy in both languages.
//
// The enum is closed: a check that finds something new adds its row to fault.cpp. Requirement codes of packs
// are not faults; they come from the pack with their own words. `finding` fills {actual}, {allowed}, {fact}
// and, when a known name is close to what was written, adds "did you mean …?".

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/finding.h"

namespace mingbai::contract {

enum class Fault : std::uint8_t {
  not_json,
  invalid_utf8,
  too_large,
  too_deep,
  duplicate_key,
  wrong_type,
  unknown_key,
  missing_key,
  unknown_value,
  empty_list,
  text_too_long,
  out_of_range,
  money_as_number,
  money_format,
  money_too_large,
  ratio_format,
  decimal_format,
  negative_amount,
  own_expense_above_total,
  parts_above_total,
  date_format,
  impossible_date,
  discharged_before_admitted,
  to_before_from,
  day_after_as_of,
  bad_region,
  bad_year,
  identity_number_length,
  identity_number_characters,
  identity_number_birth_date,
  identity_number_check_digit,
  unknown_policy,
  unknown_scheme,
  scheme_not_valid,
  no_rule,
  ledger_of_another_year,
  document_missing,
  pack_file_missing,
  pack_bad_name,
  pack_unknown_fact,
  pack_fact_type,
  pack_bad_value,
  pack_dangling_reference,
  pack_missing_source,
  pack_duplicate_id,
  pack_inherits_in_circle,
  overlay_base_version,
  overlay_test_failed,
  overlay_dangling_pointer,
  table_gap,
  table_overlap,
  table_too_large,
  date_gap,
  precedence_tie,
  list_size,
  field_count,
  person_not_together,
  quotes_astray,
  sums_too_large,
  more_faults,
  not_one_or_two,
  simulation_without_people,
  unknown_population,
  case_failed,
  case_unreadable,
  not_exercised,
};

std::string_view code_of(Fault);

Finding finding(Fault, std::string fact, std::optional<std::string> actual = std::nullopt,
                std::vector<std::string> allowed = {});

// `{name}` in both languages replaced by the value.
void fill(Text&, std::string_view name, std::string_view value);

}  // namespace mingbai::contract
