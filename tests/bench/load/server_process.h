#pragma once
// The server under load: the built program as a process of its own on a free port, its log in a file. Ended by SIGTERM
// when this is destroyed.

#include <sys/types.h>

#include <boost/asio/ip/tcp.hpp>
#include <string>

namespace mingbai::load {

class ServerProcess {
 public:
  ServerProcess(const std::string& program, const std::string& folder);
  ~ServerProcess();
  ServerProcess(const ServerProcess&) = delete;
  ServerProcess& operator=(const ServerProcess&) = delete;

  boost::asio::ip::tcp::endpoint endpoint() const;
  std::string host() const { return "127.0.0.1:" + std::to_string(port_); }
  double start_ms() const { return start_ms_; }  // from the start of the program to its first healthy answer
  long memory_kib(const char* field) const;      // "VmRSS", "VmHWM"
  double processor_seconds() const;
  int stop();  // the exit code

 private:
  pid_t process_ = -1;
  std::uint16_t port_ = 0;
  double start_ms_ = 0;
};

}  // namespace mingbai::load
