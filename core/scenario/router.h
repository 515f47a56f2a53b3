#pragma once
// From a row to its plan without looking at the rules again. Rows that agree in the features a policy asks
// about share a route: coded facts by their code, numbers and days by the stretch between two limits of the
// rules. A key is made of all features; a table, dense where keys are short, holds the routes found so far.

#include <map>
#include <optional>
#include <vector>

#include "core/policy/policy.h"
#include "core/scenario/columns.h"

namespace mingbai::scenario {

// The year so far of the people of a stretch, as far as rules may ask about it.
struct People {
  std::vector<std::int64_t> eligible_self_pay, fund_paid, major_illness_paid, admissions, splits;
  std::vector<std::int32_t> year;
  void assign(std::size_t people);
  void forget(std::size_t person);
  const std::vector<std::int64_t>* of(policy::Fact) const;
};

class Router {
 public:
  static constexpr std::uint32_t no_route = UINT32_MAX;

  Router(const policy::Policy&, std::optional<Date> as_of);

  // Looks at the columns and new words of a stretch; then the keys of its rows are made, all of them
  // (make_keys), or in one go as places of routes where keys are short and nothing depends on the year.
  void prepare(const Claims&);
  void make_keys(const Claims&);
  bool plain() const { return !dense_.empty() && numbers_.empty(); }
  // Of the rows from `first` on the numbers of their routes; `missing_route` where none is known yet, and
  // true if there is such a row.
  bool routes_of(const Claims&, std::size_t first, std::size_t count, std::uint16_t* routes) const;
  static constexpr std::uint16_t missing_route = 0xFFFF;
  bool usable() const { return bits_ <= 64; }
  std::uint64_t key(std::size_t row, const People&, std::size_t person) const;
  // The key's route; no_route until it is set.
  std::uint32_t route(std::uint64_t key) const;
  void set_route(std::uint64_t key, std::uint32_t route);
  // The calendar year of the row's rule date.
  std::int32_t year(std::size_t row) const { return years_[days_[row]]; }
  bool has_day(std::size_t row) const { return days_[row] != 0; }
  bool one_day() const { return one_day_; }

 private:
  struct Coded {
    std::size_t column;
    bool by_limits;
    std::vector<std::uint32_t> class_of;
    std::uint32_t classes = 1;
    unsigned shift = 0;
  };
  struct Number {
    policy::Fact fact;
    std::size_t column;  // or past the last: of the year so far
    unsigned shift = 0;
  };

  void choose(const Claims&);
  void lay_out();
  std::uint32_t class_of(policy::Fact, std::int64_t) const;
  std::uint16_t day_class(std::int64_t day);
  void find_days(const Claims&);
  template <class Key>
  bool look_up(const Claims&, std::size_t first, std::size_t count, std::uint16_t* __restrict routes) const;

  const policy::Policy* policy_;
  std::optional<Date> as_of_;
  std::map<policy::Fact, std::vector<std::int64_t>> limits_;  // by fact asked about
  std::vector<std::int64_t> turns_;
  bool chosen_ = false;
  std::vector<Coded> coded_;
  std::vector<Number> numbers_;
  std::size_t day_column_ = 0, admitted_column_ = 0, care_column_ = 0;
  std::map<std::pair<std::int64_t, std::int64_t>, std::uint16_t> day_classes_;
  std::vector<std::uint16_t> day_cache_;  // by day from 1990 on; 0: not yet known
  std::vector<std::int32_t> years_{0};
  unsigned day_shift_ = 0, bits_ = 0;
  std::vector<std::uint16_t> days_;   // by row
  bool one_day_ = false;              // all of them alike
  std::vector<std::uint16_t> short_;  // dense_ in 16 bits
  std::vector<std::uint64_t> keys_;
  std::vector<std::uint32_t> dense_;
  std::map<std::uint64_t, std::uint32_t> sparse_;
  std::vector<unsigned> widths_;
};

}  // namespace mingbai::scenario
