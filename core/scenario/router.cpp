#include "core/scenario/router.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cstring>
#include <utility>

#include "core/policy/editions.h"

namespace mingbai::scenario {
namespace {

using policy::Fact;
using policy::FactType;

constexpr unsigned dense_bits = 18;
constexpr std::size_t routes_at_once = 2048;

// Vectors have no look-up; clang would put one together from single ones, at a loss.
#if defined(__clang__)
#define MINGBAI_ROW_BY_ROW _Pragma("clang loop vectorize(disable) unroll_count(4)")
#else
#define MINGBAI_ROW_BY_ROW
#endif
constexpr std::int32_t first_day = 7305;  // 1990-01-01
constexpr std::size_t days_kept = 40000;

// Facts that decide about others (the remote situation, what the catalogues say): always a feature.
bool always_counts(Fact fact) {
  switch (fact) {
    case Fact::claim_care:
    case Fact::claim_remote:
    case Fact::claim_category:
    case Fact::claim_provider_region:
    case Fact::claim_provider_code:
    case Fact::claim_provider_level:
    case Fact::claim_disease:
    case Fact::claim_drug_program:
    case Fact::claim_split:
    case Fact::claim_continues:
    case Fact::insured_region:
      return true;
    default:
      return false;
  }
}

std::int64_t whole_number(const std::string& word) {
  std::int64_t out = 0;
  std::from_chars(word.data(), word.data() + word.size(), out);
  return out;
}

// Codes at their place in keys, eight at once: compilers would first widen numbers as small as these.
void add_codes(std::uint16_t* keys, const Code* codes, unsigned shift, std::size_t count) {
  typedef std::uint16_t Eight __attribute__((vector_size(16)));
  const auto factor = static_cast<std::uint16_t>(1u << shift);
  std::size_t i = 0;
  for (; i + 8 <= count; i += 8) {
    Eight key, code;
    std::memcpy(&key, keys + i, sizeof key);
    std::memcpy(&code, codes + i, sizeof code);
    key |= code * factor;
    std::memcpy(keys + i, &key, sizeof key);
  }
  for (; i < count; ++i) keys[i] = static_cast<std::uint16_t>(keys[i] | codes[i] << shift);
}
void add_codes(std::uint32_t* keys, const Code* codes, unsigned shift, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) keys[i] |= std::uint32_t{codes[i]} << shift;
}

}  // namespace

void People::assign(std::size_t people) {
  for (auto* column : {&eligible_self_pay, &fund_paid, &major_illness_paid, &admissions, &splits})
    column->assign(people, 0);
  year.assign(people, 0);
}

void People::forget(std::size_t person) {
  for (auto* column : {&eligible_self_pay, &fund_paid, &major_illness_paid, &admissions, &splits})
    (*column)[person] = 0;
}

const std::vector<std::int64_t>* People::of(Fact fact) const {
  switch (fact) {
    case Fact::ledger_eligible_self_pay:
      return &eligible_self_pay;
    case Fact::ledger_fund_paid:
      return &fund_paid;
    case Fact::ledger_major_illness_paid:
      return &major_illness_paid;
    case Fact::ledger_admissions:
      return &admissions;
    case Fact::ledger_splits:
      return &splits;
    default:
      return nullptr;
  }
}

Router::Router(const policy::Policy& policy, std::optional<Date> as_of) : policy_(&policy), as_of_(as_of) {
  const auto& programs = policy.programs;
  const auto add = [&](Fact fact, std::uint32_t first, std::uint32_t count, bool ranges) {
    auto& limits = limits_[fact];
    for (std::uint32_t i = first; ranges && i < first + count; ++i) {
      limits.push_back(programs.ranges[i].from);
      if (programs.ranges[i].to != INT64_MAX) limits.push_back(programs.ranges[i].to + 1);
    }
  };
  for (const auto& op : programs.ops) {
    if (op.code == policy::Op::Code::constant || op.code == policy::Op::Code::both ||
        op.code == policy::Op::Code::either || op.code == policy::Op::Code::negate)
      continue;
    add(op.fact, op.first, op.count, op.code == policy::Op::Code::in_ranges);
    if (op.code == policy::Op::Code::same_as) add(op.other, 0, 0, false);
  }
  for (const auto& condition : programs.conditions)
    add(condition.fact, condition.first, condition.count, true);
  for (auto& [fact, limits] : limits_) {
    std::ranges::sort(limits);
    limits.erase(std::unique(limits.begin(), limits.end()), limits.end());
  }
  for (const Date day : policy::turning_days(policy)) turns_.push_back(day.days);
  const auto turn = [&](const policy::Authority& authority) {
    turns_.push_back(authority.source.effective.from.days);
    turns_.push_back(std::int64_t{authority.source.effective.to.days} + 1);
  };
  for (const auto& entry : policy.catalogues.diseases) turn(entry.authority);
  for (const auto& entry : policy.catalogues.institutions) turn(entry.authority);
  for (const auto& entry : policy.catalogues.programs) turn(entry.authority);
  for (const auto& entry : policy.catalogues.drugs) turn(entry.authority);
  for (const Fact fact : {Fact::claim_discharged, Fact::as_of})
    if (limits_.contains(fact)) turns_.insert(turns_.end(), limits_[fact].begin(), limits_[fact].end());
  std::ranges::sort(turns_);
  turns_.erase(std::unique(turns_.begin(), turns_.end()), turns_.end());
  day_cache_.assign(days_kept, 0);
}

std::uint32_t Router::class_of(Fact fact, std::int64_t value) const {
  const auto& limits = limits_.at(fact);
  return 1 + static_cast<std::uint32_t>(std::ranges::upper_bound(limits, value) - limits.begin());
}

void Router::choose(const Claims& claims) {
  chosen_ = true;
  day_column_ = admitted_column_ = care_column_ = claims.columns.size();
  for (std::size_t i = 0; i < claims.columns.size(); ++i) {
    const Column& column = claims.columns[i];
    const Fact fact = column.fact;
    if (fact == Fact::claim_discharged) day_column_ = i;
    if (fact == Fact::claim_admitted) admitted_column_ = i;
    if (fact == Fact::claim_care) care_column_ = i;
    const bool asked = limits_.contains(fact);
    if (column.coded && People().of(fact) == nullptr && (asked || always_counts(fact))) {
      const bool by_limits = policy::type_of(fact) == FactType::integer && fact != Fact::claim_provider_level;
      coded_.push_back({i, by_limits, {0}, 1, 0});
    } else if (!column.coded && asked && fact != Fact::claim_discharged && People().of(fact) == nullptr) {
      numbers_.push_back({fact, i, 0});
    }
  }
  for (const auto& [fact, limits] : limits_)
    if (People().of(fact) != nullptr) numbers_.push_back({fact, claims.columns.size(), 0});
}

// Where each feature stands in a key; routes found so far are lost when a feature has outgrown its place.
void Router::lay_out() {
  std::vector<unsigned> widths;
  unsigned at = 0;
  const auto place = [&](std::size_t classes) {
    const unsigned width = static_cast<unsigned>(std::bit_width(classes));
    widths.push_back(width);
    return std::exchange(at, at + width);
  };
  for (Coded& feature : coded_) feature.shift = place(feature.classes);
  for (Number& feature : numbers_) feature.shift = place(limits_.at(feature.fact).size() + 1);
  day_shift_ = place(years_.size());
  bits_ = at;
  if (widths == widths_) return;
  widths_ = widths;
  sparse_.clear();
  dense_.assign(bits_ <= dense_bits ? std::size_t{1} << bits_ : 0, no_route);
  short_.assign(dense_.size(), missing_route);
}

// Days on which the same rules, the same lists and the same limits of working days hold, of one year.
std::uint16_t Router::day_class(std::int64_t day) {
  const auto cached = static_cast<std::size_t>(day - first_day);
  const bool kept = day >= first_day && cached < days_kept;
  if (kept && day_cache_[cached] != 0) return day_cache_[cached];
  const Date date{static_cast<std::int32_t>(day)};
  const auto turn = std::ranges::upper_bound(turns_, day) - turns_.begin();
  std::int64_t left = 0;
  if (limits_.contains(Fact::claim_working_days_to_year_end))
    left = class_of(Fact::claim_working_days_to_year_end,
                    policy::working_days_to_year_end(policy_->catalogues, date));
  const std::int32_t year = to_civil(date).year;
  const auto [found, is_new] =
      day_classes_.try_emplace({turn, left * 100000 + year}, static_cast<std::uint16_t>(years_.size()));
  if (is_new) years_.push_back(year);
  if (kept) day_cache_[cached] = found->second;
  return found->second;
}

void Router::prepare(const Claims& claims) {
  if (!chosen_) choose(claims);
  for (Coded& feature : coded_) {
    const Column& column = claims.columns[feature.column];
    for (std::size_t code = feature.class_of.size(); code < column.book.size(); ++code) {
      const auto value =
          feature.by_limits
              ? limits_.contains(column.fact)
                    ? class_of(column.fact, whole_number(column.book.word(static_cast<Code>(code))))
                    : 1u
              : static_cast<std::uint32_t>(code);
      feature.class_of.push_back(value);
      feature.classes = std::max(feature.classes, value);
    }
  }
  find_days(claims);
  lay_out();
}

void Router::find_days(const Claims& claims) {
  const std::size_t rows = claims.rows(), none = claims.columns.size();
  one_day_ = day_column_ == none && admitted_column_ == none;
  if (one_day_) {
    if (days_.size() < rows) days_.assign(rows, as_of_ ? day_class(as_of_->days) : std::uint16_t{0});
    return;
  }
  days_.resize(rows);
  const bool visits = admitted_column_ < none && care_column_ < none;
  const Code outpatient = visits ? claims.columns[care_column_].book.find("outpatient") : Code{0};
  for (std::size_t row = 0; row < rows; ++row) {
    std::int64_t day = day_column_ < none ? claims.columns[day_column_].numbers[row] : unknown;
    if (day == unknown && outpatient != 0 && claims.columns[care_column_].codes[row] == outpatient)
      day = claims.columns[admitted_column_].numbers[row];
    if (day == unknown && as_of_) day = as_of_->days;
    days_[row] = day == unknown ? std::uint16_t{0} : day_class(day);
  }
}

void Router::make_keys(const Claims& claims) {
  const std::size_t rows = claims.rows();
  keys_.resize(rows);
  for (std::size_t row = 0; row < rows; ++row) keys_[row] = std::uint64_t{days_[row]} << day_shift_;
  for (const Coded& feature : coded_) {
    const Code* codes = claims.columns[feature.column].codes.data();
    for (std::size_t row = 0; row < rows; ++row)
      keys_[row] |= std::uint64_t{feature.class_of[codes[row]]} << feature.shift;
  }
  for (const Number& feature : numbers_) {
    if (feature.column == claims.columns.size()) continue;
    const auto& numbers = claims.columns[feature.column].numbers;
    for (std::size_t row = 0; row < rows; ++row)
      if (numbers[row] != unknown)
        keys_[row] |= std::uint64_t{class_of(feature.fact, numbers[row])} << feature.shift;
  }
}

// The keys of some rows, then their routes. Words are taken by their code as they are, so that a key is made
// of whole columns; numbers among the coded facts go through their stretches one by one.
template <class Key>
bool Router::look_up(const Claims& claims, std::size_t first, std::size_t count,
                     std::uint16_t* __restrict routes) const {
  Key keys[routes_at_once];
  std::fill_n(keys, count, one_day_ ? static_cast<Key>(Key{days_[0]} << day_shift_) : Key{0});
  if (!one_day_) add_codes(keys, days_.data() + first, day_shift_, count);
  for (const Coded& feature : coded_) {
    const Code* codes = claims.columns[feature.column].codes.data() + first;
    if (!feature.by_limits) {
      add_codes(keys, codes, feature.shift, count);
      continue;
    }
    for (std::size_t i = 0; i < count; ++i)
      keys[i] = static_cast<Key>(keys[i] | feature.class_of[codes[i]] << feature.shift);
  }
  const std::uint16_t* __restrict table = short_.data();
  MINGBAI_ROW_BY_ROW
  for (std::size_t i = 0; i < count; ++i) routes[i] = table[keys[i]];
  std::uint16_t missing = 0;
  for (std::size_t i = 0; i < count; ++i) missing |= routes[i] == missing_route ? 1 : 0;
  return missing != 0;
}

bool Router::routes_of(const Claims& claims, std::size_t first, std::size_t count,
                       std::uint16_t* routes) const {
  const auto look_up = bits_ <= 16 ? &Router::look_up<std::uint16_t> : &Router::look_up<std::uint32_t>;
  bool missing = false;
  for (std::size_t done = 0; done < count; done += routes_at_once)
    missing |= (this->*look_up)(claims, first + done, std::min(routes_at_once, count - done), routes + done);
  return missing;
}

std::uint64_t Router::key(std::size_t row, const People& people, std::size_t person) const {
  std::uint64_t out = keys_[row];
  for (const Number& feature : numbers_)
    if (const auto* sums = people.of(feature.fact))
      out |= std::uint64_t{class_of(feature.fact, (*sums)[person])} << feature.shift;
  return out;
}

std::uint32_t Router::route(std::uint64_t key) const {
  if (!dense_.empty()) return dense_[key];
  const auto found = sparse_.find(key);
  return found == sparse_.end() ? no_route : found->second;
}

void Router::set_route(std::uint64_t key, std::uint32_t route) {
  if (dense_.empty()) {
    sparse_[key] = route;
    return;
  }
  dense_[key] = route;
  if (route < missing_route) short_[key] = static_cast<std::uint16_t>(route);
}

}  // namespace mingbai::scenario
