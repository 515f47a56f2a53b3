#include <ostream>

#include "core/contract/write.h"
#include "core/policy/policy.h"
#include "shell/cli/bill_text.h"
#include "shell/cli/commands.h"
#include "shell/cli/packs.h"

namespace mingbai::cli {

int policies_list(const Invocation& call) {
  const auto library = open_library(call);
  if (!library) return wrong_input;
  contract::Json list = contract::Json::array();
  auto ids = library->ids();
  for (const auto id : library->overlay_ids()) ids.push_back(id);
  for (const auto id : ids) {
    const policy::Policy& policy = *library->find(id);
    contract::Json one = contract::Json::object();
    one["id"] = policy.id;
    one["title"] = policy.title.in(call.language);
    one["region"] = policy.region;
    one["version"] = policy.version;
    one["inherits"] = policy.inherits.empty() ? contract::Json(nullptr) : contract::Json(policy.inherits);
    one["overlay_of"] =
        policy.overlay_of.empty() ? contract::Json(nullptr) : contract::Json(policy.overlay_of);
    one["schemes"] = policy.scheme_keys(std::nullopt);
    one["documents"] = policy.documents.size();
    one["cases"] = policy.cases.size();
    list.push_back(std::move(one));
    if (call.has("--text"))
      call.out << padded_right(policy.id, 14) << padded_right(policy.title.in(call.language), 36)
               << policy.region << "  " << policy.version << '\n';
  }
  contract::Json answer = contract::Json::object();
  answer["policies"] = std::move(list);
  if (!call.has("--text")) call.out << contract::dump(answer) << '\n';
  return done;
}

}  // namespace mingbai::cli
