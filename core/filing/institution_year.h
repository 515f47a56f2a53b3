#pragma once
// What came of each institution's filings over a calendar year (年度考核): handed in, taken effect, refused,
// supplements asked for, entered late, and how long a decision took. Counts alone: no name, no number, no
// filing leaves here.
//
// A filing counts once in each column, under the institution it names now (by its code; empty where it names
// none), in the year in which it happened, by civil days in China. It is handed in when it first is, and anew
// after a decision; an edit of what still waits is none. What the check sends back at once was never received
// and counts nowhere. A decision is the first of reviewed, in effect and refused after that; what is in
// effect at once took no day. The days belong to the year of the decision, whenever it was handed in.
//
//   InstitutionYears years(2026);
//   years.count("H44200100026", "special_disease", events);  // one filing, its events from the first on
//   years.rows();

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/filing/life/event.h"

namespace mingbai::filing {

struct InstitutionYear {
  std::string institution;
  std::int64_t submitted = 0, took_effect = 0, refused = 0, supplement_asked = 0, late_entries = 0;
  std::int64_t decided = 0;                      // decisions, on which the days rest
  std::optional<std::int64_t> days_to_decision;  // their median; between two, rounded half up to whole days
  friend bool operator==(const InstitutionYear&, const InstitutionYear&) = default;
};

class InstitutionYears {
 public:
  explicit InstitutionYears(std::int32_t year);
  void count(const std::string& institution, std::string_view kind, std::span<const Event>);
  std::vector<InstitutionYear> rows() const;  // by code; only where something counts

  Date first() const { return first_; }
  Date last() const { return last_; }

 private:
  struct Counted {
    InstitutionYear sums;
    std::map<std::int64_t, std::int64_t> days;  // from handing in to the decision -> decisions
  };
  Date first_, last_;
  std::map<std::string, Counted> counted_;
};

}  // namespace mingbai::filing
