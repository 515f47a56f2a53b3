#include "web/screens/model/chosen_files.h"

#include "web/screens/model/json_reading.h"

namespace mingbai::screens {

std::optional<std::vector<ChosenFile>> chosen_files(std::string_view event_json, std::string_view prefix) {
  if (event_json.find("\"files\"") == event_json.npos) return std::nullopt;
  const Json event = Json::parse(event_json, nullptr, false);
  const std::string key = word(event, "key");
  if (word(event, "type") != "files" || !key.starts_with(prefix)) return std::nullopt;
  std::vector<ChosenFile> out;
  for (const Json& file : list(event, "files")) out.push_back({key.substr(prefix.size()), word(file, "name"), word(file, "handle")});
  return out;
}

}  // namespace mingbai::screens
