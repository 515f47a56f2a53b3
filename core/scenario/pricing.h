#pragma once
// Claims in columns through one policy: what each comes to, and which plan it followed. The year so far goes
// from row to row inside a person, and starts anew with each calendar year.
//
// Rows whose plan and sums allow it are calculated in blocks (block.h), all others one by one (OneClaim).
// Both run the same steps.

#include <map>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "core/policy/editions.h"
#include "core/reimbursement/plan.h"
#include "core/scenario/columns.h"

namespace mingbai::scenario {

// By row; `plan` and `moved` only with steps. `moved[n]` is what the plan's nth step moved: away from the
// fund's side to the person, or for major illness insurance what it paid.
struct Priced {
  std::vector<std::int64_t> eligible;
  std::vector<std::int64_t> fund;
  std::vector<std::int64_t> major_illness;
  std::vector<std::int64_t> self;
  std::vector<std::uint32_t> plan;
  std::vector<std::vector<std::int64_t>> moved;
  bool with_eligible = true;  // false: whoever asks does not need `eligible`
  void resize(std::size_t rows, std::size_t steps);
};

class Pricing {
 public:
  // `as_of` is the rule date of claims without a day of their own.
  Pricing(const policy::Policy&, policy::StatusSet, std::optional<Date> as_of, bool with_steps);
  ~Pricing();
  Pricing(Pricing&&) noexcept;

  void price(const Claims&, Priced&);
  // The same without blocks: what the blocks are held against.
  void price_one_by_one(const Claims&, Priced&);

  // Blocks as compiled for one instruction set ("portable", "avx2", "whole"), for measuring.
  void use_machine(std::string_view);

  const policy::Policy& policy() const;
  // A plan that a row followed; it stays where it is.
  const reimbursement::Plan& plan(std::uint32_t) const;
  std::size_t plans() const;
  std::uint64_t undetermined() const;  // claims so far that no rule covers, or that lack a fact

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace mingbai::scenario
