#pragma once
// Connections for reading, one for each thread that reads at the same time; opened when first needed and
// kept.

#include <memory>
#include <mutex>
#include <vector>

#include "shell/database/location.h"

namespace mingbai::server {

class Readers {
 public:
  explicit Readers(database::Location location) : location_(std::move(location)) {}

  // read(Database&) -> store::Result<T>, on the calling thread.
  template <class Read>
  auto with(Read&& read) -> decltype(read(std::declval<store::Database&>())) {
    auto db = borrow();
    if (!db) return std::unexpected(std::move(db.error()));
    auto result = read(**db);
    const std::lock_guard lock(mutex_);
    idle_.push_back(std::move(*db));
    return result;
  }

 private:
  store::Result<std::unique_ptr<store::Database>> borrow() {
    {
      const std::lock_guard lock(mutex_);
      if (!idle_.empty()) {
        auto db = std::move(idle_.back());
        idle_.pop_back();
        return db;
      }
    }
    return location_.open_for_reading();
  }

  database::Location location_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<store::Database>> idle_;
};

}  // namespace mingbai::server
