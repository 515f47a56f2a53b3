// The rules as WebAssembly, for node: what identity.test.mjs holds against the native program, byte for byte.
#include <emscripten.h>

#include <optional>
#include <string>

#include "core/contract/messages.h"
#include "core/contract/simulation.h"
#include "core/contract/write.h"
#include "core/policy/library.h"

namespace {
std::optional<mingbai::policy::Library> library;
std::string answer;
}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE int load(const char* bundle) {
  auto loaded = mingbai::policy::Library::load(bundle);
  if (!loaded) return 0;
  library.emplace(std::move(*loaded));
  return 1;
}

EMSCRIPTEN_KEEPALIVE const char* settle(const char* request) {
  answer = mingbai::contract::settle(*library, request, mingbai::Language::zh).json;
  return answer.c_str();
}

EMSCRIPTEN_KEEPALIVE const char* score(const char* request) {
  answer = mingbai::contract::score(*library, request, mingbai::Language::zh).json;
  return answer.c_str();
}

// The whole simulation, in parts of about so many claims.
EMSCRIPTEN_KEEPALIVE const char* simulate(const char* request, double claims_a_step) {
  auto job = mingbai::contract::open_simulation(*library, request);
  if (!job) {
    answer = mingbai::contract::write(job.error(), mingbai::Language::zh);
    return answer.c_str();
  }
  while (!job->done()) job->step(static_cast<std::uint64_t>(claims_a_step));
  const auto summary = job->result();
  answer = summary.findings.empty() ? mingbai::contract::write(summary, mingbai::Language::zh)
                                    : mingbai::contract::write(summary.findings, mingbai::Language::zh);
  return answer.c_str();
}

EMSCRIPTEN_KEEPALIVE const char* check(const char* request) {
  answer = mingbai::contract::check(*library, request, mingbai::Language::zh).json;
  return answer.c_str();
}
}
