#include "core/national/export.h"

#include "tests/core/national/samples.h"

namespace mingbai::national {
namespace {

Json only(const Json& filing, std::optional<std::string> transaction = {}) {
  const auto messages = exported(filing, std::move(transaction));
  REQUIRE(messages);
  REQUIRE(messages->size() == 1);
  return messages->front();
}

TEST_CASE("a confirmed disease is 2503, its message id institution, time and serial") {
  const Json message = only(disease());
  CHECK(
      contract::dump(message) ==
      R"({"infno":"2503","msgid":"H44200100026202611211058050001","mdtrtarea_admvs":"442000","insuplc_admdvs":"442000",)"
      R"("recer_sys_code":"YBXT","infver":"V1.0","opter_type":"1","opter":"0001","opter_name":"测试员",)"
      R"("inf_time":"2026-11-21 10:58:05","fixmedins_code":"H44200100026","fixmedins_name":"中山市人民医院",)"
      R"("input":{"data":{"psn_no":"44200000000000000001","insutype":"390","opsp_dise_code":"M03900",)"
      R"("opsp_dise_name":"高血压病","insu_optins":"442000","ide_fixmedins_no":"H44200100026",)"
      R"("ide_fixmedins_name":"中山市人民医院","hosp_ide_date":"2025-09-10","diag_dr_codg":"D442001000001",)"
      R"("diag_dr_name":"测试医师","begndate":"2025-09-10"}}})");
}

TEST_CASE("of a record the decision's days and the confirmation's day count") {
  Json filing = record(disease(), "in_effect");
  filing["national"].erase("hosp_ide_date");
  filing["events"] = *contract::parse_json(
      R"([{"type": "submitted", "at": "2025-09-10T01:00:00Z"}, {"type": "confirmed", "at": "2025-09-10T16:30:00Z"}])");
  const Json data = only(filing)["input"]["data"];
  CHECK(data["begndate"] == "2025-09-12");
  CHECK(data["enddate"] == "2027-09-11");
  CHECK(data["hosp_ide_date"] == "2025-09-11");  // half past midnight in China
}

TEST_CASE("a transfer of Zhongshan's insured is 2501A, of others 2501, under the node refmedin") {
  const Json message = only(transfer());
  CHECK(message["infno"] == "2501A");
  const Json& body = message["input"]["refmedin"];
  CHECK(body["reflin_medins_no"] == "H44010000001");
  CHECK(body["reflin_medins_name"] == "测试医院");
  CHECK(body["mdtrtarea_admdvs"] == "440100");
  CHECK(body["refl_type"] == "2");
  CHECK(body["refl_date"] == "2025-09-11");
  CHECK(body["refl_old_mdtrt_id"] == "1001");
  Json other = transfer();
  other["insured"]["region"] = "532300";
  CHECK(only(other)["infno"] == "2501");
  CHECK(only(other)["input"]["refmedin"]["refl_type"] == "3");
  CHECK_FALSE(only(other)["input"]["refmedin"].contains("refl_old_mdtrt_id"));
  CHECK(only(transfer(), "2501")["infno"] == "2501");
}

TEST_CASE("2501A without the visit before the transfer is not sent, 2501 is") {
  Json filing = transfer();
  filing["national"].erase("refl_old_mdtrt_id");
  CHECK(faults(filing) == Faults{"national_required input.refmedin.refl_old_mdtrt_id"});
  CHECK(faults(filing, "2501").empty());
}

TEST_CASE("2501A is for those insured in Zhongshan alone") {
  Json filing = transfer();
  filing["insured"]["region"] = "130200";
  CHECK(faults(filing, "2501A") == Faults{"national_other_transaction transaction"});
}

TEST_CASE("every other category of remote care has no message of the platform, whatever is asked") {
  for (const auto* category :
       {"retired_settled", "long_term_resident", "posted_worker", "emergency", "temporary"}) {
    Json filing = transfer();
    filing["application"]["category"] = category;
    CHECK(faults(filing) == Faults{"no_national_message application.category"});
    CHECK(faults(filing, "2501") == Faults{"no_national_message application.category"});
    CHECK(faults(filing, "2502") == Faults{"no_national_message application.category"});
  }
}

TEST_CASE("kinds that the platform does not know have no message") {
  for (const auto* kind : {"negotiated_drug", "recheck", "late_entry", "manual_claim"}) {
    Json filing = disease();
    filing["application"]["kind"] = kind;
    CHECK(faults(filing) == Faults{"no_national_message application.kind"});
  }
}

TEST_CASE("each institution selected is a 2505 of its own, in order, with the agent") {
  const auto messages = exported(selection());
  REQUIRE(messages);
  REQUIRE(messages->size() == 2);
  const Json &first = (*messages)[0]["input"]["data"], &second = (*messages)[1]["input"]["data"];
  CHECK(first["fix_srt_no"] == "1");
  CHECK(second["fix_srt_no"] == "2");
  CHECK(second["fixmedins_code"] == "H44200100009");
  CHECK(second["fixmedins_name"] == "测试社区卫生服务中心");
  CHECK(first["biz_appy_type"] == "01");
  CHECK(first["agnter_name"] == "测试乙");
  CHECK(first["agnter_cert_type"] == "01");
  CHECK_FALSE(first.contains("agnter_rlts"));  // the platform's codes are not in hand
  CHECK((*messages)[1]["msgid"] == "H44200100026202611211058050002");
}

TEST_CASE("a cancelled filing is 2502, 2504 or 2506; the latter two need a reason") {
  Json filing = record(disease(), "cancelled");
  filing["national"]["trt_dcla_detl_sn"] = "T0001";
  CHECK(faults(filing) == Faults{"national_required input.data.memo"});
  filing["events"] =
      *contract::parse_json(R"([{"type": "cancelled", "at": "2025-10-01T00:00:00Z", "reason": "误登记"}])");
  CHECK(only(filing)["infno"] == "2504");
  CHECK(only(filing)["input"]["data"]["memo"] == "误登记");

  Json selected = selection();
  selected["national"]["trt_dcla_detl_sn"] = "T0002";
  CHECK(faults(selected, "2506") == Faults{"national_required input.data.memo"});
  Json moved = transfer();
  moved["national"]["trt_dcla_detl_sn"] = "T0003";
  CHECK(only(moved, "2502")["input"]["data"].contains("memo") == false);
}

TEST_CASE("a cancelling without the platform's serial number is not sent") {
  Json filing = transfer();
  CHECK(faults(filing, "2502") == Faults{"national_required input.data.trt_dcla_detl_sn"});
}

TEST_CASE("nothing is told to the platform before it is granted, or cancelled before it ended") {
  for (const auto* stage : {"submitted", "supplement_asked", "refusal_proposed", "refused"})
    CHECK(faults(record(disease(), stage)) == Faults{"national_stage life.stage"});
  Json running = record(disease(), "in_effect");
  running["national"]["trt_dcla_detl_sn"] = "T1";
  running["national"]["memo"] = "误登记";
  CHECK(faults(running, "2504") == Faults{"national_stage life.stage"});
  Json refused = record(disease(), "in_effect");
  refused.erase("life");
  refused["state"] = "refused";
  CHECK(faults(refused).front() == "national_stage life.stage");
}

TEST_CASE("a transaction of another kind, or none at all, names those that would do") {
  CHECK(faults(disease(), "2505") == Faults{"national_other_transaction transaction"});
  CHECK(faults(disease(), "9999") == Faults{"unknown_value transaction"});
  CHECK(exported(disease(), "2505").error().front().allowed == std::vector<std::string>{"2503", "2504"});
}

TEST_CASE("the queries ask for the person alone") {
  CHECK(contract::dump(only(disease(), "5301")["input"]) == R"({"data":{"psn_no":"44200000000000000001"}})");
  CHECK(only(selection(), "5302")["input"]["data"]["biz_appy_type"] == "01");
}

TEST_CASE(
    "what the institution's every message carries may come from a file, and a filing's own goes before") {
  Json filing = disease();
  filing["national"].erase("header");
  Sending sending = now;
  sending.header = disease()["national"]["header"];
  sending.serial = 42;
  const auto messages = export_filing(tables(), library(), contract::dump(filing), {{}, sending});
  REQUIRE(messages);
  CHECK(messages->front()["msgid"] == "H44200100026202611211058050042");
  sending.header["opter_nam"] = "x";
  const auto refused = export_filing(tables(), library(), contract::dump(filing), {{}, sending});
  REQUIRE_FALSE(refused);
  CHECK(refused.error().front().fact == "header.opter_nam");
  CHECK(refused.error().front().message.en.find("opter_name") != std::string::npos);
}

}  // namespace
}  // namespace mingbai::national
