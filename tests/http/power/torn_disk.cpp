// A disk that loses power: loaded before the server's own libraries (LD_PRELOAD), it counts what is done to the database's
// files once it is armed, and at the n-th time it undoes everything that was not synced, and ends the process.
//
//   TORN_DISK_AT=17 TORN_DISK_ARMED=/path/of/a/file [TORN_DISK_KEEP=5] LD_PRELOAD=…/libtorn_disk.so mingbai serve …
//
// It is armed as soon as that file exists. With TORN_DISK_KEEP some of the unsynced writes survive, chosen by that seed: a
// disk may have written any of them. What was synced is never touched. The process ends with code 137.

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cstdarg>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace {

// What stood in a file before a write or a truncation.
struct Before {
  off_t at = 0, size = 0;
  std::string bytes;
};

struct Disk {
  std::mutex mutex;
  std::map<int, std::string> open;                       // descriptor → path
  std::map<std::string, std::vector<Before>> unsynced;   // by path, oldest first
  long left = 0;
  bool armed = false;
};

Disk& disk() {
  static Disk* const one = new Disk;
  return *one;
}

// Known without the mutex: a signal's handler writes into a pipe while the thread it stopped may hold it.
constexpr int files_most = 65536;
std::atomic<bool> ours[files_most];
bool is_ours(int file) { return file >= 0 && file < files_most && ours[file]; }

template <class Function>
Function real(const char* name) {
  return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

using Pwrite = ssize_t (*)(int, const void*, std::size_t, off_t);
using Truncate = int (*)(int, off_t);

bool is_database(const std::string& path) {
  return path.ends_with(".db") || path.ends_with(".db-wal") || path.ends_with(".db-journal");
}

void cut(Disk& d) {
  const char* keep = std::getenv("TORN_DISK_KEEP");
  std::uint32_t seed = keep != nullptr ? static_cast<std::uint32_t>(std::atol(keep)) : 0;
  const auto pwrite_ = real<Pwrite>("pwrite64");
  const auto open_ = real<int (*)(const char*, int, mode_t)>("open64");
  const auto truncate_ = real<Truncate>("ftruncate64");
  for (auto& [path, changes] : d.unsynced) {
    const int file = open_(path.c_str(), O_RDWR, 0); // not ours: the lock is held
    if (file < 0) continue;
    for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
      seed = seed * 1664525 + 1013904223;
      if (keep != nullptr && (seed >> 16 & 1) != 0) continue;
      if (!change->bytes.empty()) (void)!pwrite_(file, change->bytes.data(), change->bytes.size(), change->at);
      if (keep == nullptr) (void)!truncate_(file, change->size);
    }
  }
  _exit(137);
}

// One thing more that is done to the database: the last one is not done any more.
void count(Disk& d) {
  if (!d.armed) {
    const char* armed = std::getenv("TORN_DISK_ARMED");
    if (armed == nullptr || access(armed, F_OK) != 0) return;
    d.armed = true;
    const char* at = std::getenv("TORN_DISK_AT");
    d.left = at != nullptr ? std::atol(at) : 0;
  }
  if (--d.left == 0) cut(d);
}

void remember(Disk& d, int file, off_t at, std::size_t length) {
  const auto found = d.open.find(file);
  if (found == d.open.end()) return;
  count(d);
  struct stat status {};
  fstat(file, &status);
  Before before{at, status.st_size, std::string(length, '\0')};
  const ssize_t read = pread(file, before.bytes.data(), length, at);
  before.bytes.resize(read > 0 ? static_cast<std::size_t>(read) : 0);
  d.unsynced[found->second].push_back(std::move(before));
}

int opened(int file, const char* path) {
  if (file >= 0 && is_database(path)) {
    const std::lock_guard lock(disk().mutex);
    disk().open[file] = path;
    if (file < files_most) ours[file] = true;
  }
  return file;
}

int truncated(int file, off_t size, const char* name) {
  if (is_ours(file)) {
    const std::lock_guard lock(disk().mutex);
    struct stat status {};
    fstat(file, &status);
    remember(disk(), file, size, status.st_size > size ? static_cast<std::size_t>(status.st_size - size) : 0);
  }
  return real<Truncate>(name)(file, size);
}

int synced(int file, const char* name) {
  if (!is_ours(file)) return real<int (*)(int)>(name)(file);
  {
    const std::lock_guard lock(disk().mutex);
    if (disk().open.contains(file)) count(disk());
  }
  const int done = real<int (*)(int)>(name)(file);
  const std::lock_guard lock(disk().mutex);
  if (const auto found = disk().open.find(file); found != disk().open.end()) disk().unsynced.erase(found->second);
  return done;
}

ssize_t written_at(int file, const void* bytes, std::size_t length, off_t at, const char* name) {
  if (is_ours(file)) {
    const std::lock_guard lock(disk().mutex);
    remember(disk(), file, at, length);
  }
  return real<Pwrite>(name)(file, bytes, length, at);
}

}  // namespace

extern "C" {

int open(const char* path, int flags, ...) {
  va_list list;
  va_start(list, flags);
  const mode_t mode = va_arg(list, mode_t);
  va_end(list);
  return opened(real<int (*)(const char*, int, mode_t)>("open")(path, flags, mode), path);
}
int open64(const char* path, int flags, ...) {
  va_list list;
  va_start(list, flags);
  const mode_t mode = va_arg(list, mode_t);
  va_end(list);
  return opened(real<int (*)(const char*, int, mode_t)>("open64")(path, flags, mode), path);
}
int close(int file) {
  if (is_ours(file)) {
    const std::lock_guard lock(disk().mutex);
    disk().open.erase(file);
    ours[file] = false;
  }
  return real<int (*)(int)>("close")(file);
}
ssize_t write(int file, const void* bytes, std::size_t length) {
  if (is_ours(file)) {
    const std::lock_guard lock(disk().mutex);
    if (disk().open.contains(file)) remember(disk(), file, lseek(file, 0, SEEK_CUR), length);
  }
  return real<ssize_t (*)(int, const void*, std::size_t)>("write")(file, bytes, length);
}
ssize_t pwrite(int file, const void* bytes, std::size_t length, off_t at) { return written_at(file, bytes, length, at, "pwrite"); }
ssize_t pwrite64(int file, const void* bytes, std::size_t length, off_t at) { return written_at(file, bytes, length, at, "pwrite64"); }
int ftruncate(int file, off_t size) noexcept { return truncated(file, size, "ftruncate"); }
int ftruncate64(int file, off_t size) noexcept { return truncated(file, size, "ftruncate64"); }
int fsync(int file) { return synced(file, "fsync"); }
int fdatasync(int file) { return synced(file, "fdatasync"); }

}
