#include <algorithm>

#include "core/contract/fault.h"
#include "core/eligibility/judgement.h"

namespace mingbai::eligibility {
namespace {

using policy::RequiredDocument;
using policy::Truth;

DocumentItem item_of(const RequiredDocument& document) {
  return {document.key, document.any_of, document.label, document.note, stated(document.authority)};
}

std::vector<const RequiredDocument*> chosen_of(const Judgement& judgement,
                                               const std::vector<RequiredDocument>& list) {
  return policy::chosen(
      list, judgement.edition.day, judgement.edition.statuses,
      [](const RequiredDocument& d) -> const std::string& { return d.key; },
      [&](const RequiredDocument& d) { return concerns(d.kinds, judgement.kind); });
}

Finding missing_finding(const RequiredDocument& document) {
  Finding out = contract::finding(contract::Fault::document_missing, "application.documents");
  out.allowed = document.any_of;
  out.message = {"缺少材料：" + document.label.zh + "。",
                 "A document is missing: " + document.label.en + "."};
  if (!document.remedy.zh.empty()) out.remedy = document.remedy;
  out.source = stated(document.authority);
  return out;
}

}  // namespace

void judge_documents(Judgement& judgement, const std::optional<std::vector<std::string>>& held) {
  const auto& programs = judgement.edition.policy->programs;
  Documents& documents = judgement.result.documents;
  if (held) documents.held = *held;
  bool asked = false;
  for (const RequiredDocument* document :
       chosen_of(judgement, judgement.edition.policy->required_documents)) {
    const Truth when = policy::evaluate(programs, document->when, judgement.facts, judgement.unknown);
    if (when != Truth::yes) continue;
    asked = true;
    judgement.use(document->authority);
    documents.required.push_back(item_of(*document));
    const bool in_hand = std::ranges::any_of(document->any_of, [&](const std::string& key) {
      return std::ranges::find(documents.held, key) != documents.held.end();
    });
    if (in_hand) continue;
    judgement.unfinished = true;
    documents.missing.push_back(item_of(*document));
    judgement.result.findings.push_back(missing_finding(*document));
  }
  if (asked && !held) judgement.unknown.push(policy::Fact::application_documents);
  for (const RequiredDocument* document : chosen_of(judgement, judgement.edition.policy->never_asked)) {
    if (policy::evaluate(programs, document->when, judgement.facts, judgement.unknown) != Truth::yes)
      continue;
    judgement.use(document->authority);
    documents.must_not_be_asked.push_back(item_of(*document));
  }
}

}  // namespace mingbai::eligibility
