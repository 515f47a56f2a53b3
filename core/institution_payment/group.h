#pragma once
// Which group of the DIP catalogue a case falls into, and whether it stands on a list of primary-care
// diseases (基层病种). A member matches when the case's diagnosis begins with its own and every one of its
// procedures is among the case's, by code or by name; of several the one with the most procedures counts,
// then the longer diagnosis.

#include "core/institution_payment/hospital_case.h"
#include "core/policy/edition.h"
#include "core/policy/scores.h"

namespace mingbai::institution_payment {

struct Match {
  const policy::DipGroup* group = nullptr;
  bool needs_procedures = false;  // a member with this diagnosis asks for procedures, which are not known
};

Match match(const policy::DipList*, const HospitalCase&, const policy::Edition&);

// "C22.0:腹腔镜下半肝切除术+腹腔镜下胆囊切除术": how a group that is not in hand is named.
std::string code_of(const HospitalCase&);

}  // namespace mingbai::institution_payment
