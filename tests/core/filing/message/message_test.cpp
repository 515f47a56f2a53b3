#include "core/filing/message/message.h"

#include <catch2/catch_test_macros.hpp>

#include "core/base/utf8.h"
#include "core/national/length.h"

namespace mingbai::filing {
namespace {

MessageFacts facts() {
  return {"测试甲", "高血压病", "M03900", *parse_date("2022-08-01"), std::nullopt, "CX220801-0004K"};
}

std::size_t units(const std::string& text) { return national::length_of(text, national::LengthUnit::utf16); }

TEST_CASE("the message of a grant can be shown at a visit: who, which disease, from when, which receipt") {
  CHECK(message_text(EventType::took_effect, facts()) ==
        "【医保】测*甲的高血压病(M03900)已通过，2022-08-01起享受，凭本短信和身份证件就诊购药。CX220801-0004K");
}

TEST_CASE("no message is longer than seventy units, whatever the disease and the name are called") {
  MessageFacts longest = facts();
  longest.name = "欧阳测试甲乙";
  longest.what.clear();
  for (int i = 0; i < 60; ++i) longest.what += i % 7 == 0 ? "𠮷" : "病";
  longest.to = *parse_date("2024-07-31");
  for (const EventType type : all_event_types()) {
    const auto text = message_text(type, longest);
    if (!text) continue;
    CHECK(units(*text) <= message_units_most);
    CHECK_FALSE(first_invalid_byte(*text));
    CHECK(text->ends_with("CX220801-0004K"));
    CHECK(text->find("(M03900)") != std::string::npos);
    CHECK(text->find('{') == std::string::npos);
  }
}

TEST_CASE("what staff do among themselves is told to nobody") {
  for (const auto type :
       {EventType::note, EventType::spot_checked, EventType::refusal_proposed, EventType::reviewed})
    CHECK_FALSE(message_text(type, facts()));
}

TEST_CASE("what is no disease is no proof at a visit") {
  MessageFacts remote = facts();
  remote.what = "长期居住在外地，广州市";
  remote.code.clear();
  CHECK(message_text(EventType::took_effect, remote)->find("就诊") == std::string::npos);
}

TEST_CASE("a name is masked but for its ends, and one that is not known is 您") {
  CHECK(message_text(EventType::expired, facts())->starts_with("【医保】测*甲的"));
  MessageFacts other = facts();
  other.name = "甲";
  CHECK(message_text(EventType::expired, other)->starts_with("【医保】甲的"));
  other.name.clear();
  CHECK(message_text(EventType::expired, other)->starts_with("【医保】您的"));
}

}  // namespace
}  // namespace mingbai::filing
