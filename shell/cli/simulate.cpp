#include "shell/cli/simulate.h"

#include <unistd.h>

#include <ostream>

#include "core/contract/messages.h"
#include "core/contract/simulation.h"
#include "shell/cli/packs.h"
#include "shell/cli/simulation_text.h"

namespace mingbai::cli {
namespace {

using contract::Json;

constexpr std::uint64_t claims_a_step = 200'000;
constexpr std::size_t bar_columns = 40;

std::vector<std::string> parts_of(const std::string& list) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at <= list.size();) {
    const std::size_t comma = std::min(list.find(',', at), list.size());
    if (comma > at) out.push_back(list.substr(at, comma - at));
    at = comma + 1;
  }
  return out;
}

// A whole number as JSON; anything else as text, which the reader refuses with its place.
Json number(const std::string& written) {
  const bool digits = !written.empty() && written.size() <= 18 &&
                      written.find_first_not_of("0123456789") == std::string::npos;
  return digits ? Json(std::stoull(written)) : Json(written);
}

// How many people --population asks for, by which population: N, ID or FILE, with --count.
bool add_people(const Invocation& call, Json& request) {
  const std::string asked = call.value("--population");
  const bool plain_number = !asked.empty() && asked.find_first_not_of("0123456789") == std::string::npos;
  if (plain_number) request["count"] = number(asked);
  if (call.has("--count")) request["count"] = number(call.value("--count"));
  request["seed"] = number(call.value("--seed", "1"));
  const std::string which = call.value("--of", plain_number ? "" : asked);
  if (which.ends_with(".json")) {
    const auto text = read_file(which);
    if (!text) return call.refuse("读不到文件 " + which, "Cannot read the file " + which), false;
    const auto json = contract::parse_json(*text);
    if (!json) return print_findings(call, json.error()), false;
    request["population"] = *json;
  } else if (!which.empty()) {
    request["population_id"] = which;
  }
  return true;
}

void draw_bar(const Invocation& call, scenario::Progress progress) {
  if (!isatty(STDERR_FILENO)) return;
  const std::uint64_t full = progress.of == 0 ? bar_columns : bar_columns * progress.done / progress.of;
  std::string bar;
  for (std::size_t i = 0; i < bar_columns; ++i) bar += i < full ? "█" : "░";
  call.err << '\r' << bar << ' ' << progress.done << " / " << progress.of << std::flush;
}

}  // namespace

int simulate(const Invocation& call) {
  auto library = open_library(call);
  if (!library) return wrong_input;
  for (const auto& name : parts_of(call.value("--policy"))) {
    library = with_policy(call, std::move(*library), name);
    if (!library) return wrong_input;
  }
  Json request = Json::object();
  request["policies"] = parts_of(call.value("--policy"));
  if (call.has("--as-of")) request["as_of"] = call.value("--as-of");
  if (call.has("--statuses")) request["statuses"] = parts_of(call.value("--statuses"));
  if (call.has("--groups")) request["groups"] = parts_of(call.value("--groups"));
  std::string claims;
  if (call.has("--claims")) {
    auto text = read_file(call.value("--claims"));
    if (!text)
      return call.refuse("读不到文件 " + call.value("--claims"),
                         "Cannot read the file " + call.value("--claims"));
    claims = std::move(*text);
  }
  if ((call.has("--population") || call.has("--of")) && !add_people(call, request)) return wrong_input;
  if (!request.contains("population") && !request.contains("population_id") && request.contains("count") &&
      !request["policies"].empty())
    request["population_id"] = library->population_for(request["policies"][0].get<std::string>());
  auto read = contract::read_simulation(*library, contract::dump(request));
  if (read) read->claims = std::move(claims);
  auto job = read ? scenario::Job::open(*library, std::move(*read))
                  : std::expected<scenario::Job, Findings>(std::unexpected(read.error()));
  if (!job) return print_findings(call, job.error()), wrong_input;
  while (!job->done()) draw_bar(call, job->step(claims_a_step));
  if (isatty(STDERR_FILENO)) call.err << '\n';
  const auto summary = job->result();
  if (!summary.findings.empty()) return print_findings(call, summary.findings), wrong_input;
  if (call.has("--text"))
    call.out << simulation_text(summary, call.language);
  else
    call.out << contract::write(summary, call.language) << '\n';
  return done;
}

}  // namespace mingbai::cli
