#pragma once
// The commands of `mingbai`: one table (commands.cpp), one function each. A command is found by its one or
// two words
// ("settle", "policies list"); its options are those listed plus --lang, --policies, --text and --help, which
// all have.
//
// Results go to `out` as JSON, words for people to `err`. The returned number is the exit code: 0 done, 1 a
// check found something, 2 the input or the call was wrong.

#include <iosfwd>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/text.h"

namespace mingbai::cli {

inline constexpr int done = 0;
inline constexpr int found_something = 1;
inline constexpr int wrong_input = 2;

struct Option {
  std::string_view name;   // "--as-of"
  std::string_view value;  // "DATE"; empty: a switch
  std::string_view zh;
  std::string_view en;
};

struct Invocation {
  std::vector<std::string> arguments;          // without the command's own words
  std::map<std::string, std::string> options;  // "--as-of" -> "2025-09-10"; a switch -> ""
  Language language = Language::zh;
  std::istream& in;
  std::ostream& out;
  std::ostream& err;

  bool has(const std::string& option) const { return options.contains(option); }
  std::string value(const std::string& option, std::string_view otherwise = "") const;
  // Notes an option's value; --policy may come twice: "a,b".
  void take(const std::string& option, const std::string& value);
  std::string_view say(std::string_view zh, std::string_view en) const {
    return language == Language::zh ? zh : en;
  }
  // Says what is wrong on `err` and returns `wrong_input`.
  int refuse(std::string_view zh, std::string_view en) const;
};

struct Command {
  std::string_view name;   // "policies list"
  std::string_view usage;  // "FILE|-"
  std::string_view zh;
  std::string_view en;
  std::span<const Option> options;
  int (*run)(const Invocation&);
  bool reads_own_words = false;  // its options are handed on unread; only --lang and --policies are taken out
};

std::span<const Command> commands();
std::span<const Option> options_of_all();

// Everything main does but the process itself.
int run(std::vector<std::string> words, std::istream& in, std::ostream& out, std::ostream& err);

}  // namespace mingbai::cli
