// The summary in words: whatever the lengths of names and sums, every column ends where its heading does.

#include "shell/cli/simulation_text.h"

#include <catch2/catch_test_macros.hpp>
#include <sstream>

#include "core/base/utf8.h"

using namespace mingbai;
using scenario::Summary;

namespace {

Summary compared() {
  Summary out;
  out.policies = {
      {"a", "1", {"现行", "As it is"}},
      {"b", "1", {"一个名字很长很长很长很长的方案", "A plan with quite a long name, longer than sums"}}};
  out.people = 1000;
  out.claims = 2000;
  out.totals = {{123456789012, 100, 100, 0, 12345, 0}, {123456789012, 100, 200, 0, 12245, 3}};
  out.difference = {0, 0, 100, 0, -100, 0};
  out.winners = {1000, 123456789012345};
  out.losers = {1, 5};
  out.unchanged = 3;
  out.clauses = {{"zs-2025", "三(五)", "deductible", {"减去起付线", "Less the deductible"}, 4, -100},
                 {"a-document-with-a-long-name",
                  "附件第二十三条第一款第（二）项",
                  "ratio",
                  {"按比例支付的一步，名字也很长", "The share, with a long name"},
                  4,
                  250000}};
  return out;
}

std::vector<std::string> lines(const std::string& text) {
  std::vector<std::string> out;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) out.push_back(line);
  return out;
}

}  // namespace

TEST_CASE("the sums of a comparison stand under their headings, in both languages") {
  for (const Language language : {Language::zh, Language::en}) {
    const auto all = lines(cli::simulation_text(compared(), language));
    const std::size_t width = columns(all.at(2));
    for (std::size_t i = 3; i < 8; ++i) {
      INFO(all[i]);
      CHECK(columns(all[i]) == width);
    }
  }
}

TEST_CASE("clauses, people and what they pay stand in columns, however long a label is") {
  for (const Language language : {Language::zh, Language::en}) {
    const auto all = lines(cli::simulation_text(compared(), language));
    REQUIRE(all.size() >= 2);
    const auto &last = all[all.size() - 1], &before = all[all.size() - 2];
    INFO(before << "\n" << last);
    CHECK(columns(last) == columns(before));
    CHECK(last.find("2,500.00") != std::string::npos);
    CHECK(before.find("−1.00") != std::string::npos);
    CHECK(last.find("附件第二十三条第一款第（二）项") != std::string::npos);
  }
}

TEST_CASE("claims that nothing covers are told beside the sums") {
  const auto text = cli::simulation_text(compared(), Language::en);
  CHECK(text.find("undetermined") != std::string::npos);
}

TEST_CASE("one policy alone has its sums and no comparison") {
  Summary alone = compared();
  alone.policies.pop_back();
  alone.totals.pop_back();
  const auto text = cli::simulation_text(alone, Language::en);
  CHECK(text.find("People who pay less") == std::string::npos);
  CHECK(text.find("difference") == std::string::npos);
}
