#pragma once
// What the server answers to an office besides the queue (docs/formats/protocol.md): a drawn sample, the outcome of each row
// of a batch, a one-time code, certificate numbers revealed. As words; nothing of it is kept.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generated/strings.h"
#include "web/screens/model/names.h"
#include "web/screens/model/review.h"

namespace mingbai::screens {

struct DrawnSample {
  std::string seed;
  std::int64_t of = 0;
  std::vector<WaitingFiling> filings;
};
std::optional<DrawnSample> drawn_sample(std::string_view answer, const Names&, const strings::Strings&);

struct RowOutcome {
  std::string key;      // receipt number or filing
  std::string outcome;  // done | unknown | not_allowed | refused | invalid
  std::string words;    // of the outcome, with every finding
  bool done = false;
};
struct BatchOutcome {
  std::vector<RowOutcome> rows;
  std::int64_t done = 0;
};
std::optional<BatchOutcome> batch_outcome(std::string_view answer, const strings::Strings&);
std::string outcome_csv(const BatchOutcome&, const strings::Strings&);

struct OneTimeCode {
  std::string code;  // "1234 5678"
  std::int64_t minutes = 0, tries = 0;
};
std::optional<OneTimeCode> one_time_code(std::string_view answer);

struct RevealedNumber {
  std::string name, number;
};
std::vector<RevealedNumber> revealed_numbers(std::string_view answer);  // of one filing, or of many

// Bodies of questions.
std::string code_question(std::string_view certificate, std::string_view role, std::string_view relation, std::string_view until);
std::string reveal_question(std::string_view reason, const std::vector<std::string>& filings);

}  // namespace mingbai::screens
