#pragma once
// What can keep a filing from becoming a message of the national platform: one code each, with its words and
// its remedy in both languages. `fact` of such a finding is the place in the message ("input.data.psn_no").
//
// They stand beside the faults of input (core/contract/fault.h), which are found first.

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/finding.h"
#include "core/national/tables.h"

namespace mingbai::national {

enum class Fault : std::uint8_t {
  no_national_message,         // the platform has no transaction for this kind of filing
  national_other_transaction,  // the one asked for is not this filing's
  national_stage,              // the filing is not so far, or no longer so
  national_required,
  national_too_long,
  national_unknown_code,
  national_date,
  national_time,
  national_region,
  national_before,
  national_institution_code,
  national_serial,
  national_refused,  // the platform's answer says no
  national_answer,   // an answer that is not of the platform's form
};

Finding finding(Fault, std::string place, std::string actual = "", std::vector<std::string> allowed = {});

// The same about a field: {label} and {name} are filled, and {facts} names what would give the value.
Finding finding(Fault, const Field&, const std::string& place, std::string actual = "",
                std::vector<std::string> allowed = {});

}  // namespace mingbai::national
