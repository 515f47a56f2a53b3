#include "core/institution_payment/group.h"

#include <algorithm>
#include <tuple>

namespace mingbai::institution_payment {
namespace {

bool named_in(const policy::Procedure& wanted, const std::vector<std::string>& procedures) {
  return std::ranges::any_of(procedures, [&](const std::string& one) {
    return one == wanted.label ||
           std::ranges::any_of(wanted.codes, [&](const std::string& code) { return one.starts_with(code); });
  });
}

bool treated_so(const policy::DipGroup& group, const HospitalCase& one) {
  if (group.procedures.empty())
    return group.treatment.empty() || !one.treatment || group.treatment == *one.treatment;
  return std::ranges::all_of(group.procedures,
                             [&](const policy::Procedure& p) { return named_in(p, *one.procedures); });
}

auto closeness(const policy::DipGroup& group) {
  return std::tuple(group.procedures.size(), group.diagnosis.size());
}

}  // namespace

Match match(const policy::DipList* list, const HospitalCase& one, const policy::Edition& edition) {
  Match out;
  if (list == nullptr || !one.diagnosis) return out;
  for (const policy::DipGroup& group : list->members) {
    if (!policy::holds(group.authority, edition.day, edition.statuses)) continue;
    if (group.diagnosis.empty() || !one.diagnosis->starts_with(group.diagnosis)) continue;
    if (!group.procedures.empty() && !one.procedures) {
      out.needs_procedures = true;
      continue;
    }
    if (!treated_so(group, one)) continue;
    if (out.group == nullptr || closeness(group) > closeness(*out.group) ||
        (closeness(group) == closeness(*out.group) &&
         policy::goes_before(group.authority, out.group->authority)))
      out.group = &group;
  }
  return out;
}

std::string code_of(const HospitalCase& one) {
  std::string out = one.diagnosis.value_or("");
  if (!one.procedures || one.procedures->empty()) return out;
  out += ':';
  for (std::size_t i = 0; i < one.procedures->size(); ++i) out += (i == 0 ? "" : "+") + (*one.procedures)[i];
  return out;
}

}  // namespace mingbai::institution_payment
