// The batch module's face to batch.js: a few C functions over one Workbench. Texts go in as NUL-terminated UTF-8 that
// the caller frees, and come out as pointers that are valid until the next call.
#include <emscripten.h>

#include <memory>
#include <string>

#include "web/worker/workbench/workbench.h"

namespace mingbai::workbench {
namespace {

// One instance of the module serves one worker; its C functions have nowhere else to keep it.
struct Instance {
  std::unique_ptr<Workbench> bench;
  std::string out;
};

Instance& instance() {
  static Instance only;
  return only;
}

const char* give(std::string text) {
  instance().out = std::move(text);
  return instance().out.c_str();
}

}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE void batch_open(const char* policies, const char* cases) {
  instance().bench = std::make_unique<Workbench>(policies, cases);
}

EMSCRIPTEN_KEEPALIVE const char* batch_answer(const char* command) { return give(instance().bench->answer(command)); }

EMSCRIPTEN_KEEPALIVE const char* batch_step() { return give(instance().bench->step()); }

EMSCRIPTEN_KEEPALIVE int batch_running() { return instance().bench->running() ? 1 : 0; }

EMSCRIPTEN_KEEPALIVE void batch_stop() { instance().bench->stop(); }
}

}  // namespace mingbai::workbench
