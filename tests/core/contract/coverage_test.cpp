// What the cases of a pack exercise: rules on both sides, papers held and not held, notes and entries that
// are shown or named, and of an overlay what it brings that its base's cases do not touch.

#include "core/contract/coverage.h"

#include "tests/core/policy/small_pack.h"

using namespace mingbai;
using test::SmallPack;

namespace {

std::string apply(const std::string& documents, const std::string& more = "") {
  return R"({"name": "n", "requirement": ["R066"], "command": "check", "input": {"policy": "sample", "as_of": "2022-08-01", "insured": {"enrolled": true},
    "application": {"kind": "remote_care", "category": "referral", "care_region": "440100", "documents": [)" +
         documents + "]" + more + R"(}}, "expect": {}})";
}

std::string stay(const std::string& more) {
  return R"({"name": "n", "requirement": ["R066"], "command": "settle", "input": {"policy": "sample", "statuses": ["in_force", "assumed"], "insured": {"scheme": "resident"},
    "claim": {"care": "inpatient", "remote": "local", "discharged": "2022-05-05", "provider": {"level": 1}, "total": "1200.00")" +
         more + R"(}}, "expect": {}})";
}

Findings uncovered(const SmallPack& pack) {
  const auto library = pack.library();
  return contract::Coverage(library).uncovered(*library.find("sample"));
}

bool lacks(const Findings& findings, const std::string& place, const std::string& words = "") {
  return std::ranges::any_of(findings, [&](const Finding& f) {
    return f.fact == "sample/" + place && f.actual.value_or("").find(words) != std::string::npos;
  });
}

SmallPack with_lists() {
  SmallPack pack;
  pack.set("sample/notes.json", R"([
    {"id": "hint", "kinds": ["remote_care"], "when": {"fact": "application.category", "is": "temporary"}, "text": {"zh": "甲", "en": "A"}, "source": {"document": "rule", "clause": "8"}},
    {"id": "stay_hint", "care": ["inpatient"], "text": {"zh": "乙", "en": "B"}, "source": {"document": "rule", "clause": "8"}}])");
  pack.set("sample/catalogues/diseases.json",
           R"({"complete": false, "source": {"document": "rule", "clause": "8"}, "diseases": [
      {"code": "M1", "label": {"zh": "甲病", "en": "A"}, "origin": "provincial", "class": "special"},
      {"code": "M2", "label": {"zh": "乙病", "en": "B"}, "origin": "provincial", "class": "special"},
      {"code": "M3", "label": {"zh": "丙病", "en": "C"}, "origin": "local", "class": "special"}]})");
  pack.set("sample/catalogues/institutions.json",
           R"({"complete": false, "source": {"document": "rule", "clause": "9"}, "institutions": [
      {"key": "people", "code": "H44200100026", "label": {"zh": "人民医院", "en": "People's"}, "region": "442000", "kind": "hospital", "level": 2}]})");
  pack.set("sample/catalogues/grants.json",
           R"({"complete": true, "source": {"document": "rule", "clause": "9"}, "grants": [
      {"institution": "people", "disease": ["M1"], "acts": ["confirm"]}]})");
  return pack;
}

}  // namespace

TEST_CASE("a required document needs a case in which it is held and one in which it is not") {
  SmallPack pack;
  CHECK(lacks(uncovered(pack), "documents_required.json#/required/0", "identity (held"));
  pack.set("sample/cases/good/a.json", apply("\"identity_card\""));
  CHECK_FALSE(lacks(uncovered(pack), "documents_required.json#/required/0", "identity (held"));
  CHECK(lacks(uncovered(pack), "documents_required.json#/required/0", "identity (not held"));
  pack.set("sample/cases/bad/b.json", apply(""));
  CHECK_FALSE(lacks(uncovered(pack), "documents_required.json#/required/0"));
}

TEST_CASE("a paper that must not be asked for needs a case that says so") {
  SmallPack pack;
  CHECK(lacks(uncovered(pack), "documents_required.json#/must_not_be_asked/0", "application_form"));
  pack.set("sample/cases/good/a.json", apply(""));
  CHECK_FALSE(lacks(uncovered(pack), "documents_required.json#/must_not_be_asked/0"));
}

TEST_CASE("a note needs a case that shows it") {
  SmallPack pack = with_lists();
  pack.set("sample/cases/good/a.json", apply("")).set("sample/cases/good/b.json", stay(""));
  CHECK(lacks(uncovered(pack), "notes.json#/0", "hint"));
  CHECK_FALSE(lacks(uncovered(pack), "notes.json#/1"));
  std::string traveller = apply("");
  traveller.replace(traveller.find("referral"), 8, "temporary");
  pack.set("sample/cases/good/c.json", traveller);
  CHECK_FALSE(lacks(uncovered(pack), "notes.json#/0"));
}

TEST_CASE("of entries that differ in nothing but code and label one must be named") {
  SmallPack pack = with_lists();
  CHECK(lacks(uncovered(pack), "catalogues/diseases.json#/diseases/0"));
  CHECK_FALSE(lacks(uncovered(pack), "catalogues/diseases.json#/diseases/1"));
  CHECK(lacks(uncovered(pack), "catalogues/diseases.json#/diseases/2"));
  pack.set("sample/cases/good/a.json", stay(R"(, "disease": "M2")"));
  CHECK_FALSE(lacks(uncovered(pack), "catalogues/diseases.json#/diseases/0"));
  CHECK(lacks(uncovered(pack), "catalogues/diseases.json#/diseases/2", "M3 (named"));
}

TEST_CASE("an institution must be named, and every grant must be what an answer rests on") {
  SmallPack pack = with_lists();
  CHECK(lacks(uncovered(pack), "catalogues/institutions.json#/institutions/0"));
  CHECK(lacks(uncovered(pack), "catalogues/grants.json#/grants/0", "people (granted"));
  pack.set("sample/cases/bad/a.json",
           apply("", R"(, "disease": {"code": "M3"}, "provider": {"code": "H44200100026"})"));
  CHECK_FALSE(lacks(uncovered(pack), "catalogues/institutions.json#/institutions/0"));
  CHECK(lacks(uncovered(pack), "catalogues/grants.json#/grants/0"));
  pack.set("sample/cases/good/b.json",
           apply("", R"(, "disease": {"code": "M1"}, "provider": {"code": "people"})"));
  CHECK_FALSE(lacks(uncovered(pack), "catalogues/grants.json#/grants/0"));
}

TEST_CASE("an entry that is not law may give its reason instead") {
  SmallPack pack = with_lists();
  pack.change("sample/catalogues/diseases.json", R"("origin": "local", "class": "special")",
              R"("origin": "local", "class": "special", "status": "assumed", "untested": "from memory")");
  CHECK_FALSE(lacks(uncovered(pack), "catalogues/diseases.json#/diseases/2"));
}

TEST_CASE("an overlay is asked the cases of its base: what it brings and they do not touch is named") {
  const auto fresh = [](const SmallPack& pack, const std::string& patch) {
    const auto wider = pack.library().with_overlay(
        R"({"format": 1, "id": "trial", "title": {"zh": "试", "en": "Trial"}, "base": {"id": "sample", "version": "7"}, "patch": )" +
            patch + "}",
        "");
    REQUIRE(wider);
    return contract::newly_uncovered(*wider, *wider->find("trial"));
  };
  const std::string changed =
      R"([{"op": "replace", "path": "/tables.json/0/rows/0/value", "value": "100.00"}])";
  const std::string added =
      R"([{"op": "replace", "path": "/tables.json/0/rows/0/when/insured.scheme", "value": ["resident"]},
      {"op": "add", "path": "/tables.json/0/rows/-", "value": {"when": {"insured.scheme": "basic", "claim.provider.level": 1}, "value": "50.00", "source": {"document": "rule", "clause": "2"}}}])";
  SmallPack pack;
  CHECK(fresh(pack, added).empty());  // a base without cases asks for none
  pack.set("sample/cases/good/a.json", stay(""));
  CHECK(fresh(pack, changed).empty());
  const auto found = fresh(pack, added);
  REQUIRE(found.size() == 1);
  CHECK(lacks(found, "tables.json#/0/rows/2", "deductible (looked up"));
}
