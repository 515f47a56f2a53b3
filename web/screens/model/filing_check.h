#pragma once
// 能不能办: the check of a filing as the screen says it. The heading is the answer; everything else is its reasons, what
// would have to be different, what to bring and who decides.
//
// Names and identity numbers are no part of the check: a mistyped number is a fault of its field, not of the entitlement.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/eligibility/check.h"
#include "core/policy/library.h"
#include "generated/strings.h"
#include "web/screens/model/filing_form.h"
#include "web/screens/model/filing_questions.h"
#include "web/screens/model/names.h"
#include "web/screens/model/source_line.h"

namespace mingbai::screens {

struct MissingRow {
  std::string title;
  std::string now;
  std::string should;
  std::string field;  // of the form, where it is put right; empty when nowhere here
  std::optional<SourceLine> source;
};

struct MetRow {
  std::string title;
  SourceLine source;
};

struct HeldDocument {
  std::string key;
  std::string label;
  bool held = false;
};

// One thing to bring; any of its documents will do.
struct BringRow {
  std::string label;
  std::string note;
  bool held = false;
  std::vector<HeldDocument> any_of;
  SourceLine source;
};

// One fact that would have to be different: 办理渠道：网上或手机 → 医院医保办.
struct ChangeRow {
  std::string label, from, to;
};

struct CheckView {
  enum class Answer : std::uint8_t { asking, eligible, not_needed, incomplete, not_eligible, no_rule } answer = Answer::asking;
  std::string heading;
  std::string subject;  // "长期居住·广州市，按 2026-11-21 的规定"
  std::vector<FilingQuestion> questions;
  std::vector<std::string> open;         // facts still to be answered
  std::vector<std::string> open_labels;  // as they are asked
  std::vector<MissingRow> missing;
  std::vector<std::vector<ChangeRow>> changes;  // each alone would do, the smallest first
  std::vector<MetRow> met;
  std::vector<BringRow> bring;
  std::vector<BringRow> must_not_be_asked;
  std::string prepares;  // who decides what the person prepares here; empty where nothing need be said
  std::string decision;
  std::optional<SourceLine> decision_source;
  std::string benefit_from;
  std::string benefit_to;  // empty: until changed
  bool has_benefit = false;
  std::vector<std::string> notes;
  bool assumed = false;
};

CheckView filing_check(const policy::Library&, const Names&, const FilingForm&, Date today, const strings::Strings&);

// Field -> sentence. `complete` also names what is still empty: what is asked when the person wants to submit.
std::map<std::string, std::string> filing_faults(const policy::Library&, const Names&, const FilingForm&, Date today,
                                                 bool complete, const strings::Strings&);

// The bare answer for a payload on a day: when a received filing starts and ends.
std::optional<eligibility::CheckResult> check_payload(const policy::Library&, std::string_view payload, Date as_of);

// A payload as the message of that day, by law in force and assumptions, as the server asks it.
std::string dated(std::string_view payload_json, Date as_of);
FilingForm without_person(FilingForm form);  // the form as far as entitlement goes

}  // namespace mingbai::screens
