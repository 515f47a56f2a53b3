#pragma once
// The words of a rule where there is no case to fill them (core/policy/wording.h): {parameter:id} is the figure of the day, or
// its name where it has none then; {fact.path} the name of what the case would say, in brackets.
//
//   "全省特殊病 {parameter:special_diseases} 种" -> "全省特殊病 15 种"
//   "您选了 {application.providers.count} 家" -> "您选了 [选了几家] 家"

#include <map>
#include <string>
#include <string_view>

#include "core/base/text.h"
#include "web/screens/model/names.h"

namespace mingbai::screens {

using FigureWords = std::map<std::string, std::string, std::less<>>;  // id of a parameter -> what stands in its place

// What is in no brace stays as it is; so does a brace that is not closed.
std::string rule_words(std::string_view text, const FigureWords&, const Names&, Language);

}  // namespace mingbai::screens
