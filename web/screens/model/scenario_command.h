#pragma once
// What the scenarios screen asks of the batch worker, as its JSON commands (web/worker/workbench/workbench.h).

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mingbai::screens::batch_command {

std::string run_cases(const std::vector<std::string>& own);
std::string case_text(std::string_view file);
std::string prove(std::string_view overlay_json);
std::string populations();
std::string stop();

struct Comparison {
  std::vector<std::string> policies;  // ids of packs or overlays
  std::string population;             // id of a population of the packs
  std::int64_t count = 0;
  std::int64_t seed = 0;
  std::vector<std::string> overlays;  // JSON texts of those named in `policies`
};
std::string compare(const Comparison&);

// A list of bills (a CSV, the file sent beside the command) settled by one policy and added up by the facts of `groups`;
// its events carry the key.
std::string settle_list(std::string_view key, std::string_view policy, std::span<const std::string_view> groups);

}  // namespace mingbai::screens::batch_command
