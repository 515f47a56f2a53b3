#pragma once
// A file that travels beside a command, read part by part where it lies: the browser's, in tests a text.

#include <cstdint>
#include <optional>
#include <string>

namespace mingbai::worker {

class FileSource {
 public:
  virtual ~FileSource() = default;
  virtual std::int64_t size() = 0;
  // Exactly these bytes; nothing where they cannot be read.
  virtual std::optional<std::string> read(std::int64_t at, std::int64_t bytes) = 0;
};

}  // namespace mingbai::worker
