#include "shell/server/connection.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>

#include "shell/server/client_address.h"
#include "shell/server/clock.h"
#include "shell/server/headers.h"
#include "shell/server/problem.h"
#include "shell/server/router.h"
#include "shell/server/services.h"

namespace mingbai::server {
namespace {

namespace beast = boost::beast;
namespace http = beast::http;
using Parser = http::request_parser<http::string_body>;

constexpr auto as_values = asio::as_tuple(asio::use_awaitable);
constexpr std::size_t linger_bytes_most = 4 << 20;
constexpr std::chrono::milliseconds linger_time{2000};

Method method_of(http::verb verb) {
  switch (verb) {
    case http::verb::get:
      return Method::get;
    case http::verb::head:
      return Method::head;
    case http::verb::post:
      return Method::post;
    case http::verb::put:
      return Method::put;
    case http::verb::patch:
      return Method::patch;
    case http::verb::delete_:
      return Method::del;
    case http::verb::options:
      return Method::options;
    default:
      return Method::other;
  }
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  return out;
}

Request translated(Parser& parser) {
  auto& message = parser.get();
  Request request{.method = method_of(message.method()), .remote_address = ""};
  const std::string_view target(message.target().data(), message.target().size());
  const auto question = target.find('?');
  request.path = target.substr(0, question);
  if (question != std::string_view::npos) request.query = target.substr(question + 1);
  for (const auto& field : message) {
    std::string& value = request.headers[lower({field.name_string().data(), field.name_string().size()})];
    value.append(value.empty() ? "" : ", ").append(field.value().data(), field.value().size());
  }
  request.body = std::move(message.body());
  return request;
}

// What a request that could not be read is told; nothing when there is nobody to tell.
std::optional<Response> refusal(const boost::system::error_code& error) {
  if (error == http::error::header_limit) return problem(Problem::headers_too_large);
  if (error == http::error::body_limit) return problem(Problem::too_large);
  if (error == http::error::end_of_stream || error == http::error::partial_message) return std::nullopt;
  if (error.category() == http::make_error_code(http::error::bad_method).category())
    return problem(Problem::malformed);
  return std::nullopt;
}

using Plain = beast::tcp_stream;
using Secured = beast::ssl_stream<beast::tcp_stream>;

template <class Stream>
class Connection {
 public:
  template <class... Made>
  Connection(Services& services, std::shared_ptr<ConnectionState> state, Made&&... made)
      : stream_(std::forward<Made>(made)...), services_(services), state_(std::move(state)) {
    boost::system::error_code ignored;
    const auto peer = tcp().socket().remote_endpoint(ignored);
    if (!ignored) address_ = peer.address().to_string();
    tcp().socket().set_option(asio::ip::tcp::no_delay(true), ignored);
    state_->stop = [this] { tcp().close(); };
    services_.metrics.connection_opened();
  }
  ~Connection() {
    state_->stop = nullptr;
    services_.metrics.connection_closed();
  }

  asio::awaitable<void> run() {
    if constexpr (std::is_same_v<Stream, Secured>) {
      tcp().expires_after(services_.limits.read_timeout);
      auto [error] = co_await stream_.async_handshake(asio::ssl::stream_base::server, as_values);
      if (error) co_return;
    }
    for (bool more = true; more && !state_->last;) {
      const bool begun = co_await first_byte();
      if (!begun) co_return;
      state_->busy = true;
      more = co_await one_request();
      state_->busy = false;
    }
    if constexpr (std::is_same_v<Stream, Secured>) {
      tcp().expires_after(linger_time);
      auto [error] = co_await stream_.async_shutdown(as_values);
      if (error) co_return;
    }
    boost::system::error_code ignored;
    tcp().socket().shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
  }

 private:
  beast::tcp_stream& tcp() { return beast::get_lowest_layer(stream_); }

  asio::awaitable<bool> first_byte() {
    if (buffer_.size() > 0) co_return true;
    tcp().expires_after(services_.limits.idle_timeout);
    auto room = buffer_.prepare(4096);
    auto [error, count] = co_await stream_.async_read_some(room, as_values);
    if (error) co_return false;
    buffer_.commit(count);
    co_return true;
  }

  // Whether the connection goes on.
  asio::awaitable<bool> one_request() {
    Parser parser;
    parser.header_limit(static_cast<std::uint32_t>(services_.limits.header_bytes_most));
    parser.body_limit(services_.limits.body_bytes_most);
    tcp().expires_after(services_.limits.read_timeout);
    auto [error, count] = co_await http::async_read(stream_, buffer_, parser, as_values);
    if (error) {
      if (auto refused = refusal(error)) {
        log("-", "none", *refused, 0);
        co_await write(std::move(*refused), false, false);
        co_await linger();
      }
      co_return false;
    }
    tcp().expires_never();
    const auto began = std::chrono::steady_clock::now();
    const bool keep_alive = parser.get().keep_alive();
    Request request = translated(parser);
    request.remote_address =
        client_address(address_, request.header("x-forwarded-for"), services_.behind_proxy);
    Routed routed = co_await answered(request);
    const auto spent =
        std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - began);
    log(to_text(request.method), routed.pattern, routed.response, spent.count());
    co_return co_await write(std::move(routed.response), request.method == Method::head,
                             keep_alive && !state_->last);
  }

  asio::awaitable<Routed> answered(const Request& request) {
    try {
      co_return co_await answer(services_, request);
    } catch (const std::exception&) {
      services_.log.write("fault", {{"method", std::string(to_text(request.method))}});
    }
    co_return Routed{problem(Problem::fault), "none"};
  }

  asio::awaitable<bool> write(Response response, bool head, bool keep_alive) {
    http::response<http::span_body<const char>> message;
    message.version(11);
    message.result(static_cast<unsigned>(response.status));
    message.keep_alive(keep_alive);
    for (const auto& [name, value] : security_headers(services_.behind_tls)) message.set(name, value);
    if (!response.content_type.empty()) message.set(http::field::content_type, response.content_type);
    message.set(http::field::cache_control, "no-store");
    for (const auto& [name, value] : response.headers) {
      if (name == "Set-Cookie") message.insert(name, value);  // one of several
      else message.set(name, value);
    }
    const bool bodiless = response.status == 204 || response.status == 304;
    if (!bodiless) message.content_length(response.bytes().size());
    if (!head && !bodiless) message.body() = {response.bytes().data(), response.bytes().size()};
    tcp().expires_after(services_.limits.write_timeout);
    http::response_serializer<http::span_body<const char>> serializer(message);
    auto [error, count] = co_await http::async_write(stream_, serializer, as_values);
    co_return !error && keep_alive;
  }

  // A client that is still sending would lose the answer to a reset: its bytes are read and dropped for a
  // moment.
  asio::awaitable<void> linger() {
    boost::system::error_code ignored;
    tcp().socket().shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
    tcp().expires_after(linger_time);
    for (std::size_t dropped = 0; dropped < linger_bytes_most;) {
      buffer_.clear();
      auto room = buffer_.prepare(64 << 10);
      auto [error, count] = co_await stream_.async_read_some(room, as_values);
      if (error) co_return;
      dropped += count;
    }
  }

  void log(std::string_view method, std::string_view pattern, const Response& response,
           std::int64_t spent_ms) {
    services_.metrics.request(pattern, response.status, spent_ms);
    services_.log.write("request", {{"method", std::string(method)},
                                    {"route", std::string(pattern)},
                                    {"status", std::to_string(response.status)},
                                    {"ms", std::to_string(spent_ms)},
                                    {"bytes", std::to_string(response.bytes().size())}});
  }

  Stream stream_;
  beast::flat_buffer buffer_;
  Services& services_;
  std::shared_ptr<ConnectionState> state_;
  std::string address_;
};

}  // namespace

asio::awaitable<void> serve_connection(asio::ip::tcp::socket socket, Services& services,
                                       std::shared_ptr<ConnectionState> state, asio::ssl::context* tls) {
  if (tls != nullptr) {
    Connection<Secured> connection(services, std::move(state), std::move(socket), *tls);
    co_await connection.run();
  } else {
    Connection<Plain> connection(services, std::move(state), std::move(socket));
    co_await connection.run();
  }
}

}  // namespace mingbai::server
