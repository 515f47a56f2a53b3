#pragma once
// The app's files, read into memory once at the start: what is not in this table does not exist, so no path
// of a request ever reaches the file system. `x.br` beside `x` is its brotli form, sent to those who accept
// it. Shards of rare characters ("rare-…": many, and hardly ever asked for) are in the table, too, and are
// read when they are.
//
// Files named after their content (a dot or hyphen and at least 8 hexadecimal digits before the ending) are
// immutable; all others are asked for anew with their ETag. "/" is /index.html. GET and HEAD only.

#include <map>
#include <memory>
#include <string>

#include "shell/server/http.h"

namespace mingbai::server {

class StaticFiles {
 public:
  StaticFiles() = default;
  // Every regular file below the folder; hidden ones are left out. A folder that is not there gives no files.
  static StaticFiles load(const std::string& folder);

  bool contains(std::string_view path) const { return find(path) != nullptr; }
  Response serve(const Request&) const;  // of a path it contains
  std::size_t size() const { return files_.size(); }

 private:
  struct Form {
    std::shared_ptr<const std::string> bytes;  // null: they lie at `path`
    std::string path;                          // empty: there is no such form
    std::shared_ptr<const std::string> read() const;
  };
  struct File {
    Form plain, brotli;
    std::string type, etag;  // no etag: read when asked for
    bool immutable = false;
  };
  const File* find(std::string_view path) const;
  std::map<std::string, File, std::less<>> files_;
};

}  // namespace mingbai::server
