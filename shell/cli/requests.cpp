#include "shell/cli/requests.h"

#include <algorithm>
#include <istream>
#include <sstream>

#include "core/contract/json.h"
#include "shell/cli/packs.h"

namespace mingbai::cli {
namespace {

bool blank(std::string_view s) { return s.find_first_not_of(" \t\r\n") == std::string_view::npos; }

bool well_formed(std::string_view s) { return contract::Json::accept(s.begin(), s.end()); }

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (const auto line = text.substr(at, end - at); !blank(line)) out.push_back(line);
    at = end + 1;
  }
  return out;
}

}  // namespace

std::vector<std::string_view> requests_in(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  auto lines = lines_of(text);
  const auto alone = [](std::string_view line) {
    return line.substr(line.find_first_not_of(" \t")).starts_with('{') && well_formed(line);
  };
  if (lines.size() > 1 && !well_formed(text) && std::ranges::any_of(lines, alone)) return lines;
  return {text};
}

std::optional<std::string> read_input(const Invocation& call) {
  if (call.arguments.size() != 1) {
    call.refuse("请给出一个文件，或用 - 表示标准输入。", "Give one file, or - for standard input.");
    return std::nullopt;
  }
  const std::string& name = call.arguments.front();
  if (name == "-") {
    std::ostringstream text;
    text << call.in.rdbuf();
    return std::move(text).str();
  }
  auto text = read_file(name);
  if (!text) call.refuse("读不到文件 " + name, "Cannot read the file " + name);
  return text;
}

}  // namespace mingbai::cli
