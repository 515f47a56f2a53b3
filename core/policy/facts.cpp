#include "core/policy/facts.h"

#include <algorithm>

#include "core/base/date.h"
#include "core/base/decimal.h"
#include "core/base/money.h"

namespace mingbai::policy {

std::int64_t Symbols::intern(std::string_view text) {
  if (const auto found = find(text)) return *found;
  const auto symbol = static_cast<std::int64_t>(texts_.size());
  texts_.emplace_back(text);
  by_text_.emplace(text, symbol);
  return symbol;
}

std::optional<std::int64_t> Symbols::find(std::string_view text) const {
  const auto it = by_text_.find(text);
  if (it == by_text_.end()) return std::nullopt;
  return it->second;
}

void Facts::set(Fact fact, std::int64_t value) {
  values_[slot(fact)] = value;
  known_[slot(fact)] = true;
}

std::int64_t Facts::symbol(std::string_view text) {
  if (const auto found = symbols_->find(text)) return *found;
  auto it = std::ranges::find(unmentioned_, text);
  if (it == unmentioned_.end()) it = unmentioned_.insert(it, std::string(text));
  return -1 - (it - unmentioned_.begin());
}

void Facts::set_text(Fact fact, std::string_view text) { set(fact, symbol(text)); }

std::span<const std::int64_t> Facts::list(Fact fact) const {
  for (const auto& [name, symbols] : lists_)
    if (name == fact) return symbols;
  return {};
}

void Facts::set_list(Fact fact, const std::vector<std::string>& texts) {
  known_[slot(fact)] = true;
  std::erase_if(lists_, [&](const auto& entry) { return entry.first == fact; });
  auto& symbols = lists_.emplace_back(fact, std::vector<std::int64_t>{}).second;
  for (const auto& text : texts) symbols.push_back(symbol(text));
}

void Facts::set_region_if(Fact fact, const std::optional<std::string>& digits) {
  if (!digits) return;
  if (const auto region = parse_region(*digits)) set(fact, *region);
}

std::string Facts::written(Fact fact) const {
  const auto text = [&](std::int64_t v) {
    return std::string(v >= 0 ? symbols_->text(v) : unmentioned_[static_cast<std::size_t>(-1 - v)]);
  };
  const std::int64_t v = value(fact);
  switch (type_of(fact)) {
    case FactType::money:
      return to_yuan(Money{v});
    case FactType::ratio:
      return to_percent(Ratio{static_cast<std::int32_t>(v)});
    case FactType::decimal:
      return to_text(Decimal{v});
    case FactType::date:
      return to_iso(Date{static_cast<std::int32_t>(v)});
    case FactType::boolean:
      return v != 0 ? "true" : "false";
    case FactType::integer:
    case FactType::region:
      return std::to_string(v);
    case FactType::enumeration:
    case FactType::text:
      return text(v);
    case FactType::list:
      break;
  }
  std::string out;
  for (std::int64_t symbol : list(fact)) out += (out.empty() ? "" : ", ") + text(symbol);
  return out;
}

std::optional<std::int64_t> parse_region(std::string_view digits) {
  if (digits.size() != 6 || digits.front() == '0') return std::nullopt;
  std::int64_t value = 0;
  for (char c : digits) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

Range within_region(std::int64_t region) {
  if (region % 10000 == 0) return {region, region + 9999};
  if (region % 100 == 0) return {region, region + 99};
  return {region, region};
}

}  // namespace mingbai::policy
