#include "core/contract/messages.h"

#include "core/policy/library.h"

namespace mingbai::contract {

Answer settle(const policy::Library& library, std::string_view request, Language language) {
  const auto claim = read_claim(library, request);
  if (!claim) return {false, write(claim.error(), language)};
  return {true, write(reimbursement::settle(library, *claim), language)};
}

Answer check(const policy::Library& library, std::string_view request, Language language) {
  const auto application = read_application(library, request);
  if (!application) return {false, write(application.error(), language)};
  return {true, write(eligibility::check(library, *application), language)};
}

Answer score(const policy::Library& library, std::string_view text, Language language) {
  const auto request = read_score_request(library, text);
  if (!request) return {false, write(request.error(), language)};
  return {true, write(institution_payment::score(library, *request), language)};
}

}  // namespace mingbai::contract
