#pragma once
// A comparison of two policies over many people, as the screen shows it (比较): read from the summary of
// core/scenario, every sum as words, every chart as rows, and the whole as CSV.
//
// A gains where self_pay falls. Differences are B − A. Fen are whole numbers where something is drawn to scale.

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generated/strings.h"
#include "web/screens/model/names.h"
#include "web/screens/model/source_line.h"

namespace mingbai::screens {

struct PolicyTold {
  std::string id, version, title;
};

struct SideTotal {
  std::string total, fund_pay, major_illness_pay, self_pay;
  std::int64_t undetermined = 0;  // bills no rule covers: the person pays them whole
};

struct GroupRow {
  std::string label;
  std::int64_t people = 0, winners = 0, losers = 0;
  std::int64_t fund_a = 0, fund_b = 0;  // fen
  std::string shown_a, shown_b, difference;
  int sign = 0;  // of the difference
};

// Groups by one fact: care, scheme, level ….
struct Grouping {
  std::string fact, label;
  std::vector<GroupRow> rows;
};

struct ClauseRow {
  std::string label;
  SourceLine source;
  std::int64_t people = 0;
  std::string difference;
  int sign = 0;
};

struct HistogramRow {
  std::string label;  // "少付 500–2,000"
  std::int64_t people = 0;
  std::int64_t sum = 0;  // fen, of all in it, without its sign
  std::string amount;
  int sign = 0;  // −1 pays less, +1 pays more
};

struct ComparisonSummary {
  std::vector<PolicyTold> policies;
  std::vector<SideTotal> totals;
  std::int64_t people = 0, claims = 0, seed = 0;
  std::string basis;
  std::int64_t winners = 0, losers = 0, unchanged = 0;
  std::string won, lost;         // what they pay less, and more, together
  std::string fund_difference;   // "+941,753.76"
  int fund_sign = 0;
  std::string self_difference;   // "−941,753.76": what people pay more
  int self_sign = 0;
  std::vector<Grouping> groupings;
  std::vector<ClauseRow> clauses;
  std::vector<HistogramRow> histogram;
  std::vector<std::string> findings;
};

std::optional<ComparisonSummary> read_summary(std::string_view json, const Names&, const strings::Strings&);

// One file with all tables, lines ended by CR LF, UTF-8 with the mark spreadsheets look for.
std::string to_csv(const ComparisonSummary&, const strings::Strings&);

// "1,000,000"
std::string grouped(std::int64_t);
// "+941,753.76", "−8,071,059.30", "0.00"
std::string signed_amount(std::int64_t fen, const strings::Strings&);

// A sum of a message in fen; a difference may be below zero. What is no sum is 0.
std::int64_t fen_of(const nlohmann::ordered_json&);
// What a group of a summary is called.
std::string group_label(const nlohmann::ordered_json& group, const Names&, const strings::Strings&);

struct PopulationName {
  std::string id, title;
};
std::vector<PopulationName> read_populations(std::string_view bundle_json, Language);

}  // namespace mingbai::screens
