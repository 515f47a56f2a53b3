#include "web/screens/model/scenario_command.h"

#include "web/screens/model/json_reading.h"

namespace mingbai::screens::batch_command {
namespace {

Json object(std::string_view text) {
  Json json = Json::parse(text, nullptr, false);
  return json.is_object() ? json : Json::object();
}

}  // namespace

std::string run_cases(const std::vector<std::string>& own) { return one_line(Json{{"cmd", "cases"}, {"own", own}}); }
std::string case_text(std::string_view file) { return one_line(Json{{"cmd", "case"}, {"file", file}}); }
std::string prove(std::string_view overlay_json) { return one_line(Json{{"cmd", "prove"}, {"overlay", object(overlay_json)}}); }
std::string populations() { return one_line(Json{{"cmd", "populations"}}); }
std::string stop() { return one_line(Json{{"cmd", "stop"}}); }

std::string compare(const Comparison& wanted) {
  Json overlays = Json::array();
  for (const std::string& text : wanted.overlays) overlays.push_back(object(text));
  Json request = {{"policies", wanted.policies}, {"population_id", wanted.population}, {"count", wanted.count}, {"seed", wanted.seed},
                  {"statuses", {"in_force", "assumed"}}};
  return one_line(Json{{"cmd", "compare"}, {"request", request}, {"overlays", overlays}});
}

std::string settle_list(std::string_view key, std::string_view policy, std::span<const std::string_view> groups) {
  Json request = {{"policies", {policy}}, {"statuses", {"in_force", "assumed"}}, {"groups", std::vector<std::string>(groups.begin(), groups.end())}};
  return one_line(Json{{"cmd", "compare"}, {"key", key}, {"request", request}, {"overlays", Json::array()}});
}

}  // namespace mingbai::screens::batch_command
