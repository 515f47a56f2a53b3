#pragma once
// What the routes work with: the policies, the database's one writer and its readers, the pools that keep
// slow work off the event loop, the limits and the log. Made once; outlives every connection.
//
// Routes run on the event loop's one thread. `read` and `hash` move work to a pool and come back; `write`
// comes back after the COMMIT. Rate limits are touched on the loop only.

#include <atomic>
#include <boost/asio/thread_pool.hpp>
#include <memory>
#include <string>

#include "core/policy/library.h"
#include "shell/server/limits.h"
#include "shell/server/log.h"
#include "shell/server/metrics.h"
#include "shell/server/offload.h"
#include "shell/server/problem.h"
#include "shell/server/rate_limit.h"
#include "shell/server/readers.h"
#include "shell/server/static_files.h"
#include "shell/server/writer.h"

namespace mingbai::server {

struct Services {
  Services(policy::Library policies, const database::Location& location,
           std::unique_ptr<store::Database> for_writing)
      : library(std::move(policies)), writer(std::move(for_writing)), readers(location) {}

  // read(Database&) -> store::Result<T> on a pool's thread.
  template <class Read>
  auto read(Read read) {
    return offload(work, [this, read = std::move(read)]() mutable { return readers.with(read); });
  }

  // job(Database&) -> store::Result<T> in the writer's transaction; the answer comes after its COMMIT.
  template <class T>
  asio::awaitable<store::Result<T>> write(std::function<store::Result<T>(store::Database&)> job);

  // For what nobody waits for.
  void write_later(Writer::Job job) {
    writer.submit(std::move(job), [](const store::Result<void>&) {});
  }

  // The answer to a failure of the database, noted in the log with its kind.
  Response failed(const store::Error& error) {
    log.write("storage_failed", {{"fault", std::string(to_key(error.fault))}});
    return problem(error);
  }

  policy::Library library;
  std::string secret;  // of the database: keys of persons are made with it
  std::string version = "1.0.0";
  bool behind_tls = false;
  bool behind_proxy = false;  // that tells whose request it is (client_address.h)
  Limits limits;
  Log log;
  Metrics metrics;
  StaticFiles files;

  RateLimit failures_of_login{{.burst = 10, .refill_ms = 60'000}};
  RateLimit failures_of_address{{.burst = 100, .refill_ms = 5'000}};
  RateLimit registrations_of_address{{.burst = 200, .refill_ms = 2'000}};
  RateLimit requests_of_account{{.burst = 400, .refill_ms = 10}};

  std::atomic<std::size_t> hashes_waiting = 0;
  Writer writer;  // before those whose threads use it: they end first
  Readers readers;
  asio::thread_pool hashing{2};
  asio::thread_pool work{2};
};

template <class T>
asio::awaitable<store::Result<T>> Services::write(std::function<store::Result<T>(store::Database&)> job) {
  auto kept = std::make_shared<std::optional<T>>();
  Writer::Job wrapped = [kept, job = std::move(job)](store::Database& db) -> store::Result<void> {
    auto result = job(db);
    if (!result) return std::unexpected(std::move(result.error()));
    *kept = std::move(*result);
    return {};
  };
  auto start = [this, wrapped = std::move(wrapped)](auto resume) mutable {
    writer.submit(std::move(wrapped),
                  [resume](store::Result<void> outcome) mutable { resume(std::move(outcome)); });
  };
  store::Result<void> outcome = co_await suspended<store::Result<void>>(std::move(start));
  if (!outcome) co_return std::unexpected(std::move(outcome.error()));
  co_return std::move(**kept);
}

}  // namespace mingbai::server
