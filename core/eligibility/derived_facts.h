#pragma once
// What the catalogues add to an application's facts: the disease's class, listing and origin, the
// institution's grant, and counts over the institutions selected.
//
// The catalogue's class beats the stated one; without one the stated class counts, with a note either way.
// Of an institution the catalogue fills in what the application leaves out. Without a code no grant is
// looked up. `qualified` counts as stated where no grant names the institution.
// An institution whose place is left out lies at home.
// A count over several institutions of which some are not fully known is unknown while it is 0, and else
// what is certain: enough for "none" and "at least one".

#include "core/eligibility/application.h"
#include "core/policy/policy.h"

namespace mingbai::eligibility {

struct Derived {
  std::vector<Text> notes;
  policy::Status basis = policy::Status::in_force;  // the weakest entry used
};

Derived derive(const policy::Policy&, const Application&, policy::Facts&);

}  // namespace mingbai::eligibility
