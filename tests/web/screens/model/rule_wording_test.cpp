#include "web/screens/model/rule_wording.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/web/screens/model/packs_in_hand.h"

namespace mingbai::screens {
namespace {

const FigureWords figures = {{"special_diseases", "29"}, {"kept", "80%"}};

std::string filled(std::string_view text, Language language = Language::zh) { return rule_words(text, figures, names(), language); }

}  // namespace

TEST_CASE("a figure stands where a rule's words name it, as often as they do") {
  CHECK(filled("特殊病 {parameter:special_diseases} 种") == "特殊病 29 种");
  CHECK(filled("{parameter:kept}，又是 {parameter:kept}") == "80%，又是 80%");
}

TEST_CASE("what a case would say is called by its name, in brackets") {
  CHECK(filled("您选了 {application.providers.count} 家。") == "您选了 [选了几家] 家。");
  CHECK(filled("You chose {application.providers.count}.", Language::en) == "You chose [Number of institutions chosen].");
}

TEST_CASE("words without a place to fill stay as they are") {
  CHECK(filled("没有要填的。") == "没有要填的。");
  CHECK(filled("") == "");
  CHECK(filled("一个 { 没有合上") == "一个 { 没有合上");
  CHECK(filled("合上了 } 没有打开") == "合上了 } 没有打开");
}

TEST_CASE("a name that nobody knows is still no brace") { CHECK(filled("{parameter:unheard}") == "[unheard]"); }

}  // namespace mingbai::screens
