#pragma once
// The calculator's answer (一张会解释自己的账单): everything the result side draws, as words and whole numbers.
//
// One of three states: `asking` (questions open or a field at fault), `undetermined` (no rule in the asked statuses:
// no sum is shown), `determined`. Pieces, cells and steps come from the same lines, so they cannot disagree; numbers of
// discs are the lines' places. Amounts are fen where something is drawn to scale.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/policy/editions.h"
#include "core/reimbursement/settle.h"
#include "generated/strings.h"
#include "web/screens/model/calculator_claim.h"
#include "web/screens/model/calculator_form.h"
#include "web/screens/model/names.h"
#include "web/screens/model/source_line.h"

namespace mingbai::screens {

enum class Share : std::uint8_t { none, own, own_unfiled, fund, major_illness };

struct StripPiece {
  std::int64_t fen = 0;
  Share share = Share::own;
  int number = 0;
  std::string name;
  std::string amount;
};

struct StepRow {
  int number = 0;
  std::string key;
  std::string title;
  std::string formula;  // the part before the equals sign between ** **
  std::string amount;   // "−5,000.00"
  std::string left;     // "剩 45,000.00", empty where nothing is left to say
  std::int64_t before_fen = 0;
  std::int64_t share_fen = 0;
  Share share = Share::none;
  bool assumed = false;
  std::string from_bill;  // "您填的票据" for what the person typed
  std::vector<SourceLine> sources;
};

struct BarLine {
  std::string name;
  std::string detail;
  std::string amount;
  std::int64_t own_fen = 0;
  std::int64_t extra_fen = 0;  // hatched
  std::string bracket;
  bool current = false;
};

struct Comparison {
  std::string lead;    // "不备案会多付"
  std::string amount;  // "7,650.00"
  std::string explanation;
  std::vector<BarLine> rows;
  std::int64_t scale_fen = 0;
  bool offers_filing = false;
};

// What a filing would change where it changes nothing: the reason, what would, and where it stands.
struct FilingRemark {
  std::string title;
  std::string body;
  std::optional<SourceLine> source;
};

// Why the fund does not pay, or what else is to be known, with what can be done about it.
struct Reason {
  std::string message;
  std::string remedy;
  std::optional<SourceLine> source;
};

struct Answer {
  enum class State : std::uint8_t { asking, undetermined, determined } state = State::asking;
  std::vector<Question> questions;            // what this kind of care asks besides the bill
  bool asks_level = true;
  std::vector<std::string> open;              // labels of the questions still open
  std::map<std::string, std::string> faults;  // field -> sentence

  std::string self_pay;
  std::string total;
  std::string fund_pay;
  std::string major_illness_pay;  // empty when nothing
  std::string own_per_cent;
  std::string fund_per_cent;
  std::size_t own_pieces = 0;  // the first pieces of the strip are the person's
  std::vector<StripPiece> pieces;

  int assumption_count = 0;
  std::string assumption_names;
  policy::Status basis = policy::Status::in_force;
  bool rests_on_draft = false;

  std::optional<Comparison> filing;
  std::optional<Comparison> levels;
  std::optional<FilingRemark> remark;

  std::vector<StepRow> steps;
  std::string closing_sum;    // "5,000.00 + 9,000.00 + …"
  std::string control;        // "基金付 … + 大病 … + 您付 … = 总费用 …"
  std::int64_t total_fen = 0;

  std::vector<std::string> notes;
  std::vector<Reason> reasons;
  bool assumed_would_help = false;  // undetermined, and with the figures assumed there would be a sum
  bool draft_would_help = false;
  std::string message;  // the `settle` request, for a case
};

// `editions` are of this library, kept from one answer to the next: a bill is settled some eight times for one answer.
Answer calculator_answer(const policy::Library&, policy::Editions& editions, const Names&, const CalculatorForm&, const strings::Strings&);

// "40.5%": tenths of a per cent, rounded half up, in whole numbers.
std::string per_cent(Money part, Money whole);

}  // namespace mingbai::screens
