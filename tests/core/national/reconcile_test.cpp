#include "core/national/reconcile.h"

#include "tests/core/national/samples.h"

namespace mingbai::national {
namespace {

std::string answer(const char* node, const char* rows) {
  return std::string(R"({"infcode":0,"inf_refmsgid":"4420002026112110580500000000001","output":{")") + node +
         "\":" + rows + "}}";
}

Json compared(const std::string& platform, const std::vector<Json>& filings,
              std::optional<std::string> asked = {}) {
  std::vector<std::string> texts;
  for (const Json& filing : filings) texts.push_back(contract::dump(filing));
  const auto result = reconcile(tables(), library(), platform, {texts.begin(), texts.end()}, asked);
  if (!result) return Json(result.error().front().code + " " + result.error().front().fact);
  return to_json(*result);
}

TEST_CASE("a disease that stands alike on both sides agrees") {
  const Json result = compared(
      answer(
          "feedetail",
          R"([{"opsp_dise_code":"M03900","opsp_dise_name":"高血压","begndate":"2025-09-12 00:00:00","enddate":"2027-09-11"}])"),
      {record(disease(), "in_effect")});
  CHECK(contract::dump(result) ==
        R"({"transaction":"5301","same":1,"only_here":[],"only_there":[],"dates_differ":[]})");
}

TEST_CASE("what stands on one side only and where the days differ is listed, each with its code and filing") {
  Json diabetes = record(disease(), "in_effect");
  Json message = disease();
  message["application"]["disease"]["code"] = "M01600";
  diabetes["payload"] = record(message, "in_effect")["payload"];
  const Json result = compared(
      answer(
          "feedetail",
          R"([{"opsp_dise_code":"M03900","opsp_dise_name":"高血压","begndate":"2025-09-13","enddate":"2027-09-11"},
        {"opsp_dise_code":"M07800","opsp_dise_name":"慢性肾功能不全","begndate":"2024-01-01"}])"),
      {record(disease(), "in_effect"), diabetes});
  CHECK(result["same"] == 0);
  CHECK(
      contract::dump(result["dates_differ"]) ==
      R"([{"key":"M03900","name":"高血压","filing":"77b10000000000000000000000000000",)"
      R"("here":{"from":"2025-09-12","to":"2027-09-11"},"there":{"from":"2025-09-13","to":"2027-09-11"}}])");
  CHECK(result["only_here"][0]["key"] == "M01600");
  CHECK(result["only_here"][0]["there"].is_null());
  CHECK(result["only_there"][0]["key"] == "M07800");
  CHECK(result["only_there"][0]["there"]["to"].is_null());
}

TEST_CASE("filings that do not count, or of another kind, are left aside") {
  const Json result =
      compared(answer("feedetail", "[]"), {record(disease(), "cancelled"), record(disease(), "submitted"),
                                           record(transfer(), "in_effect"), selection()});
  CHECK(result["only_here"].empty());
}

TEST_CASE("selected institutions are compared one by one, by 5302") {
  const Json result = compared(
      answer(
          "psnfixmedin",
          R"([{"psn_no":"1","fix_srt_no":"1","fixmedins_code":"H44200100026","fixmedins_name":"中山市人民医院","begndate":"2025-09-12","enddate":"2027-09-11"}])"),
      {record(selection(), "in_effect")});
  CHECK(result["transaction"] == "5302");
  CHECK(result["same"] == 1);
  CHECK(result["only_here"][0]["key"] == "H44200100009");
  CHECK(result["only_here"][0]["name"] == "测试社区卫生服务中心");
}

TEST_CASE("two periods of one disease are matched by their days") {
  Json renewed = record(disease(), "in_effect");
  renewed["life"]["effective_from"] = "2027-09-12";
  renewed["life"]["effective_to"] = "2029-09-11";
  const Json result = compared(
      answer(
          "feedetail",
          R"([{"opsp_dise_code":"M03900","opsp_dise_name":"高血压","begndate":"2027-09-12","enddate":"2029-09-11"},
        {"opsp_dise_code":"M03900","opsp_dise_name":"高血压","begndate":"2025-09-12","enddate":"2027-09-11"}])"),
      {record(disease(), "in_effect"), renewed});
  CHECK(result["same"] == 2);
}

TEST_CASE("an empty answer names its query by option, and everything of ours stands only here") {
  const std::string empty = R"({"infcode":0,"output":{}})";
  CHECK(compared(empty, {}) == Json("national_answer output"));
  CHECK(compared(empty, {record(disease(), "in_effect")}, "5301")["only_here"].size() == 1);
}

TEST_CASE("a refusal of the platform, another's answer and faulty rows are faults, not an empty list") {
  CHECK(compared(R"({"infcode":-1,"err_msg":"人员不存在"})", {}) == Json("national_refused infcode"));
  CHECK(compared(R"({"status":200})", {}) == Json("national_answer infcode"));
  CHECK(compared("<html>", {}) == Json("not_json "));
  CHECK(compared(answer("feedetail", R"([{"opsp_dise_name":"高血压","begndate":"2025-09-12"}])"), {}) ==
        Json("national_required output.feedetail.0.opsp_dise_code"));
  CHECK(compared(
            answer("feedetail", R"([{"opsp_dise_code":"M1","opsp_dise_name":"x","begndate":"2025-13-12"}])"),
            {}) == Json("national_date output.feedetail.0.begndate"));
  Json broken = disease();
  broken["application"]["kind"] = "x";
  CHECK(compared(answer("feedetail", "[]"), {disease(), broken}) == Json("unknown_value 2.application.kind"));
}

}  // namespace
}  // namespace mingbai::national
