#pragma once
// The facts of one case: a slot for every fact, known or not, as whole numbers.
//
// Text becomes a symbol of the policy; text no rule of the policy mentions gets a number of its own below
// zero, so that two such texts are equal exactly when they are written alike.

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/policy/fact.h"

namespace mingbai::policy {

class Symbols {
 public:
  std::int64_t intern(std::string_view);
  std::optional<std::int64_t> find(std::string_view) const;
  std::string_view text(std::int64_t symbol) const { return texts_[static_cast<std::size_t>(symbol)]; }

 private:
  std::size_t place(std::string_view) const;

  std::vector<std::string> texts_;
  std::vector<std::int32_t> places_;  // by hash: a symbol, or none; more than twice as many as symbols
};

class Facts {
 public:
  explicit Facts(const Symbols& symbols) : symbols_(&symbols) {}

  bool known(Fact fact) const { return known_[slot(fact)]; }
  std::int64_t value(Fact fact) const { return values_[slot(fact)]; }
  std::span<const std::int64_t> list(Fact) const;  // empty where unknown

  void set(Fact fact, std::int64_t value) {
    values_[slot(fact)] = value;
    known_[slot(fact)] = true;
  }
  void set_text(Fact, std::string_view);
  void set_list(Fact, const std::vector<std::string>&);

  template <class T>
  void set_if(Fact fact, const std::optional<T>& value) {
    if (value) set(fact, static_cast<std::int64_t>(*value));
  }
  void set_text_if(Fact fact, const std::optional<std::string>& value) {
    if (value) set_text(fact, *value);
  }
  void set_region_if(Fact, const std::optional<std::string>&);

  // The value as the messages write it: "50000.00", "employee_combined", "2025-09-10".
  std::string written(Fact) const;

 private:
  std::int64_t symbol(std::string_view);

  const Symbols* symbols_;
  std::array<std::int64_t, fact_count> values_{};
  std::array<bool, fact_count> known_{};
  std::vector<std::pair<Fact, std::vector<std::int64_t>>> lists_;
  std::vector<std::string> unmentioned_;
};

// The six digits of a region as a number, and the regions that lie within it: trailing zero pairs stand for
// any.
std::optional<std::int64_t> parse_region(std::string_view);
struct Range {
  std::int64_t from;
  std::int64_t to;  // included
  constexpr bool contains(std::int64_t v) const { return from <= v && v <= to; }
};
Range within_region(std::int64_t region);
// The prefecture-level place a region lies in; the four municipalities are one place each.
constexpr std::int64_t prefecture_of(std::int64_t region) {
  const std::int64_t province = region / 10000;
  const bool municipality = province == 11 || province == 12 || province == 31 || province == 50;
  return municipality ? province * 100 : region / 100;
}

}  // namespace mingbai::policy
