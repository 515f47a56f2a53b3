#pragma once
// The message (短信) that tells a person what happened to a filing: one, of at most 70 characters, so that it
// goes out as a single text. Counted in UTF-16 units, as the networks count.
//
// That of a grant can be shown at a visit (唐医保字〔2019〕16号 四(五)2(4)): name, disease with its code,
// from when, and the receipt's number. Names are masked (core/filing/masking.h); no certificate number ever
// stands in one.
//
//   message_text(EventType::took_effect, {.name = "测试甲", .what = "高血压病", .code = "M03900", …})
//     "【医保】测*甲的高血压病(M03900)已通过，2022-08-01起享受，凭本短信和身份证件就诊购药。CX220801-0004K"

#include <optional>
#include <string>

#include "core/filing/life/event.h"

namespace mingbai::filing {

struct MessageFacts {
  std::string name;
  std::string what;  // disease, or the matter
  std::string code;  // of the disease; empty otherwise
  std::optional<Date> from;
  std::optional<Date> to;
  std::string receipt;
};

inline constexpr std::size_t message_units_most = 70;

// Nothing for events that no message tells (notes, spot checks, what staff do among themselves).
std::optional<std::string> message_text(EventType, const MessageFacts&);

}  // namespace mingbai::filing
