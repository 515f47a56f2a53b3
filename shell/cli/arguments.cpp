#include "shell/cli/arguments.h"

namespace mingbai::cli {

Arguments::Arguments(std::span<const std::string> words, const Options& options) {
  for (std::size_t at = 0; at < words.size(); ++at) {
    const std::string& word = words[at];
    const auto equals = word.find('=');
    const std::string name = word.substr(0, equals);
    if (!word.starts_with("--")) {
      rest.push_back(word);
    } else if (options.flags.contains(word)) {
      flags_.insert(word);
    } else if (!options.with_value.contains(name)) {
      fault = "unknown option " + name;
    } else if (equals != std::string::npos) {
      values_[name] = word.substr(equals + 1);
    } else if (at + 1 < words.size()) {
      values_[name] = words[++at];
    } else {
      fault = name + " needs a value";
    }
  }
}

std::optional<std::string> Arguments::value(std::string_view option) const {
  const auto found = values_.find(option);
  return found == values_.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace mingbai::cli
