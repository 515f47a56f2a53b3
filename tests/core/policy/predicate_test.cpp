#include "core/policy/predicate.h"

#include "core/policy/reading.h"
#include "tests/core/policy/small_pack.h"

using namespace mingbai;
using policy::Fact;
using policy::Truth;

namespace {

// A predicate over the small pack's facts, evaluated with the facts that `set` fills in.
struct Asked {
  Truth truth;
  std::vector<std::string> unknown;
};

template <class Set>
Asked ask(const std::string& predicate, Set set) {
  test::SmallPack pack;
  pack.set("sample/notes.json",
           R"([{"id": "n", "kinds": ["recheck"], "when": )" + predicate +
               R"(, "text": {"zh": "a", "en": "a"}, "source": {"document": "rule", "clause": "1"}}])");
  const auto library = pack.library();
  const auto& policy = *library.find("sample");
  policy::Facts facts(policy.symbols);
  set(facts);
  policy::Names names;
  Asked out{policy::evaluate(policy.programs, policy.notes[0].when, facts, names), {}};
  for (Fact fact : names.facts) out.unknown.emplace_back(name_of(fact));
  return out;
}

const auto nothing = [](policy::Facts&) {};

}  // namespace

TEST_CASE("an unknown fact makes its test unknown and is named") {
  const auto asked = ask(R"({"fact": "insured.enrolled", "is": true})", nothing);
  CHECK(asked.truth == Truth::unknown);
  CHECK(asked.unknown == std::vector<std::string>{"insured.enrolled"});
}

TEST_CASE("all is false as soon as one part is, and then asks for nothing") {
  const std::string both =
      R"({"all": [{"fact": "insured.enrolled", "is": true}, {"fact": "claim.provider.level", "is": 1}]})";
  const auto no = ask(both, [](policy::Facts& f) { f.set(Fact::claim_provider_level, 2); });
  CHECK(no.truth == Truth::no);
  CHECK(no.unknown.empty());
  const auto open = ask(both, [](policy::Facts& f) { f.set(Fact::claim_provider_level, 1); });
  CHECK(open.truth == Truth::unknown);
  CHECK(open.unknown == std::vector<std::string>{"insured.enrolled"});
}

TEST_CASE("any is true as soon as one part is, and then asks for nothing") {
  const std::string either =
      R"({"any": [{"fact": "insured.enrolled", "is": true}, {"fact": "claim.provider.level", "is": 1}]})";
  const auto yes = ask(either, [](policy::Facts& f) { f.set(Fact::claim_provider_level, 1); });
  CHECK(yes.truth == Truth::yes);
  CHECK(yes.unknown.empty());
  CHECK(ask(either, nothing).unknown.size() == 2);
}

TEST_CASE("not of unknown is unknown; an empty all holds, an empty any does not") {
  CHECK(ask(R"({"not": {"fact": "insured.enrolled", "is": true}})", nothing).truth == Truth::unknown);
  CHECK(ask(R"({"all": []})", nothing).truth == Truth::yes);
  CHECK(ask(R"({"any": []})", nothing).truth == Truth::no);
}

TEST_CASE("known is never unknown") {
  CHECK(ask(R"({"fact": "insured.enrolled", "known": true})", nothing).truth == Truth::no);
  CHECK(ask(R"({"fact": "insured.enrolled", "known": false})", nothing).truth == Truth::yes);
}

TEST_CASE("a region holds what lies within it, and two places are the same by prefecture") {
  const auto set = [](policy::Facts& f) {
    f.set(Fact::claim_provider_region, 440105);
    f.set(Fact::insured_region, 440100);
  };
  CHECK(ask(R"({"fact": "claim.provider.region", "is": "440100"})", set).truth == Truth::yes);
  CHECK(ask(R"({"fact": "claim.provider.region", "is": "440000"})", set).truth == Truth::yes);
  CHECK(ask(R"({"fact": "claim.provider.region", "is": "440106"})", set).truth == Truth::no);
  CHECK(ask(R"({"fact": "claim.provider.region", "same_as": "insured.region"})", set).truth == Truth::yes);
  CHECK(policy::prefecture_of(110105) == policy::prefecture_of(110000));
  CHECK(policy::prefecture_of(440300) != policy::prefecture_of(440100));
}

TEST_CASE("at least follows the order of an enum's domain") {
  const std::string at_least = R"({"fact": "application.physician.title", "at_least": "attending"})";
  const auto title = [](const char* t) {
    return [t](policy::Facts& f) { f.set_text(Fact::application_physician_title, t); };
  };
  CHECK(ask(at_least, title("resident")).truth == Truth::no);
  CHECK(ask(at_least, title("attending")).truth == Truth::yes);
  CHECK(ask(at_least, title("chief")).truth == Truth::yes);
}

TEST_CASE("of a list, any or all of the members are asked for") {
  const auto held = [](policy::Facts& f) { f.set_list(Fact::application_documents, {"identity_card", "work_proof"}); };
  CHECK(ask(R"({"fact": "application.documents", "has_any": ["pledge", "work_proof"]})", held).truth ==
        Truth::yes);
  CHECK(ask(R"({"fact": "application.documents", "has_all": ["pledge", "work_proof"]})", held).truth ==
        Truth::no);
  CHECK(ask(R"({"fact": "application.documents", "has_all": ["identity_card", "work_proof"]})", held).truth ==
        Truth::yes);
  CHECK(ask(R"({"fact": "application.documents", "has_any": ["pledge"]})", nothing).truth == Truth::unknown);
}

TEST_CASE("a predicate nested too deeply, with two tests, or on a list as if it were one value is refused") {
  std::string deep = R"({"fact": "insured.enrolled", "is": true})";
  for (int i = 0; i < 30; ++i) deep = R"({"not": )" + deep + "}";
  const auto faults = [](const std::string& when) {
    return test::SmallPack()
        .set("sample/notes.json",
             R"([{"id": "n", "when": )" + when +
                 R"(, "text": {"zh": "a", "en": "a"}, "source": {"document": "rule", "clause": "1"}}])")
        .faults();
  };
  CHECK(test::has_code(faults(deep), "too_deep"));
  CHECK(
      test::has_code(faults(R"({"fact": "claim.provider.level", "is": 1, "at_most": 2})"), "pack_bad_value"));
  CHECK(test::has_code(faults(R"({"fact": "application.documents", "is": "pledge"})"), "pack_fact_type"));
  CHECK(test::has_code(faults(R"({"fact": "insured.enrolled", "has_any": ["pledge"]})"), "pack_fact_type"));
  CHECK(test::has_code(faults(R"({"all": 3})"), "wrong_type"));
  CHECK(test::has_code(faults(R"(["all"])"), "wrong_type"));
}
