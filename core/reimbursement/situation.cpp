#include "core/reimbursement/situation.h"

#include "core/policy/facts.h"

namespace mingbai::reimbursement {
namespace {

using policy::parse_region;
using policy::prefecture_of;

bool covers(const RemoteFiling& filing, std::int64_t place, const Claim& claim) {
  const auto region = parse_region(filing.care_region);
  if (!region ||
      !(policy::within_region(*region).contains(place) || prefecture_of(*region) == prefecture_of(place)))
    return false;
  const auto last = claim.discharged ? claim.discharged : claim.as_of;
  const auto first = claim.admitted ? claim.admitted : last;
  if (last && filing.from > *last) return false;
  return !(first && filing.to && *filing.to < *first);
}

Remote by_category(std::string_view category) {
  if (category == "temporary") return Remote::unfiled;
  if (category == "referral") return Remote::referred;
  return category == "emergency" ? Remote::emergency : Remote::filed;
}

// Filed before referred before emergency before unfiled: a person is priced by the best filing held.
int order(Remote remote) {
  return remote == Remote::filed ? 0 : remote == Remote::referred ? 1 : remote == Remote::emergency ? 2 : 3;
}

Situation by_filings(const Claim& claim, std::int64_t place) {
  Situation out{Remote::unfiled};
  for (const RemoteFiling& filing : claim.insured.filings) {
    if (!covers(filing, place, claim)) continue;
    const Remote remote = by_category(filing.category);
    if (out.applied != nullptr && order(remote) >= order(*out.remote)) continue;
    out.remote = remote;
    out.applied = &filing;
  }
  out.set_aside = out.applied != nullptr && out.remote == Remote::unfiled;
  return out;
}

}  // namespace

Situation situation_of(const Claim& claim, std::string_view home) {
  const auto region = claim.provider.region ? parse_region(*claim.provider.region) : std::nullopt;
  const auto insured = parse_region(home);
  const bool is_local = region && insured && prefecture_of(*region) == prefecture_of(*insured);
  if (claim.remote == Remote::local || (!claim.remote && is_local)) return {Remote::local};
  const bool stated_otherwise = claim.remote == Remote::emergency || claim.remote == Remote::referred;
  if (claim.remote_category == "temporary" && !stated_otherwise && (claim.remote || region)) {
    Situation out{Remote::unfiled};
    out.set_aside = claim.remote == Remote::filed || !claim.insured.filings.empty();
    return out;
  }
  if (claim.remote) return {claim.remote};
  if (!region) return {};
  if (claim.remote_category == "emergency") return {Remote::emergency};
  return by_filings(claim, *region);
}

}  // namespace mingbai::reimbursement
