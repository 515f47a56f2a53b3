#include <ostream>

#include "core/base/date.h"
#include "core/contract/fault.h"
#include "shell/cli/commands.h"
#include "shell/cli/pack_document.h"
#include "shell/cli/packs.h"

namespace mingbai::cli {

int policies_show(const Invocation& call) {
  auto library = open_library(call);
  if (!library) return wrong_input;
  if (call.arguments.size() != 1)
    return call.refuse("请给出一个政策包的名称。", "Give the id of one policy pack.");
  library = with_policy(call, std::move(*library), call.arguments.front());
  if (!library) return wrong_input;
  const policy::Policy* policy = library->find(call.arguments.front());
  if (policy == nullptr) {
    std::vector<std::string> known;
    for (const auto id : library->ids()) known.emplace_back(id);
    for (const auto id : library->overlay_ids()) known.emplace_back(id);
    print_findings(
        call, {contract::finding(contract::Fault::unknown_policy, "policy", call.arguments.front(), known)});
    return wrong_input;
  }
  std::optional<Date> day;
  if (call.has("--as-of")) {
    const auto read = parse_date(call.value("--as-of"));
    if (!read) {
      print_findings(call,
                     {contract::finding(contract::Fault::impossible_date, "--as-of", call.value("--as-of"))});
      return wrong_input;
    }
    day = *read;
  }
  const contract::Json document = pack_document(*policy, day, call.language);
  call.out << (call.has("--text") ? pack_text(document, call.language) : contract::dump(document) + "\n");
  return done;
}

}  // namespace mingbai::cli
