#include "shell/cli/national_send.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <chrono>

namespace mingbai::cli {
namespace {

namespace beast = boost::beast;
namespace http = boost::beast::http;
using tcp = boost::asio::ip::tcp;

constexpr std::chrono::seconds patience{30};
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

std::optional<std::string> post(const Address& address, std::string body) {
  boost::asio::io_context loop;
  beast::tcp_stream stream(loop);
  beast::error_code error;
  const auto places = tcp::resolver(loop).resolve(address.host, address.port, error);
  if (error) return std::nullopt;
  http::request<http::string_body> request{http::verb::post, address.target, 11};
  request.set(http::field::host, address.host + ":" + address.port);
  request.set(http::field::content_type, "application/json;charset=utf-8");
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
  return std::move(answer.get().body());
}

}  // namespace

std::optional<PlatformAnswer> send_to_platform(const std::string& url, const contract::Json& message) {
  const auto address = address_of(url);
  const auto text = address ? post(*address, contract::dump(message)) : std::nullopt;
  auto answer = text ? contract::parse_json(*text, answer_bytes_most) : std::unexpected(Findings{});
  if (!answer || !answer->is_object()) return std::nullopt;
  const auto* code = contract::member(*answer, "infcode");
  const bool accepted = code != nullptr && (*code == 0 || *code == "0");
  return PlatformAnswer{accepted, std::move(*answer)};
}

}  // namespace mingbai::cli
