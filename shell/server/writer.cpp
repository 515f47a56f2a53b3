#include "shell/server/writer.h"

#include "core/store/transaction.h"

namespace mingbai::server {
namespace {

using store::Database;
using store::Fault;
using store::Result;

constexpr std::size_t jobs_in_one_commit_most = 256;

bool concerns_one_job(Fault fault) { return fault == Fault::constraint || fault == Fault::misuse; }

Result<void> run_apart(Database& db, const Writer::Job& job) {
  auto part = store::Savepoint::begin(db);
  if (!part) return std::unexpected(std::move(part.error()));
  if (auto done = job(db); !done) return done;
  return part->release();
}

}  // namespace

Writer::Writer(std::unique_ptr<Database> db) : db_(std::move(db)), thread_([this] { run(); }) {}

Writer::~Writer() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  woken_.notify_one();
  thread_.join();
}

void Writer::submit(Job job, Done done) {
  {
    const std::lock_guard lock(mutex_);
    waiting_.push_back({std::move(job), std::move(done), {}});
  }
  woken_.notify_one();
}

void Writer::run() {
  for (;;) {
    std::deque<Task> tasks;
    {
      std::unique_lock lock(mutex_);
      woken_.wait(lock, [this] { return ending_ || !waiting_.empty(); });
      if (waiting_.empty()) return;
      while (!waiting_.empty() && tasks.size() < jobs_in_one_commit_most) {
        tasks.push_back(std::move(waiting_.front()));
        waiting_.pop_front();
      }
    }
    commit(tasks);
    for (auto& task : tasks) task.done(std::move(task.outcome));
  }
}

void Writer::commit(std::deque<Task>& tasks) {
  const auto whole = [&]() -> Result<void> {
    auto transaction = store::Transaction::begin(*db_);
    if (!transaction) return std::unexpected(std::move(transaction.error()));
    for (auto& task : tasks) {
      task.outcome = run_apart(*db_, task.job);
      if (!task.outcome && !concerns_one_job(task.outcome.error().fault)) return task.outcome;
    }
    return transaction->commit();
  }();
  if (whole) return;
  for (auto& task : tasks) task.outcome = whole;
}

}  // namespace mingbai::server
