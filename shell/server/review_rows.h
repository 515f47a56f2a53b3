#pragma once
// Rows of lists for staff, and what a request for one asks. Names and numbers are masked here.

#include <nlohmann/json.hpp>

#include "core/policy/library.h"
#include "core/store/review_list.h"
#include "shell/server/http.h"

namespace mingbai::server {

// ?stage=a,b (left out: what waits for a decision; "all") &kind= &after= &limit= &from= &to=
store::ListFilter read_filter(const Request&, std::int64_t rows_most, Findings&);

// The days of ?from= and ?to=, both needed, at most two years apart.
struct Days {
  Date from, to;
};
Days read_days(const Request&, Findings&);

nlohmann::ordered_json review_row(const policy::Library&, const store::ListedFiling&, sync::Milliseconds now);

std::string dumped(const nlohmann::ordered_json&);

// A cell of a CSV that no spreadsheet takes for a formula.
std::string csv_cell(std::string_view);

}  // namespace mingbai::server
