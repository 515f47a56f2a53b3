#include "shell/server/listener.h"

#include <sys/resource.h>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <csignal>
#include <filesystem>
#include <iostream>
#include <list>
#include <memory>

#include "core/store/role_grants.h"
#include "shell/server/connection.h"
#include "shell/server/password.h"
#include "shell/server/services.h"
#include "shell/server/sweeper.h"
#include "shell/server/tls.h"

namespace mingbai::server {
namespace {

using asio::ip::tcp;
constexpr auto as_values = asio::as_tuple(asio::use_awaitable);
constexpr std::chrono::milliseconds pause_when_out_of_files{100};
constexpr std::chrono::milliseconds look_again{20};

class Listener {
 public:
  Listener(asio::io_context& loop, Services& services) : loop_(loop), services_(services), acceptor_(loop) {}

  boost::system::error_code open(const ServeOptions& options) {
    boost::system::error_code error;
    const auto address = asio::ip::make_address(options.address, error);
    if (error) return error;
    const tcp::endpoint endpoint(address, options.port);
    acceptor_.open(endpoint.protocol(), error);
    if (!error) acceptor_.set_option(tcp::acceptor::reuse_address(true), error);
    if (!error) acceptor_.bind(endpoint, error);
    if (!error) acceptor_.listen(tcp::acceptor::max_listen_connections, error);
    return error;
  }

  std::string url() const {
    const auto local = acceptor_.local_endpoint();
    const std::string host =
        local.address().is_v6() ? "[" + local.address().to_string() + "]" : local.address().to_string();
    return (tls_ ? "https://" : "http://") + host + ":" + std::to_string(local.port());
  }

  void secure(std::shared_ptr<asio::ssl::context> tls) { tls_ = std::move(tls); }

  asio::awaitable<void> accept() {
    asio::steady_timer pause(loop_);
    while (acceptor_.is_open()) {
      auto [error, socket] = co_await acceptor_.async_accept(as_values);
      if (!acceptor_.is_open()) co_return;
      if (error) {
        pause.expires_after(pause_when_out_of_files);
        co_await pause.async_wait(as_values);
        continue;
      }
      if (connections_.size() >= services_.limits.connections_most) {
        services_.log.write("connection_refused", {{"open", std::to_string(connections_.size())}});
        continue;
      }
      asio::co_spawn(loop_, serve_one(std::move(socket)), asio::detached);
    }
  }

  // Ends at a signal: no new connections, idle ones closed, busy ones finish within the farewell.
  asio::awaitable<void> until_signal() {
    asio::signal_set signals(loop_, SIGINT, SIGTERM);
    co_await signals.async_wait(as_values);
    services_.log.write("ending", {{"open", std::to_string(connections_.size())}});
    acceptor_.close();
    const auto deadline = std::chrono::steady_clock::now() + services_.limits.farewell;
    asio::steady_timer pause(loop_);
    while (!connections_.empty() && std::chrono::steady_clock::now() < deadline) {
      for (auto& state : connections_) {
        state->last = true;
        if (!state->busy && state->stop) state->stop();
      }
      pause.expires_after(look_again);
      co_await pause.async_wait(as_values);
    }
    loop_.stop();
  }

 private:
  asio::awaitable<void> serve_one(tcp::socket socket) {
    const auto state = connections_.insert(connections_.end(), std::make_shared<ConnectionState>());
    try {
      co_await serve_connection(std::move(socket), services_, *state, tls_.get());
    } catch (const std::exception&) {
      services_.log.write("fault", {{"where", "connection"}});
    }
    connections_.erase(state);
  }

  asio::io_context& loop_;
  Services& services_;
  tcp::acceptor acceptor_;
  std::shared_ptr<asio::ssl::context> tls_;
  std::list<std::shared_ptr<ConnectionState>> connections_;
};

int failed(const std::string& what, const std::string& why) {
  std::cerr << "mingbai serve: " << what << ": " << why << '\n';
  return 1;
}

// A folder that is missing is made, for its owner alone.
std::error_code folder_made(const database::Location& location) {
  std::error_code error;
  if (!location.is_file()) return error;
  std::filesystem::create_directories(location.folder(), error);
  if (!error) std::filesystem::permissions(location.folder(), std::filesystem::perms::owner_all, error);
  return error;
}

// As many open files as connections want, and as the system allows; the fewer of both is the limit.
void raise_file_limit(Limits& limits) {
  constexpr rlim_t files_besides = 64;
  rlimit files{};
  if (getrlimit(RLIMIT_NOFILE, &files) != 0) return;
  const rlim_t wanted = limits.connections_most + files_besides;
  if (files.rlim_cur < wanted) {
    files.rlim_cur = std::min(wanted, files.rlim_max);
    (void)setrlimit(RLIMIT_NOFILE, &files);
  }
  if (files.rlim_cur < wanted && files.rlim_cur > 2 * files_besides)
    limits.connections_most = static_cast<std::size_t>(files.rlim_cur - files_besides);
}

}  // namespace

int serve(ServeOptions options, policy::Library library, const Listening& listening) {
  if (!start_sodium()) return failed("start", "no random numbers");
  const std::string path = options.location.described();
  if (const auto error = folder_made(options.location)) return failed(path, error.message());
  auto db = options.location.open();
  if (!db) return failed(path, std::string(to_key(db.error().fault)) + ", " + db.error().detail);

  auto secret = store::database_secret(**db, token_hash(new_token()));
  if (!secret) return failed(path, std::string(to_key(secret.error().fault)) + ", " + secret.error().detail);

  asio::io_context loop(1);
  Services services(std::move(library), options.location, std::move(*db));
  services.secret = std::move(*secret);
  services.behind_tls = services.behind_proxy = options.behind_tls;
  services.limits = options.limits;
  raise_file_limit(services.limits);
  services.files = StaticFiles::load(options.web_folder);
  services.log.set_quiet(options.quiet);
  Listener listener(loop, services);
  if (!options.tls_certificate.empty()) {
    auto tls = tls_context(options.tls_certificate, options.tls_key);
    if (!tls) return failed("TLS", tls.error());
    listener.secure(std::move(*tls));
    services.behind_tls = true;
  }
  if (const auto error = listener.open(options)) {
    return failed(options.address + ":" + std::to_string(options.port), error.message());
  }
  asio::co_spawn(loop, listener.accept(), asio::detached);
  asio::co_spawn(loop, listener.until_signal(), asio::detached);
  asio::co_spawn(loop, sweep_for_ever(services), asio::detached);
  asio::co_spawn(loop, send_messages(services, options.messages, std::move(options.regions)), asio::detached);
  services.log.write("listening", {{"files", std::to_string(services.files.size())}});
  listening(listener.url());
  loop.run();
  services.log.write("ended");
  return 0;
}

}  // namespace mingbai::server
