#include "shell/server/http_post.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>

namespace mingbai::server {
namespace {

namespace beast = boost::beast;
namespace http = boost::beast::http;
using tcp = boost::asio::ip::tcp;

constexpr std::size_t answer_bytes_most = 4 << 20;

struct Address {
  std::string host;
  std::string port;
  std::string target;
};

std::optional<Address> address_of(std::string_view url) {
  constexpr std::string_view scheme = "http://";
  if (!url.starts_with(scheme)) return std::nullopt;
  url.remove_prefix(scheme.size());
  const auto slash = std::min(url.find('/'), url.size());
  const std::string_view place = url.substr(0, slash);
  const auto colon = std::min(place.find(':'), place.size());
  Address out{std::string(place.substr(0, colon)), "80",
              slash == url.size() ? "/" : std::string(url.substr(slash))};
  if (colon < place.size()) out.port = place.substr(colon + 1);
  if (out.host.empty() || out.port.empty()) return std::nullopt;
  return out;
}

// Runs the one thing under way to its end; what it reports is noted by its own handler.
template <class Start>
bool finished(boost::asio::io_context& loop, Start start) {
  beast::error_code failed = boost::asio::error::would_block;
  start([&failed](beast::error_code error, auto&&...) { failed = error; });
  loop.restart();
  loop.run();
  return !failed;
}

}  // namespace

bool is_http_url(const std::string& url) { return address_of(url).has_value(); }

std::optional<PostAnswer> http_post(const std::string& url, std::string body,
                                    const std::vector<Header>& headers, std::chrono::seconds patience) {
  const auto address = address_of(url);
  if (!address) return std::nullopt;
  boost::asio::io_context loop;
  beast::tcp_stream stream(loop);
  beast::error_code error;
  const auto places = tcp::resolver(loop).resolve(address->host, address->port, error);
  if (error) return std::nullopt;
  http::request<http::string_body> request{http::verb::post, address->target, 11};
  request.set(http::field::host, address->host + ":" + address->port);
  request.set(http::field::content_type, "application/json;charset=utf-8");
  for (const auto& [name, value] : headers) request.set(name, value);
  request.body() = std::move(body);
  request.prepare_payload();
  stream.expires_after(patience);
  beast::flat_buffer buffer;
  http::response_parser<http::string_body> answer;
  answer.body_limit(answer_bytes_most);
  if (!finished(loop, [&](auto done) { stream.async_connect(places, done); })) return std::nullopt;
  if (!finished(loop, [&](auto done) { http::async_write(stream, request, done); })) return std::nullopt;
  if (!finished(loop, [&](auto done) { http::async_read(stream, buffer, answer, done); }))
    return std::nullopt;
  return PostAnswer{static_cast<int>(answer.get().result_int()), std::move(answer.get().body())};
}

}  // namespace mingbai::server
