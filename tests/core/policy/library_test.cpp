#include "core/policy/library.h"

#include "tests/core/policy/small_pack.h"

using namespace mingbai;
using test::has_code;
using test::SmallPack;

TEST_CASE("a whole pack loads, and its policy is found by its id") {
  const auto library = SmallPack().library();
  REQUIRE(library.find("sample") != nullptr);
  CHECK(library.find("sample")->version == "7");
  CHECK(library.find("nowhere") == nullptr);
  CHECK(library.ids() == std::vector<std::string_view>{"sample"});
}

TEST_CASE("every fault of a pack comes at once, with its file and place") {
  SmallPack pack;
  pack.change("sample/parameters.json", "\"70%\"", "\"70\"");
  pack.change("sample/tables.json", "\"claim.provider.level\"]", "\"claim.provider.levle\"]");
  pack.change("sample/benefits.json", "\"table\": \"deductible\"", "\"table\": \"deductibel\"");
  pack.change("sample/requirements.json", "\"clause\": \"4\"", "\"clause\": \"\"");
  const Findings faults = pack.faults();
  CHECK(has_code(faults, "pack_bad_value", "sample/parameters.json#/0/values/0/value"));
  CHECK(has_code(faults, "pack_unknown_fact", "sample/tables.json#/0/inputs"));
  CHECK(has_code(faults, "pack_dangling_reference", "sample/benefits.json#/0/steps/2/table"));
  CHECK(has_code(faults, "pack_missing_source", "sample/requirements.json#/0/source/clause"));
}

TEST_CASE("a misspelt fact is answered with the nearest known one") {
  SmallPack pack;
  pack.change("sample/requirements.json", "insured.enrolled", "insured.enroled");
  for (const Finding& f : pack.faults())
    CHECK(f.message.en.find("Did you mean \"insured.enrolled\"") != std::string::npos);
}

TEST_CASE("an element without a source is refused") {
  SmallPack pack;
  pack.change("sample/benefits.json", R"("source": {"document": "rule", "clause": "1"}, )", "");
  CHECK(has_code(pack.faults(), "pack_missing_source", "sample/benefits.json#/0/source"));
}

TEST_CASE("a source names a document of the pack") {
  SmallPack pack;
  pack.change("sample/benefits.json", R"("document": "rule")", R"("document": "rules")");
  CHECK(has_code(pack.faults(), "pack_dangling_reference", "sample/benefits.json#/0/source/document"));
}

TEST_CASE("an unknown key, file or enum value is a fault") {
  SmallPack pack;
  pack.change("sample/pack.json", "\"region\"", "\"regoin\": \"1\", \"region\"");
  pack.change("sample/benefits.json", "\"kind\": \"share\"", "\"kind\": \"shares\"");
  pack.change("sample/benefits.json", "\"is\": \"unfiled\"", "\"is\": \"unfield\"");
  pack.set("sample/benefit.json", "[]");
  pack.set("sample/catalogues/doctors.json", "[]");
  const Findings faults = pack.faults();
  CHECK(has_code(faults, "unknown_key", "sample/pack.json#/regoin"));
  CHECK(has_code(faults, "unknown_value", "sample/benefits.json#/0/steps/3/kind"));
  CHECK(has_code(faults, "unknown_value", "sample/benefits.json#/0/steps/1/when/is"));
  CHECK(has_code(faults, "pack_bad_name", "sample/benefit.json"));
  CHECK(has_code(faults, "pack_bad_name", "sample/catalogues/doctors.json"));
}

TEST_CASE("a file that is no JSON or repeats a key is named") {
  SmallPack pack;
  pack.set("sample/decisions.json", "[{]");
  pack.set("sample/notes.json", R"([{"id": "a", "id": "b"}])");
  const Findings faults = pack.faults();
  CHECK(has_code(faults, "not_json", "sample/decisions.json"));
  CHECK(has_code(faults, "duplicate_key", "sample/notes.json#/0/id"));
}

TEST_CASE("a pack without a dictionary, without pack.json, or inheriting from itself is refused") {
  CHECK(has_code(SmallPack().remove("facts.json").faults(), "pack_file_missing", "facts.json"));
  CHECK(has_code(SmallPack().remove("sample/pack.json").faults(), "pack_file_missing", "sample/pack.json"));
  CHECK(has_code(
      SmallPack().change("sample/pack.json", "\"inherits\": null", "\"inherits\": \"sample\"").faults(),
      "pack_inherits_in_circle"));
  CHECK(has_code(
      SmallPack().change("sample/pack.json", "\"inherits\": null", "\"inherits\": \"province\"").faults(),
      "pack_dangling_reference", "sample/pack.json#/inherits"));
}

TEST_CASE("no text at all, however broken, does more than give faults") {
  for (const auto* text : {"", "null", "[]", "{}", "{\"files\": 3}", "{\"files\": {\"facts.json\": 3}}",
                           "{\"files\": {\"facts.json\": [], \"a/pack.json\": []}}",
                           "{\"files\": {\"facts.json\": [], \"a/pack.json\": null}}"})
    CHECK_FALSE(policy::Library::load(text).has_value());
}

TEST_CASE("a city has what its province has, and its own element replaces the province's of the same id") {
  SmallPack pack;
  pack.set(
      "city/pack.json",
      R"({"format": 1, "id": "city", "title": {"zh": "市", "en": "City"}, "region": "442000", "version": "1", "inherits": "sample",
    "schemes": [{"key": "resident", "label": {"zh": "居民", "en": "Residents"}}, {"key": "basic", "label": {"zh": "基本", "en": "Basic"}}]})");
  pack.set("city/parameters.json",
           R"([{"id": "ratio", "label": {"zh": "比例", "en": "Ratio"}, "unit": "ratio",
    "values": [{"value": "60%", "source": {"document": "rule", "clause": "1"}}]}])");
  const auto library = pack.library();
  const auto& city = *library.find("city");
  CHECK(city.benefits.size() == 1);
  REQUIRE(city.parameter_index("ratio"));
  CHECK(city.parameters[*city.parameter_index("ratio")].values.size() == 1);
  CHECK(city.parameters[*city.parameter_index("ratio")].values[0].value == 6000);
  CHECK(library.find("sample")->parameters[*library.find("sample")->parameter_index("ratio")].values.size() ==
        3);
}

TEST_CASE("an element with several stretches of validity stands for one candidate each") {
  SmallPack pack;
  pack.change(
      "sample/requirements.json",
      R"("met": {"zh": "在册", "en": "Enrolled"}, "source": {"document": "rule", "clause": "4"})",
      R"("met": {"zh": "在册", "en": "Enrolled"}, "source": {"document": "rule", "clause": "4"}, "validity": [
                 {"effective_from": "2020-01-01", "effective_to": "2022-12-31", "status": "assumed"}, {"effective_from": "2023-01-01"}])");
  const auto library = pack.library();
  const auto& list = library.find("sample")->requirements;
  REQUIRE(list.size() == 3);
  CHECK(list[0].authority.source.status == policy::Status::assumed);
  CHECK(list[1].authority.source.status == policy::Status::in_force);
  CHECK(to_iso(list[1].authority.source.effective.from) == "2023-01-01");
}
