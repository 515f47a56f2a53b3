#include "core/policy/catalogue.h"

#include "tests/core/policy/small_pack.h"

using namespace mingbai;
using policy::Act;
using policy::GrantState;
using policy::Listed;
using test::has_code;
using test::SmallPack;

namespace {

constexpr policy::StatusSet law{};
constexpr policy::StatusSet guesses{true, false, true};
const Date day = from_civil({2022, 8, 1});

SmallPack with_catalogues() {
  SmallPack pack;
  pack.set("sample/catalogues/diseases.json",
           R"({"complete": false, "source": {"document": "rule", "clause": "8"}, "diseases": [
      {"code": "M1", "label": {"zh": "甲病", "en": "A"}, "origin": "provincial", "class": "special"},
      {"code": "M2", "label": {"zh": "乙病", "en": "B"}, "origin": "local", "class": "chronic", "status": "assumed", "designated_only": true},
      {"code": "M3", "label": {"zh": "丙病", "en": "C"}, "origin": "local", "class": null, "effective_from": "2023-01-01", "effective_to": null}]})");
  pack.set("sample/catalogues/institutions.json",
           R"({"complete": false, "source": {"document": "rule", "clause": "9"}, "institutions": [
      {"key": "people", "code": "H44200100026", "label": {"zh": "人民医院", "en": "People's"}, "region": "442000", "kind": "hospital", "level": 2, "ownership": "public"},
      {"key": "mind", "code": null, "label": {"zh": "康宁医院", "en": "Mind"}, "region": "442000", "kind": "hospital", "level": 2, "ownership": "private"}]})");
  pack.set("sample/catalogues/grants.json",
           R"({"complete": true, "source": {"document": "rule", "clause": "9"}, "grants": [
      {"institution": "people", "disease": "*", "acts": ["confirm", "treat"]},
      {"institution": "mind", "disease": ["M2"], "acts": ["confirm"]},
      {"institution": {"kind": "township"}, "disease": "M1", "acts": ["treat"], "status": "assumed"}]})");
  pack.set(
      "sample/catalogues/drugs.json",
      R"({"programs": [{"key": "seventeen", "label": {"zh": "谈判药", "en": "Negotiated"}, "source": {"document": "plan", "clause": "1"}}],
      "drugs": [{"key": "aza", "label": {"zh": "阿药", "en": "Aza"}, "program": "seventeen", "source": {"document": "plan", "clause": "1"}}]})");
  pack.set("sample/catalogues/holidays.json", R"({"source": {"document": "guess", "clause": "1"}, "days": [
      {"day": "2022-12-31", "label": {"zh": "元旦", "en": "New Year"}, "working": false},
      {"day": "2022-12-24", "label": {"zh": "调休", "en": "Exchanged"}, "working": true}]})");
  return pack;
}

}  // namespace

TEST_CASE(
    "a disease is known by its code on the days of its entry, its class where its status is asked for") {
  const auto library = with_catalogues().library();
  const auto& lists = library.find("sample")->catalogues;
  REQUIRE(policy::find_disease(lists, "M1", day) != nullptr);
  CHECK(policy::class_of(*policy::find_disease(lists, "M1", day), law) == "special");
  CHECK(policy::class_of(*policy::find_disease(lists, "M2", day), law) == std::nullopt);
  CHECK(policy::class_of(*policy::find_disease(lists, "M2", day), guesses) == "chronic");
  CHECK(policy::find_disease(lists, "M3", day) == nullptr);
  CHECK(policy::listed(lists, "M3", from_civil({2023, 1, 1})) == Listed::listed);
  CHECK(policy::listed(lists, "M9", day) == Listed::not_in_hand);
}

TEST_CASE("a list that is whole refuses what it does not hold") {
  auto pack = with_catalogues();
  pack.change("sample/catalogues/diseases.json", "\"complete\": false", "\"complete\": true");
  CHECK(policy::listed(pack.library().find("sample")->catalogues, "M9", day) == Listed::not_listed);
}

TEST_CASE("confirming and treating are granted apart") {
  const auto library = with_catalogues().library();
  const auto& lists = library.find("sample")->catalogues;
  const auto ask = [&](std::string code, std::optional<std::string> disease, Act act,
                       policy::StatusSet statuses = law, std::optional<std::string> kind = "hospital") {
    return policy::granted(lists, {std::move(code), std::move(kind), 2}, disease, act, day, statuses);
  };
  CHECK(ask("H44200100026", "M1", Act::confirm) == GrantState::granted);
  CHECK(ask("people", std::nullopt, Act::treat) == GrantState::granted);
  CHECK(ask("康宁医院", "M2", Act::confirm) == GrantState::granted);
  CHECK(ask("mind", "M1", Act::confirm) == GrantState::other_disease);
  CHECK(ask("mind", "M2", Act::treat) == GrantState::none);
  CHECK(ask("mind", std::nullopt, Act::confirm) == GrantState::depends_on_disease);
  CHECK(ask("H99", "M1", Act::treat, law, "township") == GrantState::none);
  CHECK(ask("H99", "M1", Act::treat, guesses, "township") == GrantState::granted);
  CHECK(ask("H99", "M2", Act::treat, guesses, "township") == GrantState::none);
}

TEST_CASE("a drug goes by its key, its Chinese name or its program") {
  const auto library = with_catalogues().library();
  const auto& lists = library.find("sample")->catalogues;
  constexpr policy::StatusSet drafts{true, true, false};
  CHECK(policy::find_drug(lists, "aza", day, drafts) != nullptr);
  CHECK(policy::find_drug(lists, "阿药", day, drafts) != nullptr);
  CHECK(policy::find_drug(lists, "seventeen", day, drafts) != nullptr);
  CHECK(policy::find_drug(lists, "aza", day, law) == nullptr);
  CHECK(policy::find_drug(lists, "bza", day, drafts) == nullptr);
}

TEST_CASE("weekends are off, an exchanged Saturday is worked on, a holiday is not") {
  const auto library = with_catalogues().library();
  const auto& lists = library.find("sample")->catalogues;
  CHECK(policy::working_day(lists, from_civil({2022, 12, 30})));        // a Friday
  CHECK_FALSE(policy::working_day(lists, from_civil({2022, 12, 25})));  // a Sunday
  CHECK(policy::working_day(lists, from_civil({2022, 12, 24})));        // a Saturday worked on
  CHECK(policy::working_days_to_year_end(lists, from_civil({2022, 12, 30})) == 1);
  CHECK(policy::working_days_to_year_end(lists, from_civil({2022, 12, 26})) == 5);
  CHECK(policy::working_days_to_year_end(lists, from_civil({2022, 12, 24})) == 6);
  CHECK(policy::working_days_to_year_end(lists, from_civil({2022, 12, 31})) == 0);
}

TEST_CASE("the city's entry replaces the province's of the same code, and both lists together are one") {
  auto pack = with_catalogues();
  pack.set(
      "province/pack.json",
      R"({"format": 1, "id": "province", "title": {"zh": "省", "en": "Province"}, "region": "440000", "version": "1", "inherits": null, "schemes": []})");
  pack.set("province/documents.json", R"([{"id": "notice", "title": "省文", "status": "in_force"}])");
  pack.set("province/catalogues/diseases.json",
           R"({"complete": true, "source": {"document": "notice", "clause": "1"}, "diseases": [
      {"code": "M1", "label": {"zh": "甲病", "en": "A"}, "origin": "provincial", "class": "chronic"},
      {"code": "M7", "label": {"zh": "庚病", "en": "G"}, "origin": "provincial", "class": null}]})");
  pack.change("sample/pack.json", "\"inherits\": null", "\"inherits\": \"province\"");
  const auto library = pack.library();
  const auto& lists = library.find("sample")->catalogues;
  CHECK(policy::find_disease(lists, "M1", day)->disease_class == "special");
  CHECK(policy::find_disease(lists, "M7", day) != nullptr);
  CHECK_FALSE(lists.disease_list.complete);
  CHECK(library.find("province")->catalogues.disease_list.complete);
}

TEST_CASE("every fault of the catalogues comes at once, with its place and the nearest name") {
  auto pack = with_catalogues();
  pack.change("sample/catalogues/diseases.json", "\"special\"", "\"spezial\"");
  pack.change("sample/catalogues/diseases.json", "\"designated_only\"", "\"designated\"");
  pack.change("sample/catalogues/institutions.json", "\"kind\": \"hospital\", \"level\": 2",
              "\"kind\": \"hospitall\", \"level\": 4");
  pack.change("sample/catalogues/grants.json", "\"mind\"", "\"mnid\"");
  pack.change("sample/catalogues/grants.json", "\"M2\"", "\"M22\"");
  pack.change("sample/catalogues/drugs.json", "\"program\": \"seventeen\"", "\"program\": \"sevnteen\"");
  pack.change("sample/catalogues/holidays.json", "2022-12-24", "2022-12-31");
  const Findings faults = pack.faults();
  CHECK(has_code(faults, "unknown_value", "sample/catalogues/diseases.json#/diseases/0/class"));
  CHECK(has_code(faults, "unknown_key", "sample/catalogues/diseases.json#/diseases/1/designated"));
  CHECK(has_code(faults, "unknown_value", "sample/catalogues/institutions.json#/institutions/0/kind"));
  CHECK(has_code(faults, "pack_bad_value", "sample/catalogues/institutions.json#/institutions/0/level"));
  CHECK(has_code(faults, "pack_dangling_reference", "sample/catalogues/grants.json#/grants/1/institution"));
  CHECK(has_code(faults, "pack_dangling_reference", "sample/catalogues/grants.json#/grants/1/disease"));
  CHECK(has_code(faults, "pack_dangling_reference", "sample/catalogues/drugs.json#/drugs/0/program"));
  CHECK(has_code(faults, "pack_duplicate_id", "sample/catalogues/holidays.json#/days/1/day"));
  for (const Finding& f : faults)
    if (f.actual == "mnid") CHECK(f.message.en.find("Did you mean \"mind\"") != std::string::npos);
}
