#include "shell/server/headers.h"

#include <catch2/catch_test_macros.hpp>

#include "shell/server/same_origin.h"

namespace mingbai::server {
namespace {

const std::string token(43, 'a');

bool same_origin(std::initializer_list<std::pair<const std::string, std::string>> headers) {
  return is_same_origin({.method = Method::post, .headers = {headers.begin(), headers.end()}});
}

TEST_CASE("the session's token is found among other cookies and must have its exact form") {
  CHECK(session_token("__Host-mingbai=" + token) == token);
  CHECK(session_token("a=b; __Host-mingbai=" + token + "; c=d") == token);
  CHECK_FALSE(session_token(""));
  CHECK_FALSE(session_token("__Host-mingbai="));
  CHECK_FALSE(session_token("__Host-mingbai=" + token + "a"));
  CHECK_FALSE(session_token("__Host-mingbai=" + token.substr(1) + "'"));
  CHECK_FALSE(session_token("x__Host-mingbai=" + token));
  CHECK_FALSE(session_token("mingbai=" + token));
}

TEST_CASE("HSTS is said behind TLS only") {
  const auto with = security_headers(true), without = security_headers(false);
  CHECK(with.size() == without.size() + 1);
  CHECK(with.back().name == "Strict-Transport-Security");
}

TEST_CASE("same origin is what says so, and nothing that contradicts it") {
  CHECK(same_origin({{"host", "a.example:8080"}, {"origin", "http://a.example:8080"}}));
  CHECK(same_origin({{"host", "A.example"}, {"origin", "https://a.EXAMPLE"}}));
  CHECK(same_origin({{"host", "a.example"}, {"sec-fetch-site", "same-origin"}}));
  CHECK_FALSE(same_origin({{"host", "a.example"}}));
  CHECK_FALSE(same_origin({{"host", "a.example"}, {"origin", "null"}}));
  CHECK_FALSE(same_origin({{"host", "a.example"}, {"origin", "http://a.example.evil"}}));
  CHECK_FALSE(same_origin({{"host", "a.example"}, {"origin", "http://evil/a.example"}}));
  CHECK_FALSE(same_origin({{"host", "a.example"}, {"origin", "a.example"}}));
  CHECK_FALSE(same_origin({{"host", ""}, {"origin", "http://"}}));
  CHECK_FALSE(
      same_origin({{"host", "a.example"}, {"origin", "http://a.example"}, {"sec-fetch-site", "cross-site"}}));
  CHECK_FALSE(same_origin(
      {{"host", "a.example"}, {"origin", "http://b.example"}, {"sec-fetch-site", "same-origin"}}));
  CHECK_FALSE(same_origin({{"host", "a.example"}, {"origin", "http://a.example, http://b.example"}}));
}

}  // namespace
}  // namespace mingbai::server
