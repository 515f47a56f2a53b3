#pragma once
// Requests to the built-in packs, changed at one place after another, and their answers as JSON.

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "core/contract/json.h"
#include "core/contract/messages.h"
#include "core/policy/library.h"
#include "generated/policies_bundle.h"

namespace mingbai::test {

using contract::Json;

inline const policy::Library& built_in() {
  static const policy::Library library = [] {
    auto loaded = policy::Library::load(policies_bundle());
    if (!loaded)
      for (const Finding& f : loaded.error()) UNSCOPED_INFO(f.code << " " << f.fact);
    REQUIRE(loaded.has_value());
    return std::move(*loaded);
  }();
  return library;
}

// The bill of the brochure: 50,000.00 in Guangzhou, 5,000.00 of it own expense, not filed.
inline Json claim() {
  return Json::parse(R"({"policy": "zhongshan", "as_of": "2025-09-10", "statuses": ["in_force", "assumed"],
    "insured": {"scheme": "employee_combined", "continuous_months": 30},
    "claim": {"care": "inpatient", "provider": {"code": "H44010000001", "region": "440100", "kind": "hospital", "level": 3, "grade": "A", "selected": true},
      "remote": "unfiled", "disease": "M03900", "drug_program": null, "admitted": "2025-08-30", "discharged": "2025-09-10",
      "total": "50000.00", "own_expense": "5000.00", "over_limit": "0.00", "upfront": "0.00"},
    "ledger": {"year": "2025", "eligible_self_pay": "0.00", "fund_paid": "0.00", "major_illness_paid": "0.00", "admissions": 0}})");
}

// A long-term resident in Guangzhou with everything in hand. The identity number is the example of GB 11643.
inline Json application() {
  return Json::parse(R"({"policy": "zhongshan", "as_of": "2025-09-10", "statuses": ["in_force", "assumed"],
    "insured": {"scheme": "employee_combined", "enrolled": true, "region": "442000", "name": "样例",
      "certificate": {"type": "identity_card", "number": "11010519491231002X"}},
    "application": {"kind": "remote_care", "category": "long_term_resident", "care_region": "440100", "channel": "online", "agent": null,
      "documents": ["identity_card", "residence_proof"]}})");
}

// The request with the value at "claim.provider.level" replaced; null leaves it unknown.
inline Json with(Json request, const std::string& path, Json value) {
  std::string pointer = "/";
  for (char c : path) pointer += c == '.' ? '/' : c;
  request[Json::json_pointer(pointer)] = std::move(value);
  return request;
}

struct Reply {
  bool usable;
  Json json;
  const Json& operator[](const std::string& key) const { return json.at(key); }
  bool found(const std::string& code, const std::string& fact = "") const {
    for (const Json& f : json.at("findings"))
      if (f.at("code") == code && (fact.empty() || f.at("fact") == fact)) return true;
    return false;
  }
  const Json& finding(const std::string& code) const {
    for (const Json& f : json.at("findings"))
      if (f.at("code") == code) return f;
    INFO(json.dump());
    FAIL("no finding " << code);
    return json;
  }
  bool missing(const std::string& fact) const {
    for (const Json& m : json.at("missing"))
      if (m.at("fact") == fact) return true;
    return false;
  }
  const Json* line(const std::string& step) const {
    for (const Json& l : json.at("lines"))
      if (l.at("step") == step) return &l;
    return nullptr;
  }
};

inline Reply reply(const contract::Answer& answer) { return {answer.usable, Json::parse(answer.json)}; }
inline Reply settle(const Json& request, Language language = Language::en) {
  return reply(contract::settle(built_in(), request.dump(), language));
}
inline Reply check(const Json& request, Language language = Language::en) {
  return reply(contract::check(built_in(), request.dump(), language));
}

}  // namespace mingbai::test
