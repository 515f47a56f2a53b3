#include "shell/cli/durable_file.h"

#include <fcntl.h>
#include <unistd.h>

namespace mingbai::cli {
namespace {

std::error_code last_error() { return {errno, std::generic_category()}; }

std::error_code sync(const std::filesystem::path& path, int flags) {
  const int file = open(path.c_str(), flags | O_CLOEXEC);
  if (file < 0) return last_error();
  const std::error_code error = fsync(file) == 0 ? std::error_code() : last_error();
  close(file);
  return error;
}

}  // namespace

std::error_code name_once_durable(const std::filesystem::path& part, const std::filesystem::path& whole) {
  namespace fs = std::filesystem;
  std::error_code error;
  fs::permissions(part, fs::perms::owner_read | fs::perms::owner_write, error);
  if (error) return error;
  if ((error = sync(part, O_RDWR))) return error;
  if (link(part.c_str(), whole.c_str()) != 0) return last_error();
  fs::remove(part, error);
  const auto folder = fs::absolute(whole).parent_path();
  return sync(folder, O_RDONLY | O_DIRECTORY);
}

}  // namespace mingbai::cli
