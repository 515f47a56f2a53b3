#include "web/screens/model/scenario_cases.h"

#include <algorithm>

#include "core/contract/messages.h"
#include "web/screens/model/json_reading.h"

namespace mingbai::screens {
namespace {

constexpr std::string_view expected_words[] = {": expected exactly ", ": expected "};
constexpr std::string_view found_words = ", found ", among_words = " is not among ";
// What of an answer says what is paid; the rest of it a person adds where it matters.
constexpr const char* sums[] = {"eligible", "deductible", "fund_pay", "major_illness_pay", "self_pay", "basis"};

std::string without_quotes(std::string_view text) {
  const bool quoted = text.size() >= 2 && text.front() == '"' && text.back() == '"';
  return std::string(quoted ? text.substr(1, text.size() - 2) : text);
}

std::vector<std::string> words_of(std::string_view typed) {
  std::vector<std::string> out;
  std::string one;
  for (const char c : typed) {
    const bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (letter) one += c;
    else if (!one.empty()) out.push_back(std::move(one)), one.clear();
  }
  if (!one.empty()) out.push_back(std::move(one));
  return out;
}

std::string read_object(const std::string& text, Json& into, const strings::Strings& t) {
  into = Json::parse(text, nullptr, false);
  return into.is_object() ? std::string() : std::string(t("scenario.not_json"));
}

std::string file_name(const CaseDraft& draft) {
  std::string out = draft.command + "-";
  for (const char c : draft.name) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    const bool capital = c >= 'A' && c <= 'Z';
    if (letter || capital) out += static_cast<char>(capital ? c + 32 : c);
    else if (out.back() != '-') out += '-';
  }
  if (out.back() == '-') out.pop_back();
  return (out == draft.command ? out + "-case" : out) + ".json";
}

}  // namespace

CaseDifference read_difference(std::string_view sentence) {
  for (const std::string_view words : expected_words) {
    const std::size_t at = sentence.find(words);
    if (at == sentence.npos) continue;
    const std::size_t found = sentence.rfind(found_words);
    if (found == sentence.npos || found < at + words.size()) break;
    const std::string_view wanted = sentence.substr(at + words.size(), found - at - words.size());
    return {std::string(sentence.substr(0, at)), without_quotes(wanted), without_quotes(sentence.substr(found + found_words.size()))};
  }
  const std::size_t among = sentence.find(among_words), colon = sentence.find(": ");
  if (among != sentence.npos && colon < among) {
    return {std::string(sentence.substr(0, colon)), without_quotes(sentence.substr(colon + 2, among - colon - 2)),
            std::string(sentence.substr(among + among_words.size()))};
  }
  return {{}, {}, std::string(sentence)};
}

std::vector<CaseRow> read_cases(std::string_view event_json) {
  const Json event = Json::parse(event_json, nullptr, false);
  std::vector<CaseRow> out;
  for (const Json& json : list(event, "cases")) {
    CaseRow row{word(json, "file"), sentence(json, "name"), word(json, "policy"), word(json, "command"), {}, flag(json, "passed"), {}};
    for (const Json& id : list(json, "requirement")) {
      if (!id.is_string()) continue;
      if (!row.requirements.empty()) row.requirements += " ";
      row.requirements += id.get<std::string>();
    }
    for (const Json& difference : list(json, "differences")) {
      if (difference.is_string()) row.differences.push_back(read_difference(difference.get<std::string>()));
    }
    out.push_back(std::move(row));
  }
  std::stable_partition(out.begin(), out.end(), [](const CaseRow& row) { return !row.passed; });
  return out;
}

bool shown(const CaseRow& row, const CaseFilter& filter) {
  if (!filter.policy.empty() && row.policy != filter.policy) return false;
  if (filter.state == "passed" && !row.passed) return false;
  if (filter.state == "failed" && row.passed) return false;
  if (filter.state == "own" && !row.file.empty()) return false;
  if (filter.words.empty()) return true;
  const auto holds = [&](const std::string& text) { return text.find(filter.words) != text.npos; };
  return holds(row.name.zh) || holds(row.name.en) || holds(row.file) || holds(row.requirements);
}

CaseDraft draft_from_bill(const policy::Library& library, std::string_view settle_message) {
  CaseDraft draft;
  const Json input = Json::parse(settle_message, nullptr, false);
  if (!input.is_object()) return draft;
  draft.input = indented(input);
  const Json answer = Json::parse(contract::settle(library, settle_message, Language::zh).json, nullptr, false);
  Json expect = Json::object();
  for (const char* sum : sums) {
    if (!part(answer, sum).is_null()) expect[sum] = part(answer, sum);
  }
  draft.expect = indented(expect);
  return draft;
}

CaseDraft draft_from_case(std::string_view case_text, Language language) {
  const Json json = Json::parse(case_text, nullptr, false);
  CaseDraft draft{sentence(json, "name").in(language), {}, word(json, "command"), indented(part(json, "input")), indented(part(json, "expect"))};
  for (const Json& id : list(json, "requirement")) {
    if (!id.is_string()) continue;
    if (!draft.requirements.empty()) draft.requirements += " ";
    draft.requirements += id.get<std::string>();
  }
  return draft;
}

WrittenCase write_case(const CaseDraft& draft, const strings::Strings& t) {
  WrittenCase out;
  Json input, expect;
  if (draft.name.empty()) out.name_fault = t("scenario.case_name_needed");
  out.input_fault = read_object(draft.input, input, t);
  out.expect_fault = read_object(draft.expect, expect, t);
  if (!out.name_fault.empty() || !out.input_fault.empty() || !out.expect_fault.empty()) return out;
  Json file = {{"name", draft.name}, {"requirement", words_of(draft.requirements)}, {"command", draft.command}};
  file["input"] = std::move(input);
  file["expect"] = std::move(expect);
  out.text = indented(file);
  out.file_name = file_name(draft);
  return out;
}

std::vector<std::string> read_kept(std::string_view list_json) {
  std::vector<std::string> out;
  const Json kept = Json::parse(list_json, nullptr, false);
  if (!kept.is_array()) return out;
  for (const Json& one : kept) {
    if (one.is_string()) out.push_back(one.get<std::string>());
  }
  return out;
}

std::string write_kept(const std::vector<std::string>& texts) { return texts.empty() ? std::string() : one_line(Json(texts)); }

}  // namespace mingbai::screens
