#pragma once
// Every limit of the server in one place: sizes, times, counts and rates.

#include <chrono>
#include <cstddef>

namespace mingbai::server {

struct Limits {
  std::size_t header_bytes_most = 16 << 10;
  std::size_t body_bytes_most = 1 << 20;
  std::size_t connections_most = 4096;  // as far as the system gives files
  std::size_t hashes_waiting_most = 32;
  std::chrono::milliseconds idle_timeout{60'000};   // between requests of one connection
  std::chrono::milliseconds read_timeout{15'000};   // from a request's first byte to its last
  std::chrono::milliseconds write_timeout{30'000};  // of one answer
  std::chrono::milliseconds farewell{10'000};       // for what is in flight when the server ends
  std::int64_t pull_records_most = 500;
};

}  // namespace mingbai::server
