#pragma once
// The outward messages as JSON text in and out, used alike by the command line, the server, wasm and files.
//
// Each function reads one JSON object and writes one. Faults of the input (shape, type, unknown key or name,
// impossible date, wrong check digit, own expense above the total, duplicate keys, depth over 64, over a
// megabyte) come all at once as {"findings": […]} with `usable` false. Nothing throws.

#include <expected>
#include <string>
#include <string_view>

#include "core/base/finding.h"
#include "core/eligibility/check.h"
#include "core/institution_payment/score.h"
#include "core/reimbursement/settle.h"

namespace mingbai::contract {

struct Answer {
  bool usable = false;
  std::string json;
};

Answer settle(const policy::Library&, std::string_view request_json, Language);
Answer check(const policy::Library&, std::string_view request_json, Language);
Answer score(const policy::Library&, std::string_view request_json, Language);

// The typed halves, for whoever has no JSON to begin with or wants the values.
std::expected<reimbursement::Claim, Findings> read_claim(const policy::Library&, std::string_view json);
std::expected<eligibility::Application, Findings> read_application(const policy::Library&,
                                                                   std::string_view json);
std::expected<institution_payment::ScoreRequest, Findings> read_score_request(const policy::Library&,
                                                                              std::string_view json);
std::string write(const reimbursement::Settlement&, Language);
std::string write(const eligibility::CheckResult&, Language);
std::string write(const institution_payment::Score&, Language);
std::string write(const Findings&, Language);

}  // namespace mingbai::contract
