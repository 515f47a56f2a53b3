// The server under load (make load): pushes of valid applications over 500 connections while 2,000 others are held idle,
// a surge as of a registration's first day, and beside it a bare SQLite commit loop on the same disk. Prints one table in
// Markdown; ends with 1 when a filing was lost, kept twice or not acknowledged.
//
//   load PROGRAM FOLDER [--small]

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <thread>

#include "shell/server/clock.h"
#include "tests/bench/load/clients.h"
#include "tests/bench/load/server_process.h"
#include "tests/bench/load/world.h"

namespace mingbai::load {
namespace {

constexpr std::size_t connections = 500, idle_connections = 2000;
constexpr double asked_rate = 2000, asked_p99_ms = 100, asked_start_ms = 200, asked_memory_mib = 100;
constexpr std::size_t row_bytes = 1200;  // an envelope as it is kept
constexpr std::chrono::milliseconds queue_every{250};

struct Counts {
  std::uint64_t warm, paced, full, surge;
  double bare_seconds;
};
constexpr Counts whole{2000, 20000, 40000, 44849, 3}, small{200, 1000, 2000, 2000, 0.5};

// The queue screen's question, asked again and again while the surge goes on.
class Queue {
 public:
  Queue(const ServerProcess& server, const std::string& clerk) : thread_([this, &server, clerk] {
    const std::string request = "GET /api/v1/review/queue HTTP/1.1\r\nHost: " + server.host() + "\r\nCookie: " + clerk + "\r\n\r\n";
    while (!ended_) {
      const Asked asked = ask(server.endpoint(), request);
      if (asked.status != 200) ++faults;
      times.push_back(asked.ms);
      std::this_thread::sleep_for(queue_every);
    }
  }) {}
  void end() {
    ended_ = true;
    thread_.join();
    std::sort(times.begin(), times.end());
  }
  std::vector<double> times;
  int faults = 0;

 private:
  std::atomic<bool> ended_ = false;
  std::thread thread_;
};

std::string number(double value, int decimals = 0) {
  char text[64];
  std::snprintf(text, sizeof text, "%.*f", decimals, value);
  std::string out = text;
  const auto point = std::min(out.find('.'), out.size());
  for (auto at = static_cast<std::ptrdiff_t>(point) - 3; at > 0; at -= 3) out.insert(static_cast<std::size_t>(at), ",");
  return out;
}

void row(const std::string& what, const std::string& figure, const std::string& asked = "", bool met = true) {
  std::cout << "| " << what << " | " << figure << " | " << asked << " | " << (asked.empty() ? "" : met ? "met" : "**missed**") << " |\n";
}

Outcome measured(const char* name, const ServerProcess& server, const World& world, const Pushes& pushes, Work work) {
  const double before = server.processor_seconds();
  Outcome outcome = push_all(server.endpoint(), world.cookies, pushes, work);
  std::fprintf(stderr, "%s: %zu acknowledged in %.1f s, %.0f/s, p50 %.1f ms, p99 %.1f ms, %.0f µs of the server's processors each; %llu refused, %llu failed %s\n",
               name, outcome.times_ms.size(), outcome.seconds, outcome.rate(), outcome.percentile(0.5), outcome.percentile(0.99),
               1e6 * (server.processor_seconds() - before) / static_cast<double>(std::max<std::size_t>(1, outcome.times_ms.size())),
               static_cast<unsigned long long>(outcome.refused), static_cast<unsigned long long>(outcome.failed), outcome.first_fault.c_str());
  return outcome;
}

int run(const std::string& program, const std::string& folder, const Counts& counts) {
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  const double bare = bare_commits(folder, row_bytes, 1, counts.bare_seconds);
  const World world = make_world(folder, connections);
  auto server = std::make_unique<ServerProcess>(program, folder);
  const double start = server->start_ms();
  const Pushes pushes(server->host(), static_cast<std::uint64_t>(server::now()));

  std::uint64_t next = 0;
  const auto work = [&](std::uint64_t many, double rate) {
    const Work made{next, many, rate};
    next += many;
    return made;
  };
  Outcome warm = measured("warm", *server, world, pushes, work(counts.warm, 0));
  std::size_t held = idle_connections;
  const auto beside_idle = [&](const char* name, Work made) {
    Idle idle(server->endpoint(), idle_connections);
    Outcome outcome = measured(name, *server, world, pushes, made);
    held = std::min(held, idle.held());
    return outcome;
  };
  Outcome paced = beside_idle("paced", work(counts.paced, asked_rate));
  Outcome full = beside_idle("full", work(counts.full, 0));
  Queue queue(*server, world.clerk);
  Outcome surge = measured("surge", *server, world, pushes, work(counts.surge, 0));
  queue.end();
  const double resident = static_cast<double>(server->memory_kib("VmRSS")) / 1024, most = static_cast<double>(server->memory_kib("VmHWM")) / 1024;
  server->stop();
  const Kept kept = kept_in(folder);
  server = std::make_unique<ServerProcess>(program, folder);
  const double restart = server->start_ms();
  server->stop();
  const double grouped = bare_commits(folder, row_bytes, 64, counts.bare_seconds);

  const auto acknowledged = static_cast<std::int64_t>(warm.times_ms.size() + paced.times_ms.size() + full.times_ms.size() + surge.times_ms.size());
  const bool right = acknowledged == static_cast<std::int64_t>(next) && kept.filings == acknowledged && kept.envelopes == acknowledged &&
                     kept.received == acknowledged && kept.integrity == "ok" && kept.audited == kept.events;
  std::cout << "| load: " << connections << " connections, " << number(static_cast<double>(idle_connections)) << " idle ones beside them, `synchronous=FULL` | figure | asked | |\n|---|---|---|---|\n";
  row("pushes sent at 2,000 a second, each with its moment: acknowledged a second", number(paced.rate()), "≥ 2,000", paced.rate() >= 0.99 * asked_rate && paced.failed + paced.refused == 0);
  row("– from its moment to the receipt: median, p99, the longest", number(paced.percentile(0.5), 1) + ", " + number(paced.percentile(0.99), 1) + ", " + number(paced.percentile(1), 1) + " ms", "p99 ≤ 100 ms", paced.percentile(0.99) <= asked_p99_ms);
  row("pushes as fast as they are acknowledged: a second", number(full.rate()), "≥ 2,000", full.rate() >= asked_rate);
  row("– median, p99, the longest", number(full.percentile(0.5), 1) + ", " + number(full.percentile(0.99), 1) + ", " + number(full.percentile(1), 1) + " ms");
  row("bare SQLite, one row of " + number(static_cast<double>(row_bytes)) + " bytes a commit: commits a second", number(bare));
  row("– pushes for each of these commits", number(full.rate() / bare, 2));
  row("bare SQLite, 64 rows a commit: rows a second", number(64 * grouped));
  row("– share of it that the server reaches, check, receipt, event and audit log included", number(100 * full.rate() / (64 * grouped), 0) + " %");
  row("surge: " + number(static_cast<double>(counts.surge)) + " filings in one go", number(surge.seconds, 1) + " s, " + number(surge.rate()) + " a second", "all acknowledged", surge.times_ms.size() == counts.surge);
  row("– the queue of a clerk meanwhile: median, longest of " + std::to_string(queue.times.size()), number(queue.times[queue.times.size() / 2], 0) + ", " + number(queue.times.back(), 0) + " ms", "usable (≤ 1 s)", queue.faults == 0 && queue.times.back() <= 1000);
  row("filings acknowledged, kept, kept twice", number(static_cast<double>(acknowledged)) + ", " + number(static_cast<double>(kept.filings)) + ", " + number(static_cast<double>(kept.envelopes - kept.filings)), "equal, 0", right);
  row("start to the first healthy answer, empty", number(start) + " ms", "≤ 200 ms", start <= asked_start_ms);
  row("– with " + number(static_cast<double>(kept.filings)) + " filings", number(restart) + " ms", "≤ 200 ms", restart <= asked_start_ms);
  row("memory at the end, at most", number(resident) + ", " + number(most) + " MiB", "≤ 100 MiB", most <= asked_memory_mib);
  row("idle connections held", number(static_cast<double>(held)), "2,000", held == idle_connections);
  double loads[1] = {0};
  (void)getloadavg(loads, 1);
  std::cout << "\nLoad tool, server and all other programs share " << std::thread::hardware_concurrency() << " processors; load of the machine at the end: " << number(loads[0], 1) << ".\n";
  std::filesystem::remove_all(folder);
  return right ? 0 : 1;
}

}  // namespace
}  // namespace mingbai::load

int main(int count, char** words) {
  if (count < 3) {
    std::cerr << "load PROGRAM FOLDER [--small]\n";
    return 2;
  }
  try {
    const bool few = count > 3 && std::string(words[3]) == "--small";
    return mingbai::load::run(words[1], words[2], few ? mingbai::load::small : mingbai::load::whole);
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
