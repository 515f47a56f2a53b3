#pragma once
// Clause coverage (条款覆盖): which elements of the packs the cases exercise, and which nobody does.
//
// docs/formats/policy-pack.md says what counts for each kind. A requirement needs a case that meets it and
// one that does not; a benefit one that it covers and one of the same care that it does not, or in which it
// pays nothing; a decision one that it decides and one of its kinds that is not granted by it; a value and a
// row one that looks them up. Cases of every pack of the library count, so that an heir's cases exercise what
// it inherits. Candidates of one place count apart by their days and status.

#include <map>
#include <string>

#include "core/base/finding.h"
#include "core/policy/policy.h"

namespace mingbai::policy {
class Library;
struct Edition;
}  // namespace mingbai::policy

namespace mingbai::contract {

class Coverage {
 public:
  // Runs every case of the library.
  explicit Coverage(const policy::Library&);

  // One finding for every side of the pack's own elements that no case shows; an element that is not in force
  // may give its reason ("untested") instead.
  Findings uncovered(const policy::Policy&) const;

 private:
  struct Sides {
    bool met = false;
    bool failed = false;
  };

  void check_case(const policy::Library&, const std::string& request);
  void score_case(const policy::Library&, const std::string& request);
  void settle_case(const policy::Library&, const std::string& request);
  void mark(const policy::Authority&, bool met);
  void mark_text(const policy::Edition&, const Text&);
  template <class Wanted>
  void mark_notes(const policy::Edition&, const policy::Facts&, Wanted);
  const Sides& of(const policy::Authority&) const;

  std::map<std::string, Sides> shown_;
};

}  // namespace mingbai::contract
