#pragma once
// The server's own judgement (审核结论) of an envelope: the device's verdict is never trusted, `check` is
// called again with the server's civil day and the statuses in_force and assumed.
//
// Received means: eligible. Anything else (not eligible, incomplete, an unusable payload) is refused with
// every finding; a fact that is missing is a finding too, so a refusal always says what to do.

#include <string>
#include <string_view>

#include "core/base/date.h"
#include "core/base/finding.h"
#include "core/filing/life/rules.h"
#include "core/filing/matter.h"
#include "core/policy/library.h"
#include "core/sync/envelope.h"

namespace mingbai::filing {

struct Judgement {
  bool received = false;
  std::string policy;  // pack id as stated, for the receipt's number; empty when unusable
  std::string sha256;  // of the payload's bytes
  std::string findings = "[]";
  LifeRules rules = {};  // the way to the decision
  Matter matter = {};    // what it is about, for lists and scopes
  Taking taking = {};    // by whom
};

Judgement judge(const policy::Library&, const sync::Envelope&, Date today, Matter, Taking);

// As a person sends it.
Judgement judge(const policy::Library&, const sync::Envelope&, Date today);

// "eligible", "not_eligible", "incomplete"; "unusable" for a payload that is no application.
std::string verdict_of(const policy::Library&, std::string_view payload, Date today);

// The payload as a `check` message of that day, with the statuses the server judges by.
std::string check_request(std::string_view payload, Date today);

// A JSON array of findings in both languages: the contract's form, with "message_en" and "remedy_en" beside
// "message" and "remedy" in Chinese.
std::string write_bilingual(const Findings&);

}  // namespace mingbai::filing
