#pragma once
// The simulation as JSON text in and out (docs/formats/population.md): a request opens a job, a summary is
// written. The work between them is scenario::Job's.

#include <expected>
#include <optional>
#include <string>
#include <string_view>

#include "core/contract/json.h"
#include "core/scenario/job.h"

namespace mingbai::contract {

// {"policies": […], "population": {…} | "population_id": "…", "count": N, "seed": S, "as_of"?, "statuses"?,
// "groups"?} or {"policies": […], "claims": "csv"}. All faults at once.
std::expected<scenario::Request, Findings> read_simulation(const policy::Library&, std::string_view json);
std::expected<scenario::Job, Findings> open_simulation(const policy::Library&, std::string_view json);

// A population alone; `place` says where it stands ("population"). With policies, what it draws must be known
// to them: schemes to each, other words to the dictionary of facts.
std::optional<scenario::Population> read_population(std::string_view json, const std::string& place,
                                                    Findings&,
                                                    const std::vector<const policy::Policy*>& policies = {});

std::string write(const scenario::Summary&, Language);
// The claim as a settle request to the policy.
Json to_json(const reimbursement::Claim&, const std::string& policy);

}  // namespace mingbai::contract
