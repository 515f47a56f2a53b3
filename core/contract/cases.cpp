#include "core/contract/cases.h"

#include <algorithm>

#include "core/contract/messages.h"
#include "core/policy/library.h"

namespace mingbai::contract {
namespace {

void compare(const Json& expected, const Json& actual, const std::string& path,
             std::vector<std::string>& out);

std::string below(const std::string& path, const std::string& key) {
  return path.empty() ? key : path + '.' + key;
}

bool equal(const Json& expected, const Json& actual) {
  std::vector<std::string> found;
  compare(expected, actual, "", found);
  return found.empty();
}

void compare_exactly(const Json& expected, const Json& actual, const std::string& path,
                     std::vector<std::string>& out) {
  if (!actual.is_array() || actual.size() != expected.size()) {
    out.push_back(path + ": expected exactly " + dump(expected) + ", found " + plain(actual));
    return;
  }
  for (std::size_t i = 0; i < expected.size(); ++i)
    compare(expected[i], actual[i], below(path, std::to_string(i)), out);
}

void compare_members(const Json& expected, const Json& actual, const std::string& path,
                     std::vector<std::string>& out) {
  for (const Json& wanted : expected) {
    const bool found =
        actual.is_array() && std::ranges::any_of(actual, [&](const Json& v) { return equal(wanted, v); });
    if (!found) out.push_back(path + ": " + dump(wanted) + " is not among " + plain(actual));
  }
}

void compare(const Json& expected, const Json& actual, const std::string& path,
             std::vector<std::string>& out) {
  if (expected.is_object()) {
    if (expected.size() == 1 && expected.begin().key() == "exactly" && expected.begin()->is_array())
      return compare_exactly(*expected.begin(), actual, path, out);
    for (auto it = expected.begin(); it != expected.end(); ++it) {
      const Json* value = member(actual, it.key());
      compare(*it, value == nullptr ? Json(nullptr) : *value, below(path, it.key()), out);
    }
  } else if (expected.is_array()) {
    compare_members(expected, actual, path, out);
  } else if (expected != actual) {
    out.push_back(path + ": expected " + dump(expected) + ", found " + plain(actual));
  }
}

using Command = Answer (*)(const policy::Library&, std::string_view, Language);

Command command_of(std::string_view name) {
  return name == "settle" ? settle : name == "check" ? check : name == "score" ? score : nullptr;
}

bool read_name(const Json* name, Text& out) {
  if (name == nullptr) return false;
  if (name->is_string()) {
    out.zh = out.en = name->get<std::string>();
    return true;
  }
  const Json *zh = member(*name, "zh"), *en = member(*name, "en");
  if (zh != nullptr && zh->is_string()) out.zh = zh->get<std::string>();
  if (en != nullptr && en->is_string()) out.en = en->get<std::string>();
  return !out.zh.empty() && !out.en.empty();
}

}  // namespace

std::vector<std::string> differences(const Json& expected, const Json& actual, const std::string& path) {
  std::vector<std::string> out;
  compare(expected, actual, path, out);
  return out;
}

CaseResult run_case(const policy::Library& library, std::string_view case_json, const std::string& instead) {
  CaseResult out;
  const auto json = parse_json(case_json);
  if (!json) {
    for (const Finding& finding : json.error())
      out.differences.push_back(finding.fact + ": " + finding.message.en);
    return out;
  }
  const bool named = read_name(member(*json, "name"), out.name);
  const Json* command = member(*json, "command");
  const Json* input = member(*json, "input");
  const Json* expect = member(*json, "expect");
  if (const Json* list = member(*json, "requirement"); list != nullptr && list->is_array())
    for (const Json& id : *list) out.requirements.push_back(plain(id));
  const auto answer_with =
      command == nullptr || !command->is_string() ? nullptr : command_of(plain(*command));
  if (input == nullptr || expect == nullptr || !named || answer_with == nullptr) {
    out.differences.push_back("a case needs name (a text, or zh and en), command (settle, check or score), input and expect");
    return out;
  }
  out.readable = true;
  Json asked = *input;
  if (!instead.empty() && asked.is_object() && asked.contains("policy")) asked["policy"] = instead;
  const std::string request = asked.is_string() ? asked.get<std::string>() : dump(asked);
  const Answer answer = answer_with(library, request, Language::en);
  if (const auto actual = parse_json(answer.json, bundle_bytes_most))
    out.differences = differences(*expect, *actual);
  return out;
}

}  // namespace mingbai::contract
