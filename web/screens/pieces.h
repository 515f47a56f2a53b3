#pragma once
// Small pieces that several screens draw alike: a source chip, a column of facts, choices from the names.

#include <string>
#include <string_view>
#include <vector>

#include "web/screens/context.h"
#include "web/screens/model/filings_view.h"
#include "web/screens/model/source_line.h"
#include "web/ui/ui.h"

namespace mingbai::screens {

ui::Standing standing(policy::Status);
// `brief`: the status in one word, for narrow columns.
void draw_source(const SourceLine&, std::string_view key, bool brief = false);
void draw_facts(const std::vector<FactRow>&);

// Views into the names and the strings: valid as long as both.
std::vector<ui::Choice> situation_choices(const Context&, bool with_local);
std::vector<ui::Choice> region_choices(const Context&, std::string_view policy);

// The places with a pack: where one may be insured. Owns its texts.
class PlaceChoices {
 public:
  explicit PlaceChoices(const Context&);
  const std::vector<ui::Choice>& choices() const { return choices_; }

 private:
  std::vector<std::string> texts_;
  std::vector<ui::Choice> choices_;
};

// Packs with their schemes of a day, of one pack when it is named; `value` is "pack.scheme". Owns its texts.
class SchemeChoices {
 public:
  SchemeChoices(const Context&, Date day, std::string_view policy = {});
  const std::vector<ui::Choice>& choices() const { return choices_; }
  bool offers(std::string_view value) const;

 private:
  std::vector<std::string> texts_;
  std::vector<ui::Choice> choices_;
};

// Text safe inside printed HTML.
std::string escaped(std::string_view);

}  // namespace mingbai::screens
