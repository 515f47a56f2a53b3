// The worker module's face to worker.js: a few C functions over one Desk. Texts go in as NUL-terminated UTF-8 that the
// caller frees, and come out as pointers that are valid until the same function is called again. Times are
// milliseconds since 1970. After every call: take all messages, all requests, and set the timer of worker_wake_at().

#include <emscripten.h>

#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "core/store/sqlite_database.h"
#include "core/sync/fields.h"
#include "web/worker/desk/desk.h"
#include "web/worker/opfs_vfs.h"

// clang-format off
// The file beside the command that is being carried out (worker.js).
EM_JS(int, read_given, (void* to, double at, int size), {
  try {
    HEAPU8.set(new Uint8Array(new FileReaderSync().readAsArrayBuffer(Module["given"].slice(at, at + size))), to);
    return 1;
  } catch {
    return 0;
  }
});
EM_JS(void, secure_random, (void* to, int size), { crypto.getRandomValues(HEAPU8.subarray(to, to + size)); });
// clang-format on

namespace mingbai::worker {
namespace {

class SecureRandomness final : public Randomness {
 public:
  void fill(std::span<std::uint8_t> bytes) override { secure_random(bytes.data(), static_cast<int>(bytes.size())); }
};

class GivenFile final : public FileSource {
 public:
  explicit GivenFile(std::int64_t size) : size_(size) {}
  std::int64_t size() override { return size_; }
  std::optional<std::string> read(std::int64_t at, std::int64_t bytes) override {
    std::string out(static_cast<std::size_t>(bytes), '\0');
    return read_given(out.data(), static_cast<double>(at), static_cast<int>(bytes)) != 0 ? std::optional(std::move(out)) : std::nullopt;
  }

 private:
  std::int64_t size_;
};

sync::Milliseconds milliseconds(double now) { return static_cast<sync::Milliseconds>(now); }

// One instance of the module serves one worker; its C functions have nowhere else to keep it.
struct Instance {
  SecureRandomness randomness;
  std::unique_ptr<Desk> desk;
  std::string out;
  std::string body;  // of the last request, when it is no JSON; or the last piece of a backup
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

// "" when the database is open, else why not (store::Fault). `kind`, `fault` and `full`: the state's `storage`. `owed`: a session
// of the files before these has not been ended.
EMSCRIPTEN_KEEPALIVE const char* worker_open(const char* kind, const char* fault, int full, int owed, double now) {
  auto database = store::open_sqlite({.path = database_name, .vfs = vfs_name, .exclusive = true});
  if (!database) return give(std::string(to_key(database.error().fault)));
  auto desk = std::make_unique<Desk>(std::move(*database), Storage{kind, fault, full != 0}, instance().randomness);
  if (auto opened = desk->open(milliseconds(now)); !opened) return give(std::string(to_key(opened.error().fault)));
  if (owed != 0) desk->owe_session_end();
  instance().desk = std::move(desk);
  return give("");
}

// `file`: size of the file beside the command, below 0: none; `room`: bytes the browser still gives, below 0: it does not say.
EMSCRIPTEN_KEEPALIVE void worker_command(const char* tab, double number, const char* json, double file, double room, double now) {
  GivenFile given(static_cast<std::int64_t>(file));
  Enclosure enclosure{.source = file < 0 ? nullptr : &given, .room_bytes = {}};
  if (room >= 0) enclosure.room_bytes = static_cast<std::int64_t>(room);
  instance().desk->command({tab, static_cast<std::int64_t>(number)}, json, milliseconds(now), enclosure);
}

EMSCRIPTEN_KEEPALIVE void worker_greet(const char* tab) { instance().desk->greet(tab); }

EMSCRIPTEN_KEEPALIVE void worker_set_online(int online, double now) {
  instance().desk->set_online(online != 0, milliseconds(now));
}

// `status` 0: no answer came. `retry_after_s` below 0: the server did not say.
EMSCRIPTEN_KEEPALIVE void worker_answer(int request, int status, const char* content_type, const char* body,
                                        int retry_after_s, double now) {
  sync::HttpAnswer answer{.status = status, .content_type = content_type, .body = body, .retry_after_s = {}};
  if (retry_after_s >= 0) answer.retry_after_s = retry_after_s;
  instance().desk->answer(request, answer, milliseconds(now));
}

EMSCRIPTEN_KEEPALIVE void worker_tick(double now) { instance().desk->tick(milliseconds(now)); }

// {"to":"<tab>"|null,"acknowledged":7|null,"event":"<JSON text>"|null}, or a null pointer when there is none.
EMSCRIPTEN_KEEPALIVE const char* worker_next_message() {
  const auto message = instance().desk->next_message();
  if (!message) return nullptr;
  nlohmann::json out = {{"to", nullptr}, {"acknowledged", nullptr}, {"event", nullptr}, {"backup", message->backup}};
  if (!message->to.empty()) out["to"] = message->to;
  if (message->acknowledged) out["acknowledged"] = *message->acknowledged;
  if (!message->event.empty()) out["event"] = message->event;
  return give(sync::dump(out));
}

// {"number":3,"method":"POST","path":"/api/v1/push","body":"…","media":"","bytes":0}, or a null pointer when there is none.
// With "media" the body is the next `bytes` at worker_body(), until the next request is taken.
EMSCRIPTEN_KEEPALIVE const char* worker_next_request() {
  auto request = instance().desk->next_request();
  if (!request) return nullptr;
  auto& question = request->question;
  const bool plain = question.media.empty();
  instance().body = plain ? std::string() : std::move(question.body);
  return give(sync::dump({{"number", request->number},
                          {"method", question.method},
                          {"path", question.path},
                          {"body", plain ? question.body : std::string()},
                          {"media", question.media},
                          {"bytes", instance().body.size()}}));
}

// The next bytes of the backup, at worker_body(): how many; 0 at its end, below 0 when they cannot be read.
EMSCRIPTEN_KEEPALIVE int worker_backup_piece() {
  auto piece = instance().desk->next_backup_piece();
  if (!piece) return -1;
  instance().body = std::move(*piece);
  return static_cast<int>(instance().body.size());
}

EMSCRIPTEN_KEEPALIVE const char* worker_body() { return instance().body.data(); }

// When to call worker_tick() next; below 0: not until something happens.
EMSCRIPTEN_KEEPALIVE double worker_wake_at(double now) {
  const auto wake = instance().desk->wake_at(milliseconds(now));
  return wake ? static_cast<double>(*wake) : -1;
}

EMSCRIPTEN_KEEPALIVE int worker_emptied() { return instance().desk->emptied() ? 1 : 0; }

EMSCRIPTEN_KEEPALIVE int worker_storage_lost() { return instance().desk->storage_lost() ? 1 : 0; }
}

}  // namespace mingbai::worker
