#pragma once
// What the pack says about the way to a decision (办理方式), as the state machine needs it: taken from the
// answer of `check` when an application is handed in, kept with the filing.
//
// Where no decision stands in the pack, or none names an institution that the application knows, the agency
// reviews. An application that a person prepares online for an institution's decision at once waits for that
// institution: nobody grants himself a benefit.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/date.h"
#include "core/eligibility/application.h"
#include "core/eligibility/check.h"
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

LifeRules life_rules(const policy::Library&, const eligibility::Application&,
                     const eligibility::CheckResult&);

std::string write_rules(const LifeRules&);
LifeRules read_rules(std::string_view json);

// Kinds of filing that name institutions, which may change (选点变更).
bool has_providers(std::string_view kind);

}  // namespace mingbai::filing
