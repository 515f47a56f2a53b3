#include "shell/cli/command.h"

#include <catch2/catch_test_macros.hpp>
#include <sstream>

#include "shell/cli/requests.h"
#include "tests/core/contract/request.h"

using namespace mingbai;

namespace {

struct Called {
  int code;
  std::string out;
  std::string err;
};

Called call(std::vector<std::string> words, const std::string& input = "") {
  std::istringstream in(input);
  std::ostringstream out, err;
  const int code = cli::run(std::move(words), in, out, err);
  return {code, out.str(), err.str()};
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("help exits 0 wherever it is asked for") {
  CHECK(call({"--help"}).code == 0);
  CHECK(contains(call({"--help"}).out, "settle"));
  for (const auto& command : cli::commands()) {
    std::vector<std::string> words;
    std::istringstream parts{std::string(command.name)};
    for (std::string word; parts >> word;) words.push_back(word);
    words.emplace_back("--help");
    INFO(command.name);
    CHECK(call(words).code == 0);
    CHECK(contains(call(words).out, "--lang"));
  }
  CHECK(call({"policies", "--help"}).code == 0);
}

TEST_CASE("an unknown command or option says so, offers the nearest and exits 2") {
  CHECK(call({"setle"}).code == 2);
  CHECK(contains(call({"--lang", "en", "setle"}).err, "There is no command"));
  CHECK(contains(call({"policies", "lst"}).err, "policies list"));
  const auto option = call({"settle", "--polices", "x", "--lang", "en", "-"});
  CHECK(option.code == 2);
  CHECK(contains(option.err, "Did you mean \"--policies\""));
  CHECK(option.out.empty());
  CHECK(call({"settle", "--lang", "fr", "-"}).code == 2);
  CHECK(call({"settle", "--lang"}).code == 2);
  CHECK(call({}).code == 2);
  CHECK(call({"settle"}).code == 2);
  CHECK(call({"settle", "no/such/file.json"}).code == 2);
  CHECK(call({"settle", "--policies", "no/such/folder", "-"}).code == 2);
}

TEST_CASE("settle reads one object and writes one line of JSON") {
  const auto one = call({"settle", "-"}, test::claim().dump(2));
  CHECK(one.code == 0);
  CHECK(one.err.empty());
  CHECK(std::ranges::count(one.out, '\n') == 1);
  CHECK(test::Json::parse(one.out)["self_pay"] == "20250.00");
}

TEST_CASE("the options that all commands have may stand before the command") {
  CHECK(call({"--lang", "en", "settle", "-"}, test::claim().dump()).code == 0);
  CHECK(contains(call({"--text", "--lang=en", "settle", "-"}, test::claim().dump()).out, "You pay in all"));
  CHECK(call({"--policies", "no/such/folder", "settle", "-"}, test::claim().dump()).code == 2);
  CHECK(call({"--lang"}).code == 2);
  CHECK(contains(call({"--lang", "en", "policies", "--help"}).out, "policies verify"));
}

TEST_CASE("JSON lines get an answer a line, and the worst of them is the exit code") {
  const std::string good = test::claim().dump(), bad = test::with(test::claim(), "claim.total", 3).dump();
  CHECK(call({"settle", "-"}, good + "\n" + good + "\n").code == 0);
  const auto mixed = call({"settle", "-"}, good + "\n\n" + bad + "\n{\"broken\n" + good);
  CHECK(mixed.code == 2);
  CHECK(std::ranges::count(mixed.out, '\n') == 4);
}

TEST_CASE("a refused input leaves its findings on standard output and exits 2") {
  const auto bad = call({"check", "-", "--lang", "en"}, R"({"policy": "zhongshang"})");
  CHECK(bad.code == 2);
  CHECK(test::Json::parse(bad.out)["findings"][0]["code"] == "unknown_policy");
}

TEST_CASE("a usable answer exits 0 whatever its verdict") {
  CHECK(call({"check", "-"}, test::with(test::application(), "insured.enrolled", false).dump()).code == 0);
}

TEST_CASE("the bill in words shows every sum with its source") {
  const auto bill = call({"settle", "-", "--text"}, test::claim().dump());
  CHECK(bill.code == 0);
  CHECK(contains(bill.out, "20,250.00"));
  CHECK(contains(bill.out, "三(五)（现行）"));
  CHECK(contains(bill.out, "假设"));
  CHECK(contains(call({"check", "-", "--text", "--lang=en"}, test::application().dump()).out, "Eligible"));
}

TEST_CASE("packs are listed, shown on a day and proven") {
  CHECK(contains(call({"policies", "list"}).out, "\"zhongshan\""));
  CHECK(call({"policies", "show", "zhongshan", "--as-of", "2020-05-05"}).code == 0);
  CHECK_FALSE(contains(call({"policies", "show", "zhongshan", "--as-of", "2020-05-05"}).out,
                       "employee_combined\",\"label"));
  CHECK(call({"policies", "show", "zhongshan", "--as-of", "2020-02-30"}).code == 2);
  CHECK(call({"policies", "show", "nowhere"}).code == 2);
  CHECK(call({"policies", "show"}).code == 2);
  CHECK(call({"policies", "show", "zhongshan", "--text", "--lang", "en"}).code == 0);
  CHECK(call({"policies", "verify"}).code == 0);
  CHECK(call({"policies", "verify", "zhongshan"}).code == 0);
  CHECK(call({"policies", "verify", "zhongshang"}).code == 2);
}

TEST_CASE("cases end with their counts on the last line") {
  const auto run = call({"cases", "run"});
  CHECK(run.code == 0);
  CHECK(run.out.ends_with(" passed, 0 failed\n"));
}

TEST_CASE("the requests of a text: one object, or lines") {
  CHECK(cli::requests_in("{\n\"a\": 1\n}").size() == 1);
  CHECK(cli::requests_in("{\"a\": 1}\n{\"b\": 2}\n").size() == 2);
  CHECK(cli::requests_in("").size() == 1);
  CHECK(cli::requests_in("{\"a\": \n").size() == 1);
  CHECK(cli::requests_in("\xEF\xBB\xBF{}").front() == "{}");
}
