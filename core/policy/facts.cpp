#include "core/policy/facts.h"

#include <algorithm>
#include <bit>

#include "core/base/date.h"
#include "core/base/decimal.h"
#include "core/base/money.h"

namespace mingbai::policy {
namespace {

constexpr std::int32_t no_symbol = -1;

}  // namespace

std::int64_t Symbols::intern(std::string_view text) {
  if (const auto found = find(text)) return *found;
  texts_.emplace_back(text);
  if (places_.size() < 2 * texts_.size() + 2) {
    places_.assign(std::bit_ceil(4 * texts_.size() + 16), no_symbol);
    for (std::size_t i = 0; i + 1 < texts_.size(); ++i) places_[place(texts_[i])] = static_cast<std::int32_t>(i);
  }
  places_[place(text)] = static_cast<std::int32_t>(texts_.size() - 1);
  return static_cast<std::int64_t>(texts_.size() - 1);
}

std::optional<std::int64_t> Symbols::find(std::string_view text) const {
  if (places_.empty()) return std::nullopt;
  const std::int32_t symbol = places_[place(text)];
  if (symbol == no_symbol) return std::nullopt;
  return symbol;
}

// Where the text stands, or would.
std::size_t Symbols::place(std::string_view text) const {
  std::uint64_t hash = 0xcbf29ce484222325;  // FNV-1a
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  for (std::size_t at = hash >> 32;; ++at) {
    const std::int32_t symbol = places_[at &= places_.size() - 1];
    if (symbol == no_symbol || texts_[static_cast<std::size_t>(symbol)] == text) return at;
  }
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
