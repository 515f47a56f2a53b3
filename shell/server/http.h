#pragma once
// A request and an answer as the routes see them: plain values, no Beast. connection.cpp translates.
//
// Header names of a request are lower case. `path` is percent-decoded never: it is compared as it came,
// without the query. A Response's headers are added to those every answer carries (headers.h).

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mingbai::server {

enum class Method : std::uint8_t { get, head, post, put, patch, del, options, other };

struct Request {
  Method method = Method::other;
  std::string path;
  std::string query;
  std::map<std::string, std::string, std::less<>> headers;
  std::string body;
  std::string remote_address;  // for limits only, never logged

  std::string_view header(std::string_view name) const {
    const auto at = headers.find(name);
    return at == headers.end() ? std::string_view() : std::string_view(at->second);
  }
  // "limit" of "after=3&limit=100"; nothing when absent.
  std::optional<std::string_view> parameter(std::string_view name) const;
};

struct Header {
  std::string name;
  std::string value;
};

struct Response {
  int status = 200;
  std::string content_type;
  std::vector<Header> headers;
  std::string body;
  std::shared_ptr<const std::string> shared_body;  // instead of `body`: a file's bytes, held once for all

  std::string_view bytes() const {
    return shared_body ? std::string_view(*shared_body) : std::string_view(body);
  }
};

}  // namespace mingbai::server
