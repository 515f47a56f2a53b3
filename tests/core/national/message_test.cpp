#include "core/national/message.h"

#include "tests/core/national/samples.h"

namespace mingbai::national {
namespace {

std::string times(const char* text, int count) {
  std::string out;
  while (count-- > 0) out += text;
  return out;
}

TEST_CASE("every required field without a value is told at once, with where to give it") {
  Json filing = disease();
  filing["national"] = Json::object();
  filing["insured"].erase("scheme");
  const auto told = faults(filing);
  for (const auto* name : {"psn_no", "insutype", "hosp_ide_date", "diag_dr_codg", "diag_dr_name"})
    CHECK(std::ranges::count(told, "national_required input.data." + std::string(name)) == 1);
  for (const auto* name : {"opter", "opter_name", "fixmedins_code", "fixmedins_name"})
    CHECK(std::ranges::count(told, "national_required " + std::string(name)) == 1);
  const auto result = exported(filing);
  const auto at = std::ranges::find(result.error(), "input.data.insutype", &Finding::fact);
  REQUIRE(at != result.error().end());
  CHECK(at->remedy.en == "Give it in national.insutype or scheme.key.");
}

TEST_CASE("a name of fifty characters fits, one of fifty-one does not") {
  Json filing = disease();
  filing["national"]["diag_dr_name"] = times("医", 50);
  CHECK(faults(filing).empty());
  filing["national"]["diag_dr_name"] = times("医", 51);
  CHECK(faults(filing) == Faults{"national_too_long input.data.diag_dr_name"});
  const Finding told = exported(filing).error().front();
  CHECK(told.actual == "51");
  CHECK(told.allowed == std::vector<std::string>{"50"});
}

TEST_CASE("a rare character outside the basic plane counts two") {
  Json filing = disease();
  filing["national"]["diag_dr_name"] = times("𠮷", 25);
  CHECK(faults(filing).empty());
  filing["national"]["diag_dr_name"] = times("𠮷", 26);
  CHECK(faults(filing) == Faults{"national_too_long input.data.diag_dr_name"});
}

TEST_CASE("every field of every table refuses one character more than it holds") {
  for (const Transaction& transaction : tables().transactions)
    for (const Field& field : transaction.fields) {
      if (!field.length) continue;
      Findings findings;
      check_value(tables(), field, times("字", static_cast<int>(*field.length) + 1), field.name, findings);
      CHECK(std::ranges::count(findings, "national_too_long", &Finding::code) == 1);
    }
}

TEST_CASE("a code that the dictionary does not hold is refused, and those it holds are listed") {
  Json filing = disease();
  filing["national"]["insutype"] = "311";
  CHECK(faults(filing) == Faults{"national_unknown_code input.data.insutype"});
  CHECK(exported(filing).error().front().allowed.size() == 14);
  Json moved = transfer();
  moved["national"]["refl_type"] = "4";
  moved["national"]["hosp_agre_refl_flag"] = "Y";
  CHECK(faults(moved) == Faults{"national_unknown_code input.refmedin.hosp_agre_refl_flag",
                                "national_unknown_code input.refmedin.refl_type"});
  Json selected = selection();
  selected["national"]["biz_appy_type"] = "02";
  CHECK(faults(selected) == Faults{"national_unknown_code input.data.biz_appy_type"});
}

TEST_CASE("codes of a dictionary that is not in hand are let through, only their length counts") {
  Json selected = selection();
  selected["national"]["agnter_rlts"] = "1";
  CHECK(faults(selected).empty());
  selected["national"]["agnter_rlts"] = "1001";
  CHECK(faults(selected) == Faults{"national_too_long input.data.agnter_rlts"});
}

TEST_CASE("schemes that the platform has no insurance type for must be given one") {
  Json filing = disease();
  filing["insured"]["scheme"] = "basic";
  filing["as_of"] = "2021-06-01";
  filing["national"]["begndate"] = "2021-06-01";
  CHECK(faults(filing) == Faults{"national_required input.data.insutype"});
  filing["national"]["insutype"] = "310";
  CHECK(faults(filing).empty());
}

TEST_CASE("days must exist and end no earlier than they begin") {
  Json filing = disease();
  filing["national"]["hosp_ide_date"] = "2025-02-30";
  filing["national"]["enddate"] = "2025-09-09";
  CHECK(faults(filing) ==
        Faults{"national_date input.data.hosp_ide_date", "national_before input.data.enddate"});
  filing["national"]["hosp_ide_date"] = "2025/09/10";
  filing["national"].erase("enddate");
  CHECK(faults(filing) == Faults{"national_date input.data.hosp_ide_date"});
}

TEST_CASE("the envelope's institution code makes the message id, so it has twelve characters") {
  Json filing = disease();
  filing["national"]["header"]["fixmedins_code"] = "H4420010002";
  CHECK(faults(filing) == Faults{"national_institution_code fixmedins_code"});
}

TEST_CASE("time, serial and regions of the envelope are checked") {
  const std::string text = contract::dump(disease());
  for (const auto* time :
       {"2026-11-21", "2026-11-21T10:58:05", "2026-11-31 10:58:05", "2026-11-21 24:00:00"}) {
    const auto result = export_filing(tables(), library(), text, {{}, {.time = time}});
    REQUIRE_FALSE(result);
    CHECK(result.error().front().code == "national_time");
  }
  for (const int serial : {0, -1, 10000}) {
    const auto result = export_filing(tables(), library(), text, {{}, {.time = now.time, .serial = serial}});
    REQUIRE_FALSE(result);
    CHECK(result.error().front().code == "national_serial");
  }
  Json filing = disease();
  filing["national"]["header"]["mdtrtarea_admvs"] = "44200";
  CHECK(faults(filing) == Faults{"national_region mdtrtarea_admvs"});
}

TEST_CASE("who is insured as retired cadre goes to the system of their own") {
  Json filing = disease();
  filing["national"]["insutype"] = "340";
  CHECK(exported(filing)->front()["recer_sys_code"] == "LXXT");
}

TEST_CASE("blank text is no value, a number no text, and a misspelt field is named") {
  Json filing = disease();
  filing["national"]["diag_dr_name"] = "  ";
  CHECK(faults(filing) == Faults{"national_required input.data.diag_dr_name"});
  filing["national"]["diag_dr_name"] = 7;
  filing["national"]["diag_dr_code"] = "D1";
  CHECK(faults(filing) == Faults{"wrong_type national.diag_dr_name", "unknown_key national.diag_dr_code"});
}

TEST_CASE("faults of the application come before those of the message") {
  Json filing = disease();
  filing["insured"]["certificate"]["number"] = "110105194912310021";
  filing["application"]["channel"] = "post";
  CHECK(faults(filing) == Faults{"identity_number_check_digit insured.certificate.number",
                                 "unknown_value application.channel"});
}

TEST_CASE("input that is no filing at all is told as such") {
  for (const auto* text : {"", "7", "[]", "{\"payload\": \"{\"}", "{}"}) {
    const auto result = export_filing(tables(), library(), text, {{}, now});
    REQUIRE_FALSE(result);
    CHECK_FALSE(result.error().empty());
  }
}

}  // namespace
}  // namespace mingbai::national
