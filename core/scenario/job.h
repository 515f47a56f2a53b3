#pragma once
// A simulation (模拟) as a job in parts: open it, step it until it is done, take the summary. Not to step any
// more is to cancel it. Parts may be of any size: the summary is the same, to the byte.
//
//   auto job = Job::open(library, std::move(request));
//   while (job->progress().done < job->progress().of) job->step(50'000);
//   Summary summary = job->result();
//
// The library is borrowed and must outlive the job. Source of the comparison: requirements of issue 3.

#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/policy/library.h"
#include "core/scenario/population.h"
#include "core/scenario/summary.h"

namespace mingbai::scenario {

inline constexpr std::uint64_t people_most = 100'000'000;
// All totals together: so far every sum of a simulation stays inside 64 bits.
inline constexpr std::int64_t sums_most_fen = 4'000'000'000'000'000'000;

struct Request {
  std::vector<std::string> policies;     // one or two ids
  std::optional<Population> population;  // with count and seed; or
  std::uint64_t count = 0;
  std::uint64_t seed = 0;
  std::string claims;         // the text of a CSV
  std::optional<Date> as_of;  // the rule date of claims without a day
  policy::StatusSet statuses;
  std::vector<policy::Fact> groups;  // empty: the usual ones
};

struct Progress {
  std::uint64_t done = 0;  // people of a population, rows of a CSV
  std::uint64_t of = 0;
};

class Job {
 public:
  static std::expected<Job, Findings> open(const policy::Library&, Request);
  Job(Job&&) noexcept;
  Job& operator=(Job&&) noexcept;
  ~Job();

  Progress progress() const;
  bool done() const;
  // Goes on by about so many claims.
  Progress step(std::uint64_t budget_claims);
  // What was added up so far. Faults of a CSV, or sums past `sums_most_fen`, are its findings; then the sums
  // say nothing.
  Summary result() const;

 private:
  struct Inside;
  explicit Job(std::unique_ptr<Inside>);
  std::unique_ptr<Inside> inside_;
};

}  // namespace mingbai::scenario
