// A population is read whole, or refused with every fault at once, each with its JSON pointer and the nearest
// known name.

#include "core/contract/simulation.h"
#include "tests/core/contract/request.h"

using namespace mingbai;
using contract::Json;

namespace {

Json small() {
  return Json::parse(R"({"format": 1, "id": "small", "title": {"zh": "样例", "en": "Sample"},
    "person": [
      {"fact": "insured.scheme", "choose": [{"value": "resident", "weight": 1}, {"value": "employee_pooled", "weight": 3}]},
      {"fact": "insured.continuous_months", "uniform": {"from": 1, "to": 24}}],
    "visits": [{"when": {"insured.scheme": "resident"}, "choose": [{"value": 0, "weight": 1}, {"value": 2, "weight": 1}]},
               {"choose": [{"value": 1, "weight": 1}]}],
    "visit": [
      {"fact": "claim.care", "value": "inpatient"},
      {"fact": "claim.provider.level", "choose": [{"value": 1, "weight": 1}, {"value": 3, "weight": 1}]},
      {"fact": "claim.discharged", "uniform": {"from": "2025-01-01", "to": "2025-12-31"}},
      {"fact": "claim.admitted", "before": "claim.discharged", "uniform": {"from": 1, "to": 9}},
      {"fact": "claim.total", "quantiles": ["10.00", "20.00", "500.00"]},
      {"fact": "claim.own_expense", "when": {"claim.care": ["inpatient"]}, "share_of": "claim.total", "uniform": {"from": "0%", "to": "50%"}}]})");
}

Findings faults(const Json& json) {
  Findings out;
  const auto read =
      contract::read_population(json.dump(), "population", out, {test::built_in().find("zhongshan")});
  CHECK(read.has_value() == out.empty());
  return out;
}

Findings faults_with(const char* pointer, Json value) {
  Json json = small();
  json[Json::json_pointer(pointer)] = std::move(value);
  return faults(json);
}

// Exactly this one fault, at this place.
void refused(const char* pointer, Json value, const std::string& code, const std::string& place) {
  const auto found = faults_with(pointer, std::move(value));
  INFO(pointer);
  for (const Finding& finding : found)
    UNSCOPED_INFO(finding.code << " " << finding.fact << " " << finding.message.en);
  REQUIRE(found.size() == 1);
  CHECK(found.front().code == code);
  CHECK(found.front().fact == "population#" + place);
}

bool offers(const Findings& findings, const std::string& name) {
  return findings.size() == 1 &&
         findings[0].message.en.find("Did you mean \"" + name + "\"") != std::string::npos;
}

}  // namespace

TEST_CASE("a whole population is read with its draws in their order") {
  Findings findings;
  const auto read = contract::read_population(small().dump(), "population", findings);
  REQUIRE(read);
  CHECK(findings.empty());
  CHECK(read->id == "small");
  CHECK(read->person.size() == 2);
  CHECK(read->visits.size() == 2);
  CHECK(read->visit.size() == 6);
  CHECK(read->visit[5].kind == scenario::Draw::Kind::share_of);
}

TEST_CASE("the populations of the packs are whole") {
  for (const auto& [id, text] : test::built_in().populations()) {
    Findings findings;
    INFO(id);
    CHECK(contract::read_population(text, id, findings, {test::built_in().find("zhongshan")}));
    CHECK(findings.empty());
  }
}

TEST_CASE("a fact that does not exist offers the nearest") {
  refused("/person/0/fact", "insured.sceme", "unknown_value", "/person/0/fact");
  CHECK(offers(faults_with("/person/1/fact", "insured.continuous_month"), "insured.continuous_months"));
  refused("/visit/5/share_of", "claim.totals", "unknown_value", "/visit/5/share_of");
}

TEST_CASE("a key that does not exist is refused where it stands") {
  refused("/vists", Json::array(), "unknown_key", "/vists");
  refused("/person/0/weight", 3, "unknown_key", "/person/0/weight");
  refused("/person/0/choose/1/wieght", 3, "unknown_key", "/person/0/choose/1/wieght");
  refused("/visit/2/uniform/until", "2025-12-31", "unknown_key", "/visit/2/uniform/until");
  refused("/visits/1/where", 1, "unknown_key", "/visits/1/where");
}

TEST_CASE("what is drawn is something the fact can be: a misspelt word would quietly leave everybody out") {
  refused("/person/0/choose/1/value", "employe_pooled", "unknown_scheme", "/person/0/choose/1/value");
  CHECK(offers(faults_with("/person/0/choose/1/value", "employe_pooled"), "employee_pooled"));
  refused("/visit/0/value", "inpatent", "unknown_value", "/visit/0/value");
  CHECK(offers(faults_with("/visit/0/value", "outpatients"), "outpatient"));
  refused("/visit/1/choose/1/value", 4, "out_of_range", "/visit/1/choose/1/value");
  refused("/person/1/uniform/to", 1300, "out_of_range", "/person/1/uniform/to");
  refused("/visits/0/when/insured.scheme", "residents", "unknown_scheme", "/visits/0/when/insured.scheme");
  refused("/visit/5/when/claim.care", Json::array({"inpatient", "stay"}), "unknown_value",
          "/visit/5/when/claim.care");
}

TEST_CASE("what is drawn is of the fact's type") {
  refused("/visit/4/quantiles/1", 20, "pack_bad_value", "/visit/4/quantiles");
  refused("/visit/4/quantiles/1", "5.00", "pack_bad_value", "/visit/4/quantiles");
  refused("/visit/2/uniform/from", "2025-02-30", "pack_bad_value", "/visit/2/uniform/from");
  refused("/visit/3/uniform/from", "1", "pack_bad_value", "/visit/3/uniform/from");
  refused("/visit/3/uniform/from", -3, "pack_bad_value", "/visit/3/uniform/from");
  refused("/visit/5/uniform/to", "0.5", "pack_bad_value", "/visit/5/uniform/to");
  refused("/visit/0/value", Json::object(), "wrong_type", "/visit/0/value");
  refused("/visit/5/share_of", "claim.discharged", "pack_fact_type", "/visit/5/share_of");
  refused("/visit/3/before", "insured.continuous_months", "pack_fact_type", "/visit/3/before");
}

TEST_CASE("a range goes up, and no further than can be drawn") {
  refused("/visit/2/uniform/to", "2024-12-31", "out_of_range", "/visit/2/uniform/to");
  CHECK_FALSE(faults_with("/visit/3/uniform/to", 9000).empty());
  for (const auto huge : {INT64_MAX, INT64_MIN, std::int64_t{1} << 40})
    for (const char* end : {"/visit/3/uniform/from", "/visit/3/uniform/to", "/person/1/uniform/to"})
      CHECK_FALSE(faults_with(end, huge).empty());
}

TEST_CASE("a range of a coded fact that is no range is refused where it stands") {
  for (const Json& range : {Json(3), Json("1–24"), Json::array({1, 24})})
    CHECK_FALSE(faults_with("/person/1/uniform", range).empty());
}

TEST_CASE("a weight is a whole number from one, a count of visits at most 64") {
  refused("/person/0/choose/0/weight", 0, "out_of_range", "/person/0/choose/0/weight");
  refused("/person/0/choose/0/weight", -1, "out_of_range", "/person/0/choose/0/weight");
  refused("/person/0/choose/0/weight", 1.5, "out_of_range", "/person/0/choose/0/weight");
  refused("/visits/0/choose/0/value", 65, "out_of_range", "/visits/0/choose/0/value");
  CHECK(faults_with("/visits/0/choose/0/value", 64).empty());
  refused("/visits/1/choose", Json::array(), "empty_list", "/visits/1/choose");
}

TEST_CASE("a draw looks only at facts drawn before it") {
  Json later = small();
  std::swap(later["visit"][3], later["visit"][2]);
  const auto found = faults(later);
  REQUIRE(found.size() == 1);
  CHECK(found.front().code == "pack_dangling_reference");
  CHECK(found.front().fact.starts_with("population#/visit/2"));
  refused("/person/0/when", {{"claim.care", "inpatient"}}, "pack_dangling_reference", "/person/0/when");
  refused("/visit/0/when", {{"claim.total", "1.00"}}, "unknown_key", "/visit/0/when");
}

TEST_CASE("a draw without a way to draw says what is missing") {
  Json none = small();
  none["visit"][0].erase("value");
  const auto found = faults(none);
  REQUIRE(found.size() == 1);
  CHECK(found.front().code == "missing_key");
  CHECK(found.front().fact.starts_with("population#/visit/0"));
}

TEST_CASE("without totals, counts of visits, a name or the format nobody can be drawn") {
  for (const char* key : {"format", "id", "title", "visits", "visit"}) {
    Json without = small();
    without.erase(key);
    INFO(key);
    const auto found = faults(without);
    REQUIRE_FALSE(found.empty());
    CHECK(found.front().fact.find(key) != std::string::npos);
  }
  refused("/format", 2, "pack_bad_value", "/format");
}

TEST_CASE("every fault comes at once") {
  Json json = small();
  json["person"][0]["fact"] = "insured.sceme";
  json["visit"][0]["value"] = "inpatent";
  json["visit"][4]["quantiles"][1] = "x";
  json["visits"][1]["choose"][0]["weight"] = 0;
  json["extra"] = 1;
  const auto found = faults(json);
  for (const char* place :
       {"/person/0/fact", "/visit/0/value", "/visit/4/quantiles", "/visits/1/choose/0/weight", "/extra"})
    CHECK(std::ranges::any_of(
        found, [&](const Finding& f) { return f.fact == std::string("population#") + place; }));
  for (const Finding& finding : found) {
    CHECK_FALSE(finding.message.zh.empty());
    CHECK_FALSE(finding.remedy.en.empty());
  }
}

TEST_CASE("a text that is no JSON, or no object, says so") {
  Findings findings;
  CHECK_FALSE(contract::read_population("{\"format\": 1,", "people.json", findings));
  REQUIRE_FALSE(findings.empty());
  CHECK(findings.front().code == "not_json");
  CHECK(findings.front().fact.starts_with("people.json#"));
  findings.clear();
  CHECK_FALSE(contract::read_population("[]", "people.json", findings));
  CHECK_FALSE(findings.empty());
  findings.clear();
  CHECK_FALSE(contract::read_population(R"({"format": 1, "format": 1})", "people.json", findings));
  CHECK(findings.front().code == "duplicate_key");
}
