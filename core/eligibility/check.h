#pragma once
// check (能不能办): a policy and an application -> a verdict with every reason, document and open question at
// once.
//
// A definite refusal wins over `incomplete`; both lists are given. A required document that is not held is
// also a finding; alone it makes the verdict incomplete. Remarks go to `notes`. Rules are those of `as_of`.

#include <optional>
#include <string>
#include <vector>

#include "core/base/finding.h"
#include "core/eligibility/application.h"
#include "core/policy/fact.h"
#include "core/reimbursement/settle.h"

namespace mingbai::eligibility {

enum class Verdict : std::uint8_t { eligible, not_eligible, incomplete };

// A requirement that holds, with the clause it rests on.
struct Met {
  std::string code;
  std::string fact;
  Text message;
  policy::Source source;
};

// A document of the pack's list. `any_of`: one of these suffices; the first is the usual one.
struct DocumentItem {
  std::string key;
  std::vector<std::string> any_of;
  Text label;
  Text note;
  policy::Source source;
};

struct Documents {
  std::vector<DocumentItem> required;
  std::vector<std::string> held;
  std::vector<DocumentItem> missing;
  std::vector<DocumentItem> must_not_be_asked;
};

struct Decision {
  std::string mode;  // instant | review | batch
  std::string by;
  std::string within;
  Text label;
  std::optional<policy::Source> source;
};

// One fact that would have to be different. Of a list: what it is and what it would be.
struct Change {
  std::string fact;
  Text label;
  policy::FactType type = policy::FactType::text;
  std::string from;
  std::string to;
  Text to_label;
  std::vector<std::string> from_list;
  std::vector<std::string> to_list;
  bool from_known = true;
};

struct CheckResult {
  Verdict verdict = Verdict::incomplete;
  Findings findings;
  std::vector<Met> met;
  Documents documents;
  std::optional<Decision> decision;
  std::optional<Date> benefit_from;
  std::optional<Date> benefit_to;
  std::optional<Text> notice;
  std::vector<reimbursement::MissingFact> missing;
  std::vector<Text> notes;
  std::vector<std::vector<Change>> changes;  // each set alone would do; the smallest first
  policy::Status basis = policy::Status::in_force;
  std::string policy_id;
  std::string policy_version;
  std::optional<Date> as_of;
};

CheckResult check(const policy::Library&, const Application&);

}  // namespace mingbai::eligibility
