#pragma once
// The one writer: a thread with its own connection through which every change of the database goes, in order.
//
// Group commit: all jobs that wait are run in one transaction, each in a savepoint of its own, and one COMMIT
// with synchronous=FULL makes them durable together. `done` is called after it, on the writer's thread; until
// then nothing a job answered is true. A job that breaks a constraint is undone alone; a disk that is full or
// fails undoes all of the transaction and every job of it gets the error.

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

#include "core/store/database.h"

namespace mingbai::server {

class Writer {
 public:
  using Job = std::function<store::Result<void>(store::Database&)>;
  using Done = std::function<void(store::Result<void>)>;

  explicit Writer(std::unique_ptr<store::Database>);
  ~Writer();  // runs what waits, then ends the thread
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  void submit(Job, Done);

 private:
  struct Task {
    Job job;
    Done done;
    store::Result<void> outcome;
  };
  void run();
  void commit(std::deque<Task>& tasks);

  std::unique_ptr<store::Database> db_;
  std::mutex mutex_;
  std::condition_variable woken_;
  std::deque<Task> waiting_;
  bool ending_ = false;
  std::thread thread_;
};

}  // namespace mingbai::server
