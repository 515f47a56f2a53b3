#pragma once
// SQLite's files in the browser: a VFS named "opfs" over three files that are already open.
//
// worker.js opens the three (database, journal, write-ahead log) before the module starts and hands them over as
// `Module.files`, an array of objects with the face of FileSystemSyncAccessHandle: read, write, truncate, flush,
// getSize. They are real handles of the origin's private file system, or images in memory with the same face.
//
// Invariants: nothing here can create or delete a file: an absent file is one of size 0, "deleting" truncates. A
// name other than the three is refused. A write that the browser's quota refuses is SQLITE_FULL, every other refusal is
// an I/O error; xSync flushes and reports what the flush says. There is no shared memory: open in exclusive mode.
//
// SQLite is built with SQLITE_OS_OTHER=1 and registers this VFS by itself when it starts.

namespace mingbai::worker {

inline constexpr char database_name[] = "mingbai.db";  // its journal and log add "-journal" and "-wal"
inline constexpr char vfs_name[] = "opfs";

}  // namespace mingbai::worker
