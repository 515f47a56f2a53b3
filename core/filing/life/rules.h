#pragma once
// What the pack says about the way to a decision (办理方式), as the state machine needs it: taken from the
// answer of `check` when an application is handed in, kept with the filing.
//
// Where no decision stands in the pack, or none names an institution that the application knows, the agency
// reviews. A decision at once is the deciding office's: it holds at once for what that office took in at its
// counter, and anything a person sends waits for the office, whatever channel the application names. Nobody
// grants himself a benefit. Remote care that the pack lets stand at once (an emergency counts as filed) grants
// none and waits for nobody.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/date.h"
#include "core/eligibility/application.h"
#include "core/eligibility/check.h"
#include "core/filing/roles.h"
#include "core/policy/library.h"

namespace mingbai::filing {

enum class Mode : std::uint8_t { instant, review, batch };
enum class Decider : std::uint8_t { institution, agency };

struct LifeRules {
  std::string kind;
  Mode mode = Mode::review;
  Decider by = Decider::agency;
  bool waits_for_person = true;                     // false: in effect at once, spot checks afterwards
  std::optional<Date> benefit_from = std::nullopt;  // none: from the day of the decision
  std::optional<Date> benefit_to = std::nullopt;    // the last day; none: without end
  bool rechecks = false;                            // the pack has a recheck for what expires
  friend bool operator==(const LifeRules&, const LifeRules&) = default;
};

std::string_view to_key(Mode);
std::string_view to_key(Decider);

// Who took the application in (受理): known from the account that sends, never from what the application says.
struct Taking {
  Role by = Role::insured;  // institution_reviewer, agency_clerk: at that office's counter; else the person
  std::string institution;  // of the office
  std::string region;
  friend bool operator==(const Taking&, const Taking&) = default;
};

LifeRules life_rules(const policy::Library&, const eligibility::Application&, const eligibility::CheckResult&,
                     const Taking&);

std::string write_rules(const LifeRules&);
LifeRules read_rules(std::string_view json);

// Kinds of filing that name institutions, which may change (选点变更).
bool has_providers(std::string_view kind);

}  // namespace mingbai::filing
