#include "web/screens/model/review_answers.h"

#include "web/screens/model/csv.h"
#include "web/screens/model/device_state.h"
#include "web/screens/model/json_reading.h"

namespace mingbai::screens {
namespace {

std::string outcome_words(const Json& row, const std::string& outcome, const strings::Strings& t) {
  const auto key = strings::find("batch." + outcome);
  std::string out = key ? std::string(t(*key)) : outcome;
  for (const ReportedFinding& finding : read_finding_list(part(row, "findings"))) {
    const std::string& message = t.language == Language::zh ? finding.message_zh : finding.message_en;
    if (!message.empty()) out += std::string(t("list.dot")) + message;
  }
  return out;
}

RevealedNumber revealed(const Json& json) {
  return {word(json, "name"), word(part(json, "certificate"), "number")};
}

}  // namespace

std::optional<DrawnSample> drawn_sample(std::string_view answer, const Names& names, const strings::Strings& t) {
  const Json json = Json::parse(answer, nullptr, false);
  if (!json.is_object() || !json.contains("filings")) return std::nullopt;
  DrawnSample out{.seed = word(json, "seed"), .of = whole(json, "of")};
  for (const Json& row : list(json, "filings")) out.filings.push_back(waiting_filing(row, names, t));
  return out;
}

std::optional<BatchOutcome> batch_outcome(std::string_view answer, const strings::Strings& t) {
  const Json json = Json::parse(answer, nullptr, false);
  if (!json.is_object() || !json.contains("results")) return std::nullopt;
  BatchOutcome out;
  for (const Json& row : list(json, "results")) {
    const std::string outcome = word(row, "outcome");
    out.rows.push_back({word(row, "key"), outcome, outcome_words(row, outcome, t), outcome == "done"});
    out.done += outcome == "done";
  }
  return out;
}

std::string outcome_csv(const BatchOutcome& batch, const strings::Strings& t) {
  Csv csv;
  csv.line({std::string(t("batch.row")), std::string(t("batch.outcome"))});
  for (const RowOutcome& row : batch.rows) csv.line({row.key, row.words});
  return csv.text();
}

std::optional<OneTimeCode> one_time_code(std::string_view answer) {
  const Json json = Json::parse(answer, nullptr, false);
  OneTimeCode out{word(json, "code"), whole(json, "valid_s") / 60, whole(json, "tries")};
  if (out.code.empty()) return std::nullopt;
  if (out.code.size() == 8) out.code.insert(4, " ");
  return out;
}

std::vector<RevealedNumber> revealed_numbers(std::string_view answer) {
  const Json json = Json::parse(answer, nullptr, false);
  std::vector<RevealedNumber> out;
  if (!json.is_object()) return out;
  if (json.contains("certificate")) out.push_back(revealed(json));
  for (const Json& one : list(json, "certificates")) out.push_back(revealed(one));
  return out;
}

std::string code_question(std::string_view certificate, std::string_view role, std::string_view relation, std::string_view until) {
  Json body = {{"certificate", certificate}};
  if (!role.empty()) body["role"] = role;
  if (!relation.empty()) body["relation"] = relation;
  if (!until.empty()) body["until"] = until;
  return one_line(body);
}

std::string reveal_question(std::string_view reason, const std::vector<std::string>& filings) {
  Json body = {{"reason", reason}};
  if (!filings.empty()) body["filings"] = filings;
  return one_line(body);
}

}  // namespace mingbai::screens
