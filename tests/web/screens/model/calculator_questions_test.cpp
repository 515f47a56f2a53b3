#include "web/screens/model/calculator_questions.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "core/policy/policy.h"
#include "tests/web/screens/model/packs_in_hand.h"
#include "web/screens/model/calculator_answer.h"

namespace mingbai::screens {
namespace {

bool asks(const std::vector<Question>& asked, std::string_view fact) {
  return std::any_of(asked.begin(), asked.end(), [&](const Question& question) { return question.fact == fact; });
}

}  // namespace

TEST_CASE("every kind of care a pack has a benefit for can be chosen") {
  for (const PackName& pack : names().packs()) {
    const std::vector<std::string> kinds = care_kinds(library(), pack.id);
    for (const policy::Benefit& benefit : library().find(pack.id)->benefits) {
      for (const std::string& care : benefit.care) CHECK(std::find(kinds.begin(), kinds.end(), care) != kinds.end());
    }
  }
  CHECK(care_kinds(library(), "zhongshan").front() == "inpatient");
}

TEST_CASE("what the form has a field for is not asked again") {
  for (const PackName& pack : names().packs()) {
    for (const std::string& care : care_kinds(library(), pack.id)) {
      CalculatorForm form = unfiled_bill();
      form.insured = pack.id + ".";
      form.care = care;
      form.draft = true;
      const auto asked = questions(library(), form, zh);
      for (const char* own : {"claim.total", "claim.own_expense", "insured.scheme", "claim.provider.level", "claim.remote", "claim.category"}) {
        CHECK_FALSE(asks(asked, own));
      }
      for (const Question& question : asked) CHECK_FALSE(question.label.empty());
    }
  }
}

TEST_CASE("a question is asked once, and derived facts as what they are derived from") {
  for (const std::string& care : care_kinds(library(), "zhongshan")) {
    CalculatorForm form = unfiled_bill();
    form.care = care;
    form.draft = true;
    const auto asked = questions(library(), form, zh);
    for (const Question& question : asked) {
      CHECK(std::count_if(asked.begin(), asked.end(), [&](const Question& other) { return other.fact == question.fact; }) == 1);
      CHECK(question.fact != "claim.disease_class");
      CHECK(question.fact != "claim.outside_window");
    }
  }
}

TEST_CASE("what is answered besides the bill reaches the rules") {
  CalculatorForm form = unfiled_bill();
  const std::string before = calculator_answer(library(), editions(), names(), form, zh).message;
  for (const Question& question : questions(library(), form, zh)) {
    if (question.kind == Question::Kind::number) form.further[question.fact] = "7";
  }
  form.further["claim.nonsense"] = "x";
  const Answer answer = calculator_answer(library(), editions(), names(), form, zh);
  CHECK(answer.faults.empty());
  CHECK(answer.message.find("nonsense") == std::string::npos);
  CHECK((answer.message != before) == (answer.message.find(":7") != std::string::npos));
}

}  // namespace mingbai::screens
