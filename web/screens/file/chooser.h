#pragma once
// Choosing from a catalogue: a few entries stand open, many are searched by what one types. What no list holds can be
// taken as typed, for lists are not always whole.
//
// Holds only what is typed into the search; the chosen value is the caller's.

#include <string>
#include <string_view>
#include <vector>

#include "web/screens/context.h"
#include "web/screens/model/filing_questions.h"

namespace mingbai::screens {

struct ChooserWords {
  std::string_view label, search, hint;
};

class Chooser {
 public:
  // True when `value` changed. `taken`: values no longer offered.
  bool draw(const ChooserWords&, std::string& value, const std::vector<FilingQuestion::Option>& options, const std::vector<std::string>& taken,
            const Context&);
  void clear() { typed_.clear(), searching_ = false; }

 private:
  bool draw_chosen(std::string_view label, const std::string& value, const std::vector<FilingQuestion::Option>&, const Context&);

  std::string typed_;
  bool searching_ = false;  // although something is chosen
};

}  // namespace mingbai::screens
