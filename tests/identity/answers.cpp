// The rules as WebAssembly, for node: what identity.test.mjs holds against the native program, byte for byte.
#include <emscripten.h>

#include <optional>
#include <string>

#include "core/contract/messages.h"
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

EMSCRIPTEN_KEEPALIVE const char* check(const char* request) {
  answer = mingbai::contract::check(*library, request, mingbai::Language::zh).json;
  return answer.c_str();
}
}
