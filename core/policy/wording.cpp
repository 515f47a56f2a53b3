#include "core/policy/wording.h"

#include "core/base/decimal.h"
#include "core/base/money.h"

namespace mingbai::policy {
namespace {

Text resolve(std::string_view name, const Edition& edition, const Facts& facts) {
  constexpr std::string_view prefix = "parameter:";
  if (name.starts_with(prefix)) {
    const auto index = edition.policy->parameter_index(name.substr(prefix.size()));
    if (!index || edition.parameters[*index].authority == nullptr) return {"—", "—"};
    const std::string value =
        for_people(edition.parameters[*index].value, edition.policy->parameters[*index].unit);
    return {value, value};
  }
  const auto fact = find_fact(name);
  if (!fact || !facts.known(*fact)) return {"—", "—"};
  return value_label(*edition.policy, facts, *fact);
}

std::string replaced(const std::string& text, Language language, const Edition& edition, const Facts& facts) {
  std::string out;
  std::size_t at = 0;
  for (std::size_t open; (open = text.find('{', at)) != std::string::npos;) {
    const std::size_t close = text.find('}', open);
    if (close == std::string::npos) break;
    out += text.substr(at, open - at);
    out += resolve(std::string_view(text).substr(open + 1, close - open - 1), edition, facts).in(language);
    at = close + 1;
  }
  return out + text.substr(at);
}

}  // namespace

std::vector<std::uint32_t> parameters_in(const Policy& policy, const Text& text) {
  constexpr std::string_view opening = "{parameter:";
  std::vector<std::uint32_t> out;
  for (const std::string* words : {&text.zh, &text.en}) {
    for (std::size_t at = 0; (at = words->find(opening, at)) != std::string::npos; at += opening.size()) {
      const std::size_t name = at + opening.size();
      if (const auto index = policy.parameter_index(words->substr(name, words->find('}', name) - name)))
        out.push_back(*index);
    }
  }
  return out;
}

std::string for_people(std::int64_t value, Unit unit) {
  if (unit == Unit::money) return to_display(Money{value});
  if (unit == Unit::ratio) return to_percent(Ratio{static_cast<std::int32_t>(value)});
  if (unit == Unit::decimal) return to_display(Decimal{value});
  return std::to_string(value);
}

Text value_label(const Policy& policy, const Facts& facts, Fact fact) {
  const std::string written = facts.written(fact);
  if (fact == Fact::insured_scheme) {
    const Scheme* scheme = policy.scheme(written);
    return scheme == nullptr ? Text{written, written} : scheme->label;
  }
  for (const DomainValue& value : policy.dictionary.of(fact).domain)
    if (value.key == written) return value.label;
  return {written, written};
}

Text filled(Text text, const Edition& edition, const Facts& facts) {
  return {replaced(text.zh, Language::zh, edition, facts), replaced(text.en, Language::en, edition, facts)};
}

}  // namespace mingbai::policy
