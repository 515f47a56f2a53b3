#include "shell/server/metrics.h"

#include <catch2/catch_test_macros.hpp>

namespace mingbai::server {
namespace {

bool says(const std::string& text, const std::string& line) {
  return ("\n" + text).find("\n" + line + "\n") != std::string::npos;
}

TEST_CASE("requests are counted by route and status, their times in buckets that add up") {
  Metrics metrics;
  metrics.request("/healthz", 200, 0);
  metrics.request("/healthz", 200, 30);
  metrics.request("/healthz", 503, 7000);
  const auto text = metrics.text({});
  CHECK(says(text, R"(mingbai_requests_total{route="/healthz",status="200"} 2)"));
  CHECK(says(text, R"(mingbai_requests_total{route="/healthz",status="503"} 1)"));
  CHECK(says(text, R"(mingbai_request_seconds_bucket{route="/healthz",le="0.001"} 1)"));
  CHECK(says(text, R"(mingbai_request_seconds_bucket{route="/healthz",le="5.000"} 2)"));
  CHECK(says(text, R"(mingbai_request_seconds_bucket{route="/healthz",le="+Inf"} 3)"));
  CHECK(says(text, R"(mingbai_request_seconds_sum{route="/healthz"} 7.030)"));
}

TEST_CASE("gauges carry their labels, each name typed once") {
  Metrics metrics;
  metrics.connection_opened();
  const auto text = metrics.text({{"a", "x=\"1\"", 3}, {"a", "x=\"2\"", 4}, {"b", "", 5}});
  CHECK(says(text, "mingbai_connections 1"));
  CHECK(says(text, "# TYPE a gauge\na{x=\"1\"} 3\na{x=\"2\"} 4\n# TYPE b gauge\nb 5"));
}

}  // namespace
}  // namespace mingbai::server
