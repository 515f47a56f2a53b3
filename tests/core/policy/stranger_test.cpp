// A pack written from the format's documentation alone, with the slips a stranger makes: each is named with
// file, place and, where a name was meant, the nearest one; several slips come together.

#include "tests/core/policy/small_pack.h"

using namespace mingbai;
using test::has_code;
using test::SmallPack;

namespace {

struct Slip {
  const char* file;
  const char* from;
  const char* to;
  const char* code;
  const char* place;
  const char* meant;  // offered as the nearest name; empty: none
};

constexpr Slip slips[]{
    {"pack.json", "\"format\": 1", "\"format\": 2", "pack_bad_value", "pack.json#/format", ""},
    {"pack.json", "\"id\": \"sample\"", "\"id\": \"simple\"", "pack_bad_value", "pack.json#/id", "sample"},
    {"pack.json", "\"442000\"", "\"44200\"", "bad_region", "pack.json#/region", ""},
    {"pack.json", "\"effective_to\": \"2021-12-31\"", "\"effective_to\": \"2019-12-31\"", "to_before_from",
     "pack.json#/schemes/1/effective_to", ""},
    {"documents.json", "\"status\": \"draft\"", "\"status\": \"drafted\"", "unknown_value",
     "documents.json#/2/status", "draft"},
    {"documents.json", "\"id\": \"guess\"", "\"id\": \"rule\"", "pack_duplicate_id", "documents.json#/1/id",
     ""},
    {"parameters.json", "\"unit\": \"months\"", "\"unit\": \"month\"", "unknown_value",
     "parameters.json#/2/unit", "months"},
    {"parameters.json", "\"value\": \"80%\"", "\"value\": 0.8", "pack_bad_value",
     "parameters.json#/1/values/0/value", ""},
    {"parameters.json", "\"2022-12-31\"", "\"2022-12-32\"", "impossible_date",
     "parameters.json#/0/values/0/effective_to", ""},
    {"parameters.json", "\"values\": [{\"value\": 6", "\"value\": [{\"value\": 6", "unknown_key",
     "parameters.json#/2/value", "values"},
    {"tables.json", "\"output\": \"money\"", "\"output\": \"yuan\"", "unknown_value", "tables.json#/0/output",
     ""},
    {"tables.json", "[\"resident\", \"basic\"], \"claim.provider.level\": 1",
     "[\"residents\", \"basic\"], \"claim.provider.level\": 1", "unknown_value",
     "tables.json#/0/rows/0/when/insured.scheme", "resident"},
    {"tables.json", "\"claim.provider.level\": 2", "\"claim.provider.region\": \"442000\"", "pack_bad_value",
     "tables.json#/0/rows/1/when/claim.provider.region", "claim.provider.level"},
    {"tables.json", "\"value\": \"200.00\"", "\"value\": \"200\"", "pack_bad_value",
     "tables.json#/0/rows/0/value", ""},
    {"benefits.json", "\"care\": [\"inpatient\"]", "\"care\": [\"inpatients\"]", "unknown_value",
     "benefits.json#/0/care", "inpatient"},
    {"benefits.json", "\"parameter\": \"kept\"", "\"parameter\": \"keep\"", "pack_dangling_reference",
     "benefits.json#/0/steps/1/parameter", "kept"},
    {"benefits.json", "\"way\": \"per_admission\"", "\"way\": \"per_admision\"", "unknown_value",
     "benefits.json#/0/steps/2/way", "per_admission"},
    {"benefits.json", "\"kind\": \"subtract\"", "\"kind\": \"substract\"", "unknown_value",
     "benefits.json#/0/steps/0/kind", "subtract"},
    {"benefits.json", "\"is\": \"unfiled\"", "\"equals\": \"unfiled\"", "unknown_key",
     "benefits.json#/0/steps/1/when/equals", ""},
    {"requirements.json", "\"must\": {\"fact\": \"insured.enrolled\"",
     "\"must\": {\"fact\": \"insured.enroled\"", "pack_unknown_fact", "requirements.json#/0/must/fact",
     "insured.enrolled"},
    {"requirements.json", "\"is\": true", "\"is\": \"yes\"", "pack_bad_value", "requirements.json#/0/must/is",
     ""},
    {"requirements.json", "\"kinds\": [\"remote_care\"]", "\"kinds\": [\"remote_car\"]", "unknown_value",
     "requirements.json#/0/kinds", "remote_care"},
    {"requirements.json", "{parameter:months}", "{parameter:month}", "pack_dangling_reference",
     "requirements.json#/1/remedy", ""},
    {"requirements.json", "\"remedy\": {\"zh\": \"先参保\", \"en\": \"Enrol first\"}",
     "\"remedy\": {\"zh\": \"先参保\"}", "missing_key", "requirements.json#/0/remedy/en", ""},
    {"documents_required.json", "\"electronic_certificate\"]", "7]", "wrong_type",
     "documents_required.json#/required/0/any_of", ""},
    {"decisions.json", "\"mode\": \"review\"", "\"mode\": \"reviewed\"", "unknown_value",
     "decisions.json#/0/mode", "review"},
    {"decisions.json", "{\"parameter\": \"months\"}", "{\"parameter\": \"ratio\"}", "pack_bad_value",
     "decisions.json#/0/benefit_months/parameter", ""},
};

}  // namespace

TEST_CASE("each slip of a stranger's pack is named with its file, its place and the name that was meant") {
  for (const Slip& slip : slips) {
    INFO(slip.file << ": " << slip.to);
    SmallPack pack;
    pack.change(std::string("sample/") + slip.file, slip.from, slip.to);
    const Findings faults = pack.faults();
    const std::string place = std::string("sample/") + slip.place;
    CHECK(has_code(faults, slip.code, place));
    for (const Finding& f : faults) {
      CHECK(f.fact.starts_with("sample/"));
      CHECK_FALSE(f.message.zh.empty());
      CHECK_FALSE(f.remedy.en.empty());
      if (f.code == slip.code && f.fact == place && *slip.meant != '\0')
        CHECK(f.message.en.find(std::string("Did you mean \"") + slip.meant + "\"") != std::string::npos);
    }
  }
}

TEST_CASE("slips in every file come together") {
  SmallPack pack;
  std::vector<const Slip*> together;
  std::string last;
  for (const Slip& slip : slips) {
    if (last == slip.file || std::string(slip.file) == "documents.json") continue;
    last = slip.file;
    together.push_back(&slip);
    pack.change(std::string("sample/") + slip.file, slip.from, slip.to);
  }
  REQUIRE(together.size() >= 7);
  const Findings faults = pack.faults();
  for (const Slip* slip : together) CHECK(has_code(faults, slip->code, std::string("sample/") + slip->place));
}
