#include "shell/server/metrics.h"

namespace mingbai::server {
namespace {

std::string seconds(std::int64_t ms) {
  const std::string digits = std::to_string(ms % 1000);
  return std::to_string(ms / 1000) + "." + std::string(3 - digits.size(), '0') + digits;
}

std::string head(const std::string& name, const char* type, const char* help) {
  return "# HELP " + name + " " + help + "\n# TYPE " + name + " " + type + "\n";
}

}  // namespace

void Metrics::request(std::string_view pattern, int status, std::int64_t spent_ms) {
  ++requests_[{std::string(pattern), status}];
  Times& times = times_[std::string(pattern)];
  ++times.count;
  times.sum_ms += spent_ms;
  for (std::size_t i = 0; i < bounds_ms.size(); ++i)
    if (spent_ms <= bounds_ms[i]) ++times.at_most[i];
}

std::string Metrics::text(const std::vector<Gauge>& gauges) const {
  std::string out = head("mingbai_requests_total", "counter", "Requests answered.");
  for (const auto& [key, count] : requests_)
    out += "mingbai_requests_total{route=\"" + key.first + "\",status=\"" + std::to_string(key.second) +
           "\"} " + std::to_string(count) + "\n";
  out += head("mingbai_request_seconds", "histogram", "From the request read to the answer made.");
  for (const auto& [route, times] : times_) {
    const std::string label = "{route=\"" + route + "\"";
    for (std::size_t i = 0; i < bounds_ms.size(); ++i)
      out += "mingbai_request_seconds_bucket" + label + ",le=\"" + seconds(bounds_ms[i]) + "\"} " +
             std::to_string(times.at_most[i]) + "\n";
    out += "mingbai_request_seconds_bucket" + label + ",le=\"+Inf\"} " + std::to_string(times.count) + "\n";
    out += "mingbai_request_seconds_sum" + label + "} " + seconds(times.sum_ms) + "\n";
    out += "mingbai_request_seconds_count" + label + "} " + std::to_string(times.count) + "\n";
  }
  out += head("mingbai_connections", "gauge", "Open connections.");
  out += "mingbai_connections " + std::to_string(connections_) + "\n";
  std::string last;
  for (const Gauge& gauge : gauges) {
    if (gauge.name != last) out += "# TYPE " + gauge.name + " gauge\n";
    last = gauge.name;
    out += gauge.name + (gauge.labels.empty() ? "" : "{" + gauge.labels + "}") + " " +
           std::to_string(gauge.value) + "\n";
  }
  return out;
}

}  // namespace mingbai::server
