#include "core/contract/patch.h"

#include <algorithm>

#include "core/contract/fault.h"

namespace mingbai::contract {
namespace {

constexpr std::size_t operations_most = 1000;

const std::vector<std::string> kinds{"add", "remove", "replace", "move", "copy", "test"};

std::string text_of(const Json& object, std::string_view key) {
  const Json* value = member(object, key);
  return value != nullptr && value->is_string() ? value->get<std::string>() : "";
}

// Shape: what each kind of operation must have.
bool whole(const Json& operation, const std::string& place, Findings& findings) {
  const std::size_t before = findings.size();
  const auto note = [&](Fault fault, std::string_view key, std::optional<std::string> actual = std::nullopt,
                        std::vector<std::string> allowed = {}) {
    findings.push_back(finding(fault, key.empty() ? place : place + "/" + std::string(key), std::move(actual),
                               std::move(allowed)));
  };
  if (!operation.is_object()) {
    note(Fault::wrong_type, "", kind_of(operation).en, {"an object"});
    return false;
  }
  const std::string op = text_of(operation, "op");
  if (op.empty())
    note(Fault::missing_key, "op", std::nullopt, kinds);
  else if (std::ranges::find(kinds, op) == kinds.end())
    note(Fault::unknown_value, "op", op, kinds);
  if (text_of(operation, "path").empty()) note(Fault::missing_key, "path");
  const bool moves = op == "move" || op == "copy";
  if (moves && text_of(operation, "from").empty()) note(Fault::missing_key, "from");
  if ((op == "add" || op == "replace" || op == "test") && !operation.contains("value"))
    note(Fault::missing_key, "value");
  for (auto it = operation.begin(); it != operation.end(); ++it)
    if (it.key() != "op" && it.key() != "path" && it.key() != "value" && it.key() != "from")
      note(Fault::unknown_key, it.key(), it.key(), {"op", "path", "value", "from"});
  return findings.size() == before;
}

void apply_one(Json& document, const Json& operation, const std::string& place, Findings& findings) {
  if (!whole(operation, place, findings)) return;
  const std::string path = text_of(operation, "path");
  try {
    document.patch_inplace(Json::array({operation}));
  } catch (const nlohmann::detail::exception& e) {
    constexpr int test_failed = 501;
    if (e.id == test_failed) {
      std::string found = "—";
      try {
        found = plain(document.at(Json::json_pointer(path)));
      } catch (const nlohmann::detail::exception&) {
      }
      return findings.push_back(
          finding(Fault::overlay_test_failed, place, found, {plain(*member(operation, "value"))}));
    }
    const bool from = text_of(operation, "op") == "move" || text_of(operation, "op") == "copy";
    const std::string lost = from ? text_of(operation, "from") : path;
    findings.push_back(finding(Fault::overlay_dangling_pointer, place + (from ? "/from" : "/path"), lost,
                               names_where_lost(document, lost)));
  }
}

}  // namespace

std::vector<std::string> names_where_lost(const Json& document, const std::string& pointer) {
  const Json* here = &document;
  std::size_t at = 0;
  while (at < pointer.size() && pointer[at] == '/') {
    const std::size_t end = std::min(pointer.find('/', at + 1), pointer.size());
    const std::string token = pointer.substr(at + 1, end - at - 1);
    const Json* next = nullptr;
    if (here->is_object()) {
      next = member(*here, token);
    } else if (here->is_array() && !token.empty() && token.size() < 6 &&
               std::ranges::all_of(token, [](char c) { return c >= '0' && c <= '9'; })) {
      const auto index = static_cast<std::size_t>(std::stoi(token));
      if (index < here->size()) next = &(*here)[index];
    }
    if (next == nullptr) break;
    here = next;
    at = end;
  }
  const std::string reached = pointer.substr(0, at) + "/";
  std::vector<std::string> out;
  if (here->is_object())
    for (auto it = here->begin(); it != here->end(); ++it) out.push_back(reached + it.key());
  if (here->is_array() && !here->empty()) out.push_back(reached + "0–" + std::to_string(here->size() - 1));
  return out;
}

void apply_patch(Json& document, const Json& operations, const std::string& place, Findings& findings) {
  if (operations.size() > operations_most)
    findings.push_back(finding(Fault::out_of_range, place, std::to_string(operations.size()),
                               {"1–" + std::to_string(operations_most)}));
  for (std::size_t i = 0; i < std::min(operations.size(), operations_most); ++i)
    apply_one(document, operations[i], place + "/" + std::to_string(i), findings);
}

}  // namespace mingbai::contract
