#pragma once
// Clause coverage (条款覆盖): which elements of the packs the cases exercise, and which nobody does.
//
// docs/formats/policy-pack.md says what counts for each kind. A requirement needs a case that meets it and
// one that does not; a benefit one that it covers and one of the same care that it does not, or in which it
// pays nothing; a decision one that it decides and one of its kinds that is not granted by it; a value and a
// row one that looks them up. A required document needs a case in which it is held and one in which it is
// not; one that must not be asked for, and a note, a case that shows it. Of catalogue entries that differ in
// nothing but key and label one must be named by a case; every grant by itself. Cases of every pack of the
// library count, so that an heir's cases exercise what it inherits. Candidates of one place count apart by
// their days and status.

#include <map>
#include <string>
#include <vector>

#include "core/base/date.h"
#include "core/base/finding.h"
#include "core/policy/policy.h"

namespace mingbai::eligibility {
struct Application;
}
namespace mingbai::reimbursement {
struct Claim;
}
namespace mingbai::policy {
class Library;
struct Edition;
}  // namespace mingbai::policy

namespace mingbai::contract {

class Coverage {
 public:
  // Runs every case of the library's packs.
  explicit Coverage(const policy::Library&);
  // Runs one pack's cases; of an overlay those of its base, asked of the overlay.
  Coverage(const policy::Library&, const policy::Policy&);

  // One finding for every side of the pack's own elements that no case shows; an element that is not in force
  // may give its reason ("untested") instead.
  Findings uncovered(const policy::Policy&) const;

 private:
  struct Sides {
    bool met = false;
    bool failed = false;
  };

  void run(const policy::Library&, const std::string& case_text, const policy::Policy* asked);
  void check_case(const policy::Library&, const std::string& request);
  void score_case(const policy::Library&, const std::string& request);
  void settle_case(const policy::Library&, const std::string& request);
  void mark(const policy::Authority&, bool met);
  void mark_text(const policy::Edition&, const Text&);
  void mark_documents(const policy::Edition&, const policy::Facts&, const eligibility::Application&);
  void mark_entries(const policy::Policy&, const eligibility::Application&);
  void mark_entries(const policy::Policy&, const reimbursement::Claim&, Date);
  void ask_entries(const policy::Policy&, Findings&) const;
  template <class Wanted>
  void mark_notes(const policy::Edition&, const policy::Facts&, Wanted);
  const Sides& of(const policy::Authority&) const;
  static bool asked_for(const policy::Policy&, const policy::Authority&);
  static Finding lacking(const policy::Authority&, const std::string& name, std::string_view side);

  std::map<std::string, Sides> shown_;
};

// What the cases of its base do not exercise of an overlay, and do of the base. Nothing where the base has no
// cases.
Findings newly_uncovered(const policy::Library&, const policy::Policy& overlay);

}  // namespace mingbai::contract
