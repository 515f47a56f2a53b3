#include "web/worker/workbench/cases.h"

namespace mingbai::workbench {
namespace {

using contract::Json;

std::string word(const Json& json, const char* key) {
  const Json* found = contract::member(json, key);
  return found != nullptr && found->is_string() ? found->get<std::string>() : std::string();
}

std::string policy_of(const Json& json) {
  const Json* input = contract::member(json, "input");
  return input != nullptr && input->is_object() ? word(*input, "policy") : std::string();
}

Json row(const Case& one, const Json& json, const contract::CaseResult& result) {
  Json out = Json::object();
  out["file"] = one.file;
  out["name"] = {{"zh", result.name.zh}, {"en", result.name.en}};
  out["policy"] = policy_of(json);
  out["command"] = word(json, "command");
  out["requirement"] = result.requirements;
  out["passed"] = result.passed();
  out["differences"] = result.differences;
  return out;
}

}  // namespace

Json run_cases(const policy::Library& library, const std::vector<Case>& cases, const std::string& base, const std::string& overlay) {
  Json out = Json::array();
  for (const Case& one : cases) {
    const auto parsed = contract::parse_json(one.text);
    Json json = parsed ? *parsed : Json::object();
    if (overlay.empty()) {
      out.push_back(row(one, json, contract::run_case(library, one.text)));
      continue;
    }
    if (policy_of(json) != base) continue;
    json["input"]["policy"] = overlay;
    Json shown = row(one, json, contract::run_case(library, contract::dump(json)));
    shown["policy"] = base;
    out.push_back(std::move(shown));
  }
  return out;
}

}  // namespace mingbai::workbench
