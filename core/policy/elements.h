#pragma once
// What a pack consists of, once read: documents, parameters, tables, requirements, documents asked for,
// decisions, benefits with their steps, notes. Plain values; predicates, ranges and symbols point into their
// policy's programs.
//
// Every element carries its Authority: document, clause, status and dates, and where in which file it stands.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/date.h"
#include "core/base/text.h"
#include "core/policy/predicate.h"
#include "core/policy/source.h"

namespace mingbai::policy {

struct Document {
  std::string id;
  Text title;
  Text short_title;
  std::string number;
  std::string issuer;
  std::optional<Date> issued;
  std::optional<Date> published;
  std::string kind;
  Status status = Status::in_force;
  Period effective;
  Text note;
};

struct Scheme {
  std::string key;
  Text label;
  Period effective;
};

struct Authority {
  Source source;
  Text note;
  std::string untested;  // why no case exercises it; empty: cases must
  std::string place;     // "zhongshan/tables.json#/2/rows/0"
};

enum class Unit : std::uint8_t { money, ratio, days, months, count, decimal };

struct ParameterValue {
  std::int64_t value = 0;
  Authority authority;
};

struct Parameter {
  std::string id;
  Text label;
  Unit unit = Unit::money;
  std::vector<ParameterValue> values;
  bool gaps_wanted = false;
  std::string place;
};

struct Row {
  std::uint32_t first_condition = 0;
  std::uint32_t conditions = 0;
  std::int64_t value = 0;
  Authority authority;
};

struct Table {
  std::string id;
  Text label;
  Unit output = Unit::money;
  std::vector<Fact> inputs;
  std::vector<Row> rows;
  std::vector<Condition> over;  // what verify takes as the domain, where it is narrower than the dictionary's
  bool gaps_wanted = false;
  std::string place;
};

// What an unmet condition of a benefit does to a claim.
enum class Effect : std::uint8_t { no_benefit, remark };

struct Requirement {
  std::string code;
  std::vector<std::string> kinds;  // of application; or
  std::vector<std::string> care;   // of claim: a condition of the benefit, judged by settle
  std::uint32_t care_bits = 0;     // bit n: the nth of care_kinds()
  Effect effect = Effect::no_benefit;
  Predicate when;
  Predicate must;
  std::string fact;
  Text message;
  Text remedy;
  Text met;
  std::vector<std::string> allowed;
  bool refuses = true;  // false: unmet, it leaves the application incomplete
  Authority authority;
};

struct RequiredDocument {
  std::string key;
  std::vector<std::string> any_of;
  Text label;
  Text note;
  Text remedy;
  std::vector<std::string> kinds;
  Predicate when;
  Authority authority;
};

// The day the benefit begins: the rule date, the day asked for, the day of the visit entered late, or the day
// of a decision still to come (then the answer names no day).
enum class BenefitFrom : std::uint8_t { as_of, application_from, service_date, decision };

struct DecisionRule {
  std::string id;
  std::vector<std::string> kinds;
  Predicate when;
  std::string mode;  // instant | review | batch
  std::string by;
  std::string within;
  Text label;
  BenefitFrom from = BenefitFrom::as_of;
  std::optional<std::uint32_t> months;  // index of a parameter: how long the benefit lasts
  std::optional<Text> notice;
  Authority authority;
};

struct Note {
  std::string id;
  std::vector<std::string> kinds;
  std::vector<std::string> care;
  Predicate when;
  Text text;
  Authority authority;
};

// How often a deductible (起付线) is asked for, and which stays that continue another ask for no new one.
enum class DeductibleWay : std::uint8_t {
  per_admission,
  per_year,
  per_provider_year,
  per_quarter,
  per_month,
  per_year_top_up
};
enum class Merge : std::uint8_t { none, split, transfer, both };

enum class StepKind : std::uint8_t { subtract, keep_share, premise, deductible, share, ceiling, second_tier };

struct Step {
  StepKind kind = StepKind::subtract;
  std::string key;
  Text label;
  Predicate when;
  Fact fact = Fact::claim_own_expense;  // subtract
  std::optional<std::uint32_t> table;   // deductible, share
  std::optional<std::uint32_t>
      parameter;                       // deductible, share, keep_share, ceiling; second_tier: its deductible
  std::optional<std::uint32_t> ratio;  // second_tier
  Text no_rule;                        // second_tier: why nothing is paid without a rule,
  Text otherwise;                      // or where the rule does not concern the person
  DeductibleWay way = DeductibleWay::per_admission;  // deductible
  Merge merge = Merge::none;                         // deductible
  bool unfiled_only = false;
  std::optional<Authority> authority;  // else that of the row or value it uses
};

struct Benefit {
  std::string id;
  Text label;
  std::vector<std::string> care;
  std::uint32_t care_bits = 0;  // bit n: the nth of care_kinds()
  Predicate when;
  std::vector<Step> steps;
  Authority authority;
};

}  // namespace mingbai::policy
