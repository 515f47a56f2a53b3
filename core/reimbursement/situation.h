#pragma once
// How the place of care stands to the insured place (异地情形), as it is priced.
//
// The situation goes first: a traveller who is neither an emergency nor referred (`temporary`) is priced as
// unfiled even with a filing in hand. Otherwise what the claim states counts; when it states nothing, care
// within the insured prefecture is local, and elsewhere the filings decide: one for the place of care that
// covers a day of the stay makes it filed, referred or emergency by its category. No such filing: unfiled,
// which is a price and never a refusal. Source: Zhongshan bureau's reply 2025010, 三(五) and 三(六)3.

#include <optional>

#include "core/reimbursement/claim.h"

namespace mingbai::reimbursement {

struct Situation {
  std::optional<Remote> remote;           // nothing: the place of care is not known
  const RemoteFiling* applied = nullptr;  // the filing that decided, to be kept with the settlement
  bool set_aside = false;                 // a filing is held, but the situation is priced as unfiled
};

// `home` is the insured region: the person's own, else the policy's.
Situation situation_of(const Claim&, std::string_view home);

}  // namespace mingbai::reimbursement
