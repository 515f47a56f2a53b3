#pragma once
// What the server counts, as Prometheus reads it (text format 0.0.4). No personal data: routes by their
// pattern, statuses, times, counts. Touched on the loop's thread only.

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace mingbai::server {

class Metrics {
 public:
  void request(std::string_view pattern, int status, std::int64_t spent_ms);
  void connection_opened() { ++connections_; }
  void connection_closed() { --connections_; }

  struct Gauge {
    std::string name;    // "mingbai_filings"
    std::string labels;  // "stage=\"in_effect\"" or empty
    std::int64_t value = 0;
  };

  // The counters and what else is known at the moment; gauges of one name stand together.
  std::string text(const std::vector<Gauge>&) const;

 private:
  static constexpr std::array<std::int64_t, 9> bounds_ms{1, 5, 10, 25, 50, 100, 250, 1000, 5000};
  struct Times {
    std::array<std::int64_t, bounds_ms.size()> at_most{};
    std::int64_t count = 0;
    std::int64_t sum_ms = 0;
  };
  std::map<std::pair<std::string, int>, std::int64_t> requests_;  // by route and status
  std::map<std::string, Times> times_;                            // by route
  std::int64_t connections_ = 0;
};

}  // namespace mingbai::server
