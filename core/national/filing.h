#pragma once
// A filing as the national platform's messages need it: one tree of facts, by the paths that the tables name.
//
//   insured.* application.*      as in the `check` message
//   scheme.key                   "zhongshan/resident"
//   benefit.from benefit.to      what was granted: the decision's days, else those `check` gives
//   confirmed.on                 the day of the institution's confirmation
//   disease.name provider.name   from the pack's lists, or `national.names`
//   selected.{code,name,order}   one institution of a selection; the filing has one tree for each
//   destination.{code,name}      of a transfer: the institution in the place of care
//   transfer.distance            same_prefecture | same_province | other_province
//   selection.purpose            special_disease | place_of_care
//   care.region                  where whoever sends stands: of a transfer the insured region
//   cancellation.reason          of the event that ended the filing
//
// What the platform asks and no application says (its own person number, the doctor's code …) stands beside
// it under `national`, by the platform's field names. The input is either the `check` message with `national`
// added, or a record of the protocol (payload, receipt, life, events) with `national` added.

#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "core/contract/json.h"
#include "core/national/tables.h"
#include "core/policy/library.h"

namespace mingbai::national {

using contract::Json;

struct Filing {
  std::string id;  // of a record; empty otherwise
  std::string kind;
  std::string category;
  std::string stage;  // empty: not told
  std::string insured_region;
  Json facts;
  std::vector<Json> selected;
  Json given;   // `national` without header and names
  Json header;  // `national.header`
};

std::expected<Filing, Findings> read_filing(const Tables&, const policy::Library&, std::string_view json);

// The text at a path, a whole number as its digits; nothing where there is none or it is blank.
std::optional<std::string> text_at(const Json& tree, std::string_view path);

// Members of `object` must be text and have one of the names.
void check_given(const Json* object, const std::string& path, const std::vector<std::string>& known,
                 Findings&);

}  // namespace mingbai::national
