#pragma once
// One connection: reads a request within its limits, has it answered, writes the answer, and again. The only
// file beside listener.cpp that knows Beast. Every answer leaves with the security headers, errors of the
// protocol included.

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <functional>
#include <memory>

namespace mingbai::server {

struct Services;

// What the listener knows of a connection while it lives; owned by both. All on the loop's thread.
struct ConnectionState {
  bool busy = false;           // a request is being read or answered
  bool last = false;           // close after the answer: the server is ending
  std::function<void()> stop;  // closes it now
};

// With `tls` the connection begins with a handshake, within the time a request has.
boost::asio::awaitable<void> serve_connection(boost::asio::ip::tcp::socket, Services&,
                                              std::shared_ptr<ConnectionState>,
                                              boost::asio::ssl::context* tls = nullptr);

}  // namespace mingbai::server
