#pragma once
// What the parts of a check write into: the result, the names of unknown facts, and what the verdict will
// rest on.

#include "core/eligibility/check.h"
#include "core/policy/edition.h"

namespace mingbai::eligibility {

struct Judgement {
  const policy::Edition& edition;
  const policy::Facts& facts;
  const std::string& kind;
  CheckResult& result;
  policy::Names unknown{};
  bool refused = false;     // a requirement is definitely not met
  bool unfinished = false;  // a document or a fact is missing
  bool covered = false;     // some rule of the asked statuses concerns the application

  void use(const policy::Authority& authority) {
    covered = true;
    result.basis = policy::weaker(result.basis, authority.source.status);
  }
};

bool concerns(const std::vector<std::string>& kinds, const std::string& kind);

void judge_requirements(Judgement&);
void judge_documents(Judgement&, const std::optional<std::vector<std::string>>& held);
// By whom and how it is decided, and for how long it holds; only where nothing is refused.
void decide(Judgement&, const Application&);

}  // namespace mingbai::eligibility
