#include "tests/bench/load/clients.h"

#include <algorithm>
#include <array>
#include <boost/asio/buffer.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <charconv>
#include <deque>
#include <memory>

namespace mingbai::load {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;

constexpr std::chrono::milliseconds tick{1};
constexpr std::chrono::seconds patience{300};

struct Answer {
  int status = 0;
  std::size_t head = 0, body = 0;
  bool whole(std::size_t received) const { return head > 0 && received >= head + body; }
};

Answer read_answer(std::string_view text) {
  Answer answer;
  const auto end = text.find("\r\n\r\n");
  if (end == std::string_view::npos || text.size() < 12) return answer;
  answer.head = end + 4;
  std::from_chars(text.data() + 9, text.data() + 12, answer.status);
  constexpr std::string_view name = "Content-Length: ";
  if (const auto at = text.find(name); at < end)
    std::from_chars(text.data() + at + name.size(), text.data() + end, answer.body);
  return answer;
}

class Crowd {
 public:
  Crowd(const tcp::endpoint& server, const std::vector<std::string>& cookies, const Pushes& pushes, Work work)
      : cookies_(cookies), pushes_(pushes), work_(work), timer_(loop_) {
    for (std::size_t at = 0; at < cookies.size(); ++at) {
      connections_.push_back(std::make_unique<Connection>(loop_));
      connections_.back()->socket.connect(server);
      connections_.back()->socket.set_option(tcp::no_delay(true));
      free_.push_back(at);
    }
    outcome_.times_ms.reserve(work.pushes);
  }

  Outcome run() {
    began_ = Clock::now();
    hand_out();
    if (work_.a_second > 0) wait_for_tick();
    loop_.run_for(patience + std::chrono::seconds(work_.a_second > 0 ? static_cast<int>(static_cast<double>(work_.pushes) / work_.a_second) : 0));
    outcome_.seconds = std::chrono::duration<double>(last_ - began_).count();
    outcome_.failed += next_ - done_;
    return std::move(outcome_);
  }

 private:
  struct Connection {
    explicit Connection(asio::io_context& loop) : socket(loop) {}
    tcp::socket socket;
    std::string request, answer;
    std::array<char, 4096> room{};
    Clock::time_point from;
  };

  Clock::time_point moment(std::uint64_t number) const {
    return began_ + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(static_cast<double>(number) / work_.a_second));
  }

  void hand_out() {
    while (!free_.empty() && next_ < work_.pushes) {
      const auto now = Clock::now();
      const auto due = work_.a_second > 0 ? moment(next_) : now;
      if (due > now) return;
      const auto at = free_.front();
      free_.pop_front();
      send(at, next_++, due);
    }
  }

  void wait_for_tick() {
    timer_.expires_after(tick);
    timer_.async_wait([this](const boost::system::error_code&) {
      hand_out();
      if (next_ < work_.pushes) wait_for_tick();
    });
  }

  void send(std::size_t at, std::uint64_t number, Clock::time_point from) {
    auto& connection = *connections_[at];
    pushes_.write(work_.first + number, cookies_[at], connection.request);
    connection.from = from;
    connection.answer.clear();
    asio::async_write(connection.socket, asio::buffer(connection.request), [this, at](const boost::system::error_code& error, std::size_t) {
      if (error) return failed("sending: " + error.message());
      receive(at);
    });
  }

  void receive(std::size_t at) {
    auto& connection = *connections_[at];
    connection.socket.async_read_some(asio::buffer(connection.room), [this, at](const boost::system::error_code& error, std::size_t count) {
      if (error) return failed("receiving: " + error.message());
      auto& one = *connections_[at];
      one.answer.append(one.room.data(), count);
      const Answer answer = read_answer(one.answer);
      if (!answer.whole(one.answer.size())) return receive(at);
      finished(at, answer.status);
    });
  }

  void finished(std::size_t at, int status) {
    auto& connection = *connections_[at];
    last_ = Clock::now();
    ++done_;
    if (status == 200 && connection.answer.find("\"outcome\":\"received\"") != std::string::npos) {
      outcome_.times_ms.push_back(std::chrono::duration<float, std::milli>(last_ - connection.from).count());
    } else {
      ++outcome_.refused;
      if (outcome_.first_fault.empty()) outcome_.first_fault = connection.answer;
    }
    free_.push_back(at);
    hand_out();
    if (next_ == work_.pushes && done_ == next_) loop_.stop();
  }

  void failed(std::string why) {
    ++outcome_.failed;
    ++done_;
    if (outcome_.first_fault.empty()) outcome_.first_fault = std::move(why);
  }

  const std::vector<std::string>& cookies_;
  const Pushes& pushes_;
  Work work_;
  asio::io_context loop_{1};
  asio::steady_timer timer_;
  std::vector<std::unique_ptr<Connection>> connections_;
  std::deque<std::size_t> free_;
  std::uint64_t next_ = 0, done_ = 0;
  Clock::time_point began_, last_ = Clock::now();
  Outcome outcome_;
};

}  // namespace

double Outcome::percentile(double share) {
  if (times_ms.empty()) return 0;
  std::sort(times_ms.begin(), times_ms.end());
  return times_ms[std::min(times_ms.size() - 1, static_cast<std::size_t>(share * static_cast<double>(times_ms.size())))];
}

Outcome push_all(const tcp::endpoint& server, const std::vector<std::string>& cookies, const Pushes& pushes, Work work) {
  return Crowd(server, cookies, pushes, work).run();
}

Idle::Idle(const tcp::endpoint& server, std::size_t count) {
  for (std::size_t at = 0; at < count; ++at) {
    sockets_.emplace_back(loop_);
    sockets_.back().connect(server);
  }
}

std::size_t Idle::held() {
  return static_cast<std::size_t>(std::count_if(sockets_.begin(), sockets_.end(), [](tcp::socket& socket) {
    boost::system::error_code error;
    socket.non_blocking(true, error);
    char one = 0;
    socket.receive(asio::buffer(&one, 1), tcp::socket::message_peek, error);
    return error == asio::error::would_block;
  }));
}

Asked ask(const tcp::endpoint& server, const std::string& request) {
  asio::io_context loop;
  tcp::socket socket(loop);
  const auto began = Clock::now();
  Asked asked;
  boost::system::error_code error;
  socket.connect(server, error);
  if (!error) asio::write(socket, asio::buffer(request), error);
  std::array<char, 65536> room;
  Answer answer;
  while (!error && !answer.whole(asked.body.size())) {
    const auto count = socket.read_some(asio::buffer(room), error);
    asked.body.append(room.data(), count);
    answer = read_answer(asked.body);
  }
  asked.status = error ? 0 : answer.status;
  asked.ms = std::chrono::duration<double, std::milli>(Clock::now() - began).count();
  return asked;
}

}  // namespace mingbai::load
