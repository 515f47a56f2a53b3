#include "tests/bench/load/server_process.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <fstream>
#include <stdexcept>

#include "tests/bench/load/clients.h"

namespace mingbai::load {

ServerProcess::ServerProcess(const std::string& program, const std::string& folder) {
  std::array<int, 2> said{};
  if (pipe(said.data()) != 0) throw std::runtime_error("no pipe");
  const auto began = Clock::now();
  process_ = fork();
  if (process_ == 0) {
    const int log = open((folder + "/server.log").c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    dup2(said[1], STDOUT_FILENO);
    dup2(log, STDERR_FILENO);
    const std::string web = folder + "/web";
    execl(program.c_str(), program.c_str(), "serve", "--listen", "127.0.0.1:0", "--data", folder.c_str(), "--web",
          web.c_str(), nullptr);
    _exit(127);
  }
  close(said[1]);
  std::string line;
  std::array<char, 256> room{};
  while (line.find('\n') == std::string::npos) {
    const auto count = read(said[0], room.data(), room.size());
    if (count <= 0) throw std::runtime_error("the server did not start: " + line);
    line.append(room.data(), static_cast<std::size_t>(count));
  }
  close(said[0]);
  port_ = static_cast<std::uint16_t>(std::atoi(line.c_str() + line.rfind(':') + 1));
  if (ask(endpoint(), "GET /healthz HTTP/1.1\r\nHost: " + host() + "\r\n\r\n").status != 200)
    throw std::runtime_error("the server is not healthy");
  start_ms_ = std::chrono::duration<double, std::milli>(Clock::now() - began).count();
}

ServerProcess::~ServerProcess() { stop(); }

int ServerProcess::stop() {
  if (process_ <= 0) return 0;
  kill(process_, SIGTERM);
  int status = 0;
  waitpid(process_, &status, 0);
  process_ = -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
}

boost::asio::ip::tcp::endpoint ServerProcess::endpoint() const {
  return {boost::asio::ip::make_address("127.0.0.1"), port_};
}

long ServerProcess::memory_kib(const char* field) const {
  std::ifstream status("/proc/" + std::to_string(process_) + "/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with(field)) return std::atol(line.c_str() + line.find(':') + 1);
  return 0;
}

double ServerProcess::processor_seconds() const {
  std::ifstream stat("/proc/" + std::to_string(process_) + "/stat");
  std::string word;
  double ticks = 0;
  for (int at = 1; stat >> word && at <= 15; ++at)
    if (at >= 14) ticks += std::atof(word.c_str());
  return ticks / static_cast<double>(sysconf(_SC_CLK_TCK));
}

}  // namespace mingbai::load
