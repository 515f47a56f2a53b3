#include "web/worker/opfs_vfs.h"

#include <emscripten.h>
#include <sqlite3.h>

#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

// What the browser threw, as a number: -1 any error, -2 the quota is used up.
// clang-format off
EM_JS(int, file_read, (int file, void* to, int size, double at), {
  try { return Module["files"][file].read(HEAPU8.subarray(to, to + size), { "at": at }); } catch (error) { return -1; }
});
// Chromium (seen in 156) does not throw for want of room: it gives its internal error -8 as an unsigned count.
EM_JS(int, file_write, (int file, const void* from, int size, double at), {
  try {
    const written = Module["files"][file].write(HEAPU8.subarray(from, from + size), { "at": at }) | 0;
    return written === -8 ? -2 : written < 0 ? -1 : written;
  } catch (error) { return error.name === "QuotaExceededError" ? -2 : -1; }
});
EM_JS(int, file_truncate, (int file, double size), {
  try { Module["files"][file].truncate(size); return 0; } catch (error) { return error.name === "QuotaExceededError" ? -2 : -1; }
});
EM_JS(int, file_flush, (int file), {
  try { Module["files"][file].flush(); return 0; } catch (error) { return error.name === "QuotaExceededError" ? -2 : -1; }
});
EM_JS(double, file_size, (int file), {
  try { return Module["files"][file].getSize(); } catch (error) { return -1; }
});
EM_JS(void, random_bytes, (void* to, int size), { crypto.getRandomValues(HEAPU8.subarray(to, to + size)); });
EM_JS(double, epoch_ms, (), { return Date.now(); });
// clang-format on

namespace mingbai::worker {
namespace {

constexpr int sector_bytes = 4096;
constexpr int longest_name = 64;
constexpr std::int64_t julian_epoch_ms = 210866760000000;  // 1970-01-01 counted in Julian milliseconds

struct File {
  sqlite3_file base;
  int slot;
};

int slot_of(sqlite3_file* file) { return reinterpret_cast<File*>(file)->slot; }

std::optional<int> slot_named(const char* name) {
  if (name == nullptr) return std::nullopt;
  const std::string_view given = name;
  const std::string_view database = database_name;
  if (given == database) return 0;
  if (!given.starts_with(database)) return std::nullopt;
  const std::string_view suffix = given.substr(database.size());
  if (suffix == "-journal") return 1;
  if (suffix == "-wal") return 2;
  return std::nullopt;
}

int refusal(int thrown, int otherwise) { return thrown == -2 ? SQLITE_FULL : otherwise; }

int close(sqlite3_file*) { return SQLITE_OK; }

int read(sqlite3_file* file, void* to, int size, sqlite3_int64 at) {
  const int got = file_read(slot_of(file), to, size, static_cast<double>(at));
  if (got == size) return SQLITE_OK;
  if (got < 0) return SQLITE_IOERR_READ;
  std::memset(static_cast<char*>(to) + got, 0, static_cast<std::size_t>(size - got));
  return SQLITE_IOERR_SHORT_READ;
}

int write(sqlite3_file* file, const void* from, int size, sqlite3_int64 at) {
  const int put = file_write(slot_of(file), from, size, static_cast<double>(at));
  if (put == size) return SQLITE_OK;
  return put >= 0 ? SQLITE_FULL : refusal(put, SQLITE_IOERR_WRITE);
}

int truncate(sqlite3_file* file, sqlite3_int64 size) {
  const int done = file_truncate(slot_of(file), static_cast<double>(size));
  return done == 0 ? SQLITE_OK : refusal(done, SQLITE_IOERR_TRUNCATE);
}

int sync(sqlite3_file* file, int) {
  const int done = file_flush(slot_of(file));
  return done == 0 ? SQLITE_OK : refusal(done, SQLITE_IOERR_FSYNC);
}

int size(sqlite3_file* file, sqlite3_int64* bytes) {
  const double found = file_size(slot_of(file));
  if (found < 0) return SQLITE_IOERR_FSTAT;
  *bytes = static_cast<sqlite3_int64>(found);
  return SQLITE_OK;
}

// The Web Lock that worker.js holds stands for every lock of the file.
int lock(sqlite3_file*, int) { return SQLITE_OK; }
int check_reserved_lock(sqlite3_file*, int* reserved) {
  *reserved = 0;
  return SQLITE_OK;
}

int control(sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; }
int sector_size(sqlite3_file*) { return sector_bytes; }
int characteristics(sqlite3_file*) { return SQLITE_IOCAP_UNDELETABLE_WHEN_OPEN; }

const sqlite3_io_methods methods = {
    .iVersion = 1,
    .xClose = close,
    .xRead = read,
    .xWrite = write,
    .xTruncate = truncate,
    .xSync = sync,
    .xFileSize = size,
    .xLock = lock,
    .xUnlock = lock,
    .xCheckReservedLock = check_reserved_lock,
    .xFileControl = control,
    .xSectorSize = sector_size,
    .xDeviceCharacteristics = characteristics,
    .xShmMap = nullptr,
    .xShmLock = nullptr,
    .xShmBarrier = nullptr,
    .xShmUnmap = nullptr,
    .xFetch = nullptr,
    .xUnfetch = nullptr,
};

int open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* given) {
  file->pMethods = nullptr;
  const std::optional<int> slot = slot_named(name);
  if (!slot) return SQLITE_CANTOPEN;
  reinterpret_cast<File*>(file)->slot = *slot;
  file->pMethods = &methods;
  if (given != nullptr) *given = flags;
  return SQLITE_OK;
}

int remove(sqlite3_vfs*, const char* name, int durable) {
  const std::optional<int> slot = slot_named(name);
  if (!slot) return SQLITE_IOERR_DELETE_NOENT;
  if (file_truncate(*slot, 0) != 0) return SQLITE_IOERR_DELETE;
  return durable != 0 && file_flush(*slot) != 0 ? SQLITE_IOERR_DELETE : SQLITE_OK;
}

int exists(sqlite3_vfs*, const char* name, int, int* found) {
  const std::optional<int> slot = slot_named(name);
  *found = slot && file_size(*slot) > 0 ? 1 : 0;
  return SQLITE_OK;
}

int full_name(sqlite3_vfs*, const char* name, int size, char* to) {
  if (!slot_named(name)) return SQLITE_CANTOPEN;
  sqlite3_snprintf(size, to, "%s", name);
  return SQLITE_OK;
}

int randomness(sqlite3_vfs*, int size, char* to) {
  random_bytes(to, size);
  return size;
}

int sleep(sqlite3_vfs*, int) { return 0; }
int last_error(sqlite3_vfs*, int, char*) { return 0; }

int now_julian_ms(sqlite3_vfs*, sqlite3_int64* now) {
  *now = julian_epoch_ms + static_cast<sqlite3_int64>(epoch_ms());
  return SQLITE_OK;
}

int now_julian_days(sqlite3_vfs* vfs, double* now) {
  sqlite3_int64 ms = 0;
  now_julian_ms(vfs, &ms);
  *now = static_cast<double>(ms) / 86400000.0;
  return SQLITE_OK;
}

sqlite3_vfs opfs = {
    .iVersion = 2,
    .szOsFile = sizeof(File),
    .mxPathname = longest_name,
    .pNext = nullptr,
    .zName = vfs_name,
    .pAppData = nullptr,
    .xOpen = open,
    .xDelete = remove,
    .xAccess = exists,
    .xFullPathname = full_name,
    .xDlOpen = nullptr,
    .xDlError = nullptr,
    .xDlSym = nullptr,
    .xDlClose = nullptr,
    .xRandomness = randomness,
    .xSleep = sleep,
    .xCurrentTime = now_julian_days,
    .xGetLastError = last_error,
    .xCurrentTimeInt64 = now_julian_ms,
    .xSetSystemCall = nullptr,
    .xGetSystemCall = nullptr,
    .xNextSystemCall = nullptr,
};

}  // namespace

extern "C" int sqlite3_os_init() { return sqlite3_vfs_register(&opfs, 1); }
extern "C" int sqlite3_os_end() { return SQLITE_OK; }

}  // namespace mingbai::worker
