#pragma once
// The words after a command, as the operator's commands read them: options with a value, flags, and the rest
// in order.
//
//   Arguments arguments(words, {.with_value = {"--data"}, .flags = {"--password-stdin"}});
//   if (!arguments.fault.empty()) …print it, exit 2
//   arguments.value("--data")      "store"  for  --data store  and  --data=store

#include <initializer_list>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mingbai::cli {

struct Options {
  std::set<std::string, std::less<>> with_value;
  std::set<std::string, std::less<>> flags;
};

class Arguments {
 public:
  Arguments(std::span<const std::string> words, const Options& options);

  std::optional<std::string> value(std::string_view option) const;
  bool has(std::string_view flag) const { return flags_.contains(flag); }

  std::vector<std::string> rest;
  std::string fault;  // empty: everything was understood

 private:
  std::map<std::string, std::string, std::less<>> values_;
  std::set<std::string, std::less<>> flags_;
};

}  // namespace mingbai::cli
