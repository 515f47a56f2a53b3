#include "core/filing/message/message.h"

#include <algorithm>
#include <vector>

#include "core/filing/masking.h"
#include "core/national/length.h"

namespace mingbai::filing {
namespace {

std::size_t units(std::string_view text) { return national::length_of(text, national::LengthUnit::utf16); }

std::vector<std::string_view> characters_of(std::string_view text) {
  std::vector<std::string_view> out;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0u) == 0x80u) ++end;
    out.push_back(text.substr(at, end - at));
    at = end;
  }
  return out;
}

// However long a name is, it takes at most three characters here: "测*甲".
std::string shown_name(std::string_view name) {
  const auto characters = characters_of(name);
  if (characters.empty()) return "您";
  if (characters.size() <= 3) return masked_name(name);
  return std::string(characters.front()) + "*" + std::string(characters.back());
}

// {…} filled; `what` may come shortened.
std::string filled(std::string_view form, const MessageFacts& facts, const std::string& what) {
  std::string out(form);
  const auto put = [&](std::string_view name, const std::string& value) {
    if (const auto at = out.find(name); at != std::string::npos) out.replace(at, name.size(), value);
  };
  put("{name}", shown_name(facts.name));
  put("{what}", what + (facts.code.empty() ? "" : "(" + facts.code + ")"));
  put("{from}", facts.from ? to_iso(*facts.from) + "起" : "即日起");
  put("{to}", facts.to ? to_iso(*facts.to) : "");
  put("{receipt}", facts.receipt);
  return out;
}

std::string_view form_of(EventType type, const MessageFacts& facts) {
  switch (type) {
    case EventType::submitted:
      return "【医保】{name}的{what}备案已收到，结果会再发短信。{receipt}";
    case EventType::supplement_asked:
      return "【医保】{name}的{what}备案还缺材料，请在“我的备案”里查看并补交。{receipt}";
    case EventType::confirmed:
      return "【医保】{name}的{what}已由医院确认，正在复核。{receipt}";
    case EventType::took_effect:
      return facts.code.empty()
                 ? "【医保】{name}的{what}已通过，{from}享受。请保留本短信。{receipt}"
                 : "【医保】{name}的{what}已通过，{from}享受，凭本短信和身份证件就诊购药。{receipt}";
    case EventType::recheck_due:
      return facts.to ? "【医保】{name}的{what}待遇到{to}止，请在此前办理复审。{receipt}"
                      : "【医保】{name}的{what}待遇需要复审，请尽快办理。{receipt}";
    case EventType::expired:
      return "【医保】{name}的{what}待遇已到期，需要继续的请重新办理。{receipt}";
    case EventType::refused:
      return "【医保】{name}的{what}备案未通过，全部原因和办法请看“我的备案”。{receipt}";
    case EventType::withdrawn:
      return "【医保】{name}的{what}备案已按您的要求撤回。{receipt}";
    case EventType::cancelled:
      return "【医保】{name}的{what}备案已取消，如非本人要求请联系经办机构。{receipt}";
    case EventType::providers_changed:
      return "【医保】{name}的{what}就医机构已变更，请在“我的备案”里查看。{receipt}";
    case EventType::supplied:
    case EventType::reviewed:
    case EventType::refusal_proposed:
    case EventType::spot_checked:
    case EventType::note:
      return "";
  }
  return "";
}

}  // namespace

std::optional<std::string> message_text(EventType type, const MessageFacts& facts) {
  const auto form = form_of(type, facts);
  if (form.empty()) return std::nullopt;
  std::string text = filled(form, facts, facts.what);
  auto characters = characters_of(facts.what);
  while (units(text) > message_units_most && !characters.empty()) {
    characters.pop_back();
    std::string what;
    for (const auto character : characters) what += character;
    text = filled(form, facts, what.empty() ? what : what + "…");
  }
  return text;
}

}  // namespace mingbai::filing
