#include "web/ui/line_break.h"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "web/ui/utf8.h"

namespace {

using namespace mingbai::ui;

// Every Han character and full-width mark is 10 wide, everything else 5.
std::vector<std::string> lines_of(std::string_view words, float width,
                                  LastLine last = LastLine::as_it_falls) {
  std::vector<Character> characters;
  std::vector<std::size_t> starts;
  for (std::size_t at = 0; at < words.size();) {
    starts.push_back(at);
    const char32_t code = next_character(words, at);
    characters.push_back({code, code < 0x80 ? 5.f : 10.f});
  }
  starts.push_back(words.size());
  std::vector<Line> lines;
  break_lines(characters, width, last, lines);
  std::vector<std::string> out;
  for (const Line& line : lines)
    out.emplace_back(words.substr(starts[line.begin], starts[line.end] - starts[line.begin]));
  return out;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("Chinese breaks between any two characters") {
  CHECK(lines_of("看病花的钱一步一步算明白", 50) == Lines{"看病花的钱", "一步一步算", "明白"});
}

TEST_CASE("no line starts with a comma, a full stop or a closing bracket") {
  CHECK(lines_of("看病花的钱，一步", 50) == Lines{"看病花的", "钱，一步"});
  CHECK(lines_of("（看病花钱）的", 50) == Lines{"（看病花", "钱）的"});
}

TEST_CASE("no line ends with an opening bracket") {
  CHECK(lines_of("看病花的（钱）", 50) == Lines{"看病花的", "（钱）"});
}

TEST_CASE("a date and an amount stay whole") {
  CHECK(lines_of("有效到2026-11-21为止", 60) == Lines{"有效到", "2026-11-21为", "止"});
  CHECK(lines_of("您要付¥20,250.00元", 70) == Lines{"您要付", "¥20,250.00元"});
}

TEST_CASE("a document number stays whole with its issuer") {
  CHECK(lines_of("出处写的是：楚医保办〔2022〕5号办理", 120) ==
        Lines{"出处写的是：", "楚医保办〔2022〕5号办理"});
  CHECK(lines_of("出处写的是：楚医保办〔2022〕5号办理", 100) ==
        Lines{"出处写的是：", "楚医保办〔2022〕5号", "办理"});
  CHECK(lines_of("出处在第2025010号答复", 60) == Lines{"出处在", "第2025010号", "答复"});
}

TEST_CASE("a number keeps its measure word") {
  CHECK(lines_of("还差 3 样东西", 30) == Lines{"还差", "3 样东", "西"});
}

TEST_CASE("Latin words break at blanks, and the blank hangs outside") {
  CHECK(lines_of("the fund pays", 40) == Lines{"the fund", "pays"});
}

TEST_CASE("no line starts with the dot between two names, whatever blanks stand around it") {
  CHECK(lines_of("one two · three", 40) == Lines{"one", "two ·", "three"});
  CHECK(lines_of("看病·花钱", 20) == Lines{"看", "病·", "花钱"});
}

TEST_CASE("a word longer than the line is cut") {
  CHECK(lines_of("abcdefghij", 25) == Lines{"abcde", "fghij"});
}

TEST_CASE("a heading leaves no character alone") {
  CHECK(lines_of("跑一趟就能补齐", 60) == Lines{"跑一趟就能补", "齐"});
  CHECK(lines_of("跑一趟就能补齐", 60, LastLine::no_single_character) == Lines{"跑一趟就能", "补齐"});
  CHECK(lines_of("跑一趟就能补齐。", 60, LastLine::no_single_character) == Lines{"跑一趟就能", "补齐。"});
}

TEST_CASE("a line may be ended by hand") {
  CHECK(lines_of("一步一步\n算明白", 100) == Lines{"一步一步", "算明白"});
}

TEST_CASE("nothing is one empty line") { CHECK(lines_of("", 100) == Lines{""}); }
