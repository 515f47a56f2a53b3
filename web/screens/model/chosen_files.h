#pragma once
// Files somebody has just chosen, as the page tells of them: {"type":"files","key":"papers:identity_card","files":[{"name",
// "media","size","handle"}]}. The key is that of the button; what follows its prefix says what they are for.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mingbai::screens {

struct ChosenFile {
  std::string document;  // what follows the prefix
  std::string name;
  std::string handle;
};

inline constexpr std::string_view file_papers = "papers:";            // in the form of a filing
inline constexpr std::string_view filing_papers = "filing-papers:";  // of a filing the server has

// Nothing: another event, or the files of another button.
std::optional<std::vector<ChosenFile>> chosen_files(std::string_view event_json, std::string_view prefix);

}  // namespace mingbai::screens
