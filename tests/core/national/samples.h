#pragma once
// Filings for the tests of the national platform's messages. People, person numbers and doctors are invented;
// the identity number is the example of GB 11643 and its check digit is right.

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "core/national/export.h"
#include "generated/policies_bundle.h"

namespace mingbai::national {

inline const Tables& tables() {
  static const auto read = read_tables(policies_bundle());
  REQUIRE(read);
  return *read;
}

inline const policy::Library& library() {
  static const auto loaded = policy::Library::load(policies_bundle());
  REQUIRE(loaded);
  return *loaded;
}

inline Json base(const char* application, const char* national) {
  Json out = *contract::parse_json(R"({
    "policy": "zhongshan", "as_of": "2025-09-10", "statuses": ["in_force", "assumed"],
    "insured": {"scheme": "resident", "enrolled": true, "region": "442000", "name": "测试甲",
                "certificate": {"type": "identity_card", "number": "11010519491231002X"}}})");
  out["application"] = *contract::parse_json(application);
  out["national"] = *contract::parse_json(national);
  out["national"]["psn_no"] = "44200000000000000001";
  out["national"]["header"] = *contract::parse_json(R"({"opter": "0001", "opter_name": "测试员",
    "fixmedins_code": "H44200100026", "fixmedins_name": "中山市人民医院"})");
  return out;
}

inline Json disease() {
  return base(
      R"({"kind": "special_disease", "channel": "institution", "setting": "outpatient",
    "disease": {"code": "M03900"}, "provider": {"code": "H44200100026", "region": "442000", "kind": "hospital", "level": 3},
    "physician": {"title": "attending", "registered": true}, "documents": ["identity_card", "diagnosis_certificate"]})",
      R"({"hosp_ide_date": "2025-09-10", "diag_dr_codg": "D442001000001", "diag_dr_name": "测试医师"})");
}

inline Json transfer() {
  return base(
      R"({"kind": "remote_care", "category": "referral", "care_region": "440100", "from": "2025-09-11",
    "channel": "institution", "documents": ["identity_card", "referral_certificate"],
    "provider": {"code": "H44010000001", "region": "440100", "kind": "hospital", "level": 3}})",
      R"({"diag_code": "C22.000", "diag_name": "肝细胞癌", "refl_rea": "本地无此手术", "refl_opnn": "同意",
    "refl_old_mdtrt_id": "1001", "names": {"H44010000001": "测试医院"}})");
}

inline Json selection() {
  return base(
      R"({"kind": "provider_selection", "from": "2025-10-01", "disease": {"code": "M03900", "class": "two", "confirmed": true},
    "agent": {"name": "测试乙", "certificate": {"type": "identity_card", "number": "440524188001010014"},
              "relation": "子女", "consent": true},
    "providers": [{"code": "H44200100026", "region": "442000", "kind": "hospital", "level": 3, "qualified": true},
                  {"code": "H44200100009", "region": "442000", "kind": "community", "level": 1, "qualified": true}]})",
      R"({"names": {"H44200100009": "测试社区卫生服务中心"}})");
}

// As a record of the protocol has it, at this stage of its life.
inline Json record(Json message, const char* stage) {
  Json out = Json::object();
  out["filing"] = "77b10000000000000000000000000000";
  out["state"] = "received";
  out["national"] = message["national"];
  message.erase("national");
  message.erase("as_of");
  message.erase("statuses");
  out["payload"] = contract::dump(message);
  out["life"] = *contract::parse_json(R"({"effective_from": "2025-09-12", "effective_to": "2027-09-11"})");
  out["life"]["stage"] = stage;
  return out;
}

inline const Sending now{.time = "2026-11-21 10:58:05"};

inline std::expected<std::vector<Json>, Findings> exported(const Json& filing,
                                                           std::optional<std::string> transaction = {}) {
  return export_filing(tables(), library(), contract::dump(filing), {std::move(transaction), now});
}

// What is wrong, as "code fact".
inline std::vector<std::string> faults(const Json& filing, std::optional<std::string> transaction = {}) {
  const auto result = exported(filing, std::move(transaction));
  std::vector<std::string> out;
  for (const Finding& one : result ? Findings{} : result.error()) {
    CHECK_FALSE(one.message.zh.empty());
    CHECK_FALSE(one.remedy.en.empty());
    CHECK(one.message.zh.find('{') == std::string::npos);
    CHECK(one.remedy.zh.find('{') == std::string::npos);
    out.push_back(one.code + " " + one.fact);
  }
  return out;
}

using Faults = std::vector<std::string>;

}  // namespace mingbai::national
