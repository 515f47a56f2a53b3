#pragma once
// Many connections that push from one thread. At a given rate each push has its moment, and its time runs from that
// moment, whether or not a connection was free: a server that stalls cannot hide it (no coordinated omission). Without
// a rate each connection sends its next push when the last is acknowledged, and the time runs from the sending.

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "tests/bench/load/envelopes.h"

namespace mingbai::load {

using Clock = std::chrono::steady_clock;

struct Work {
  std::uint64_t first = 0, pushes = 0;  // numbers first … first + pushes - 1
  double a_second = 0;                  // 0: as fast as it goes
};

struct Outcome {
  std::vector<float> times_ms;  // of what was acknowledged
  std::uint64_t refused = 0, failed = 0;
  std::string first_fault;
  double seconds = 0;

  double rate() const { return static_cast<double>(times_ms.size()) / seconds; }
  double percentile(double share);  // sorts
};

// One connection a cookie.
Outcome push_all(const boost::asio::ip::tcp::endpoint&, const std::vector<std::string>& cookies, const Pushes&, Work);

// Connections that say nothing and are held until this ends.
class Idle {
 public:
  Idle(const boost::asio::ip::tcp::endpoint&, std::size_t count);
  std::size_t held();  // those that the server has not closed

 private:
  boost::asio::io_context loop_;
  std::vector<boost::asio::ip::tcp::socket> sockets_;
};

// One question over a connection of its own: its status and milliseconds.
struct Asked {
  int status = 0;
  double ms = 0;
  std::string body;
};
Asked ask(const boost::asio::ip::tcp::endpoint&, const std::string& request);

}  // namespace mingbai::load
