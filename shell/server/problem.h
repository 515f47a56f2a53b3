#pragma once
// Errors as application/problem+json (RFC 9457):
// {"type","title","title_en","status","detail","detail_en","findings"}.
//
// `type` is "urn:mingbai:problem:" and the code, which is stable. Findings, where there are any, are those of
// the input, all at once. An answer never is HTML.

#include <string>
#include <string_view>

#include "core/base/finding.h"
#include "core/store/database.h"
#include "shell/server/http.h"

namespace mingbai::server {

enum class Problem : std::uint8_t {
  malformed,           // 400
  invalid,             // 400, with findings
  login_required,      // 401
  wrong_password,      // 401
  cross_site,          // 403
  not_allowed,         // 403
  not_found,           // 404
  method_not_allowed,  // 405, Allow
  too_slow,            // 408
  login_taken,         // 409
  stale,               // 409, with the current record
  too_large,           // 413
  not_json,            // 415
  envelope_reused,     // 422
  event_reused,        // 422
  refused,             // 422, with findings
  too_many,            // 429, Retry-After
  headers_too_large,   // 431
  fault,               // 500
  storage,             // 503, Retry-After
  busy,                // 503, Retry-After
};

Response problem(Problem);
Response problem(Problem, const Findings&);
// Findings that are JSON already, and the results of the push they came from.
Response problem_of_push(std::string_view findings_json, std::string_view results_json);
// Findings that are JSON already; and the record as it stands, which the asker did not know.
Response problem_of_act(Problem, std::string_view findings_json);
Response problem_of_stale(std::string_view current_json);
Response problem(const store::Error&);  // tells no detail; routes say services.failed(error), which also logs
Response problem_with_retry(Problem, int retry_after_s);

// A finding of the server's own about one field of a body.
Finding field_finding(std::string code, std::string fact, Text message, Text remedy);

}  // namespace mingbai::server
