#include "shell/server/credentials.h"

#include <catch2/catch_test_macros.hpp>

#include "shell/server/password.h"

namespace mingbai::server {
namespace {

std::vector<std::string> codes(const Findings& findings) {
  std::vector<std::string> list;
  for (const auto& finding : findings) list.push_back(finding.code);
  return list;
}

TEST_CASE("a login is 3 to 64 characters of any script, no identity number") {
  CHECK(faults_of_login("anna").empty());
  CHECK(faults_of_login("参保人").empty());
  CHECK(faults_of_login("a.b-c_d@e").empty());
  CHECK(faults_of_login("1101051949").empty());
  CHECK(codes(faults_of_login("参保")) == std::vector<std::string>{"login_length"});
  CHECK(codes(faults_of_login(std::string(65, 'a'))) == std::vector<std::string>{"login_length"});
  CHECK(codes(faults_of_login("a b")) == std::vector<std::string>{"login_characters"});
  CHECK(codes(faults_of_login("a\nb")) == std::vector<std::string>{"login_characters"});
  CHECK(codes(faults_of_login("<script>")) == std::vector<std::string>{"login_characters"});
  // Invented numbers, their check digits right.
  CHECK(codes(faults_of_login("11010519491231002X")) == std::vector<std::string>{"login_is_identity_number"});
  CHECK(codes(faults_of_login("11010519491231002x")) == std::vector<std::string>{"login_is_identity_number"});
}

TEST_CASE("a password has at least ten characters, counted as a person counts them") {
  CHECK(faults_of_password("一二三四五六七八九十").empty());
  CHECK(codes(faults_of_password("一二三四")) == std::vector<std::string>{"password_length"});
  CHECK(codes(faults_of_password(std::string(1025, 'a'))) == std::vector<std::string>{"password_length"});
}

TEST_CASE("a login is folded before it is compared, a password never") {
  Findings findings;
  const auto read = read_credentials(R"({"login":"Anna","password":"Correct Horse"})", true, findings);
  REQUIRE(read);
  CHECK(read->login == "anna");
  CHECK(read->password == "Correct Horse");
}

TEST_CASE("a password matches its own hash only, and nobody's matches nothing") {
  REQUIRE(start_sodium());
  const auto hash = password_hash("correct horse battery");
  REQUIRE(hash);
  CHECK(hash->starts_with("$argon2id$"));
  CHECK(password_matches(*hash, "correct horse battery"));
  CHECK_FALSE(password_matches(*hash, "wrong horse battery"));
  CHECK_FALSE(password_matches("", ""));
  CHECK_FALSE(password_matches("not a hash", "correct horse battery"));
}

TEST_CASE("tokens are new every time and stored as hashes only") {
  REQUIRE(start_sodium());
  const std::string one = new_token(), two = new_token();
  CHECK(one.size() == 43);
  CHECK(one != two);
  CHECK(token_hash(one) != token_hash(two));
  CHECK(token_hash(one).find(one) == std::string::npos);
  CHECK(faults_of_password(generated_password()).empty());
}

}  // namespace
}  // namespace mingbai::server
