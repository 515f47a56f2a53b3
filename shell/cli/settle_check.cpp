#include <algorithm>
#include <ostream>

#include "core/contract/json.h"
#include "core/contract/messages.h"
#include "shell/cli/bill_text.h"
#include "shell/cli/commands.h"
#include "shell/cli/packs.h"
#include "shell/cli/requests.h"
#include "shell/cli/score_text.h"
#include "shell/cli/verdict_text.h"

namespace mingbai::cli {
namespace {

using contract::Answer;
using policy::Library;

Answer settle_in_words(const Invocation& call, const Library& library, std::string_view request) {
  const auto claim = contract::read_claim(library, request);
  if (claim) return {true, bill_text(library, reimbursement::settle(library, *claim), call.language)};
  print_findings(call, claim.error());
  return {};
}

Answer check_in_words(const Invocation& call, const Library& library, std::string_view request) {
  const auto application = contract::read_application(library, request);
  if (application)
    return {true, verdict_text(library, eligibility::check(library, *application), call.language)};
  print_findings(call, application.error());
  return {};
}

Answer score_in_words(const Invocation& call, const Library& library, std::string_view request) {
  const auto read = contract::read_score_request(library, request);
  if (read) return {true, score_text(library, institution_payment::score(library, *read), call.language)};
  print_findings(call, read.error());
  return {};
}

// The policy a request names, as far as it can be read.
std::string policy_of(std::string_view request) {
  const auto json = contract::parse_json(request);
  const contract::Json* name = json ? contract::member(*json, "policy") : nullptr;
  return name != nullptr && name->is_string() ? name->get<std::string>() : "";
}

// One answer a request, each on its line; the exit code is the worst.
template <class InJson, class InWords>
int answer(const Invocation& call, InJson in_json, InWords in_words) {
  auto library = open_library(call);
  if (!library) return wrong_input;
  const auto text = read_input(call);
  if (!text) return wrong_input;
  int code = done;
  for (const std::string_view request : requests_in(*text)) {
    library = with_policy(call, std::move(*library), policy_of(request));
    if (!library) return wrong_input;
    const bool words = call.has("--text");
    const Answer one = words ? in_words(call, *library, request) : in_json(*library, request, call.language);
    call.out << one.json << (words ? "" : "\n");
    if (!one.usable) code = wrong_input;
  }
  return code;
}

}  // namespace

int settle(const Invocation& call) { return answer(call, contract::settle, settle_in_words); }

int check(const Invocation& call) { return answer(call, contract::check, check_in_words); }

int score(const Invocation& call) { return answer(call, contract::score, score_in_words); }

}  // namespace mingbai::cli
