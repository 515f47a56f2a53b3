#pragma once
// What a filing asks (要答的): made from the facts that the pack's rules of its kind refer to, in the pack's order, and
// only those that matter to the answers given so far. A screen holds no list of its own: a pack that asks more is asked
// more here.
//
//   a chronic disease in Chuxiong -> place of the hospital, disease, class, hospital, level, doctor's title, …
//
// A fact is asked when the check names it as missing with its answer taken away; beside those, when a rule looks at it
// only where it is known, as `optional`. Whether one is insured, the disease and the institution are always asked where a rule of
// the kind refers to them.

#include <string>
#include <vector>

#include "core/policy/library.h"
#include "generated/strings.h"
#include "web/screens/model/filing_form.h"
#include "web/screens/model/names.h"

namespace mingbai::screens {

struct FilingQuestion {
  enum class Kind : std::uint8_t { choice, yes_no, number, date, text, disease, institution, institutions } kind = Kind::text;
  enum class Section : std::uint8_t { insured, matter, disease, institution, way, physician } section = Section::matter;
  struct Option {
    std::string value, label, detail;
  };
  std::string fact;   // its key in FilingForm::answers
  std::string label;  // as a question where assets/strings has one: "ask." and the fact's name
  std::string hint;
  std::vector<Option> options;
  bool optional = false;
  bool answered = false;
  std::size_t listed = 0;  // entries of the catalogue behind a disease or an institution
};

// Nothing while the place of insurance is not chosen.
std::vector<FilingQuestion> filing_questions(const policy::Library&, const Names&, const FilingForm&, Date today,
                                             const strings::Strings&);

// What the catalogue does not say of a selected institution: its kind, its place, its qualification. `fact` is the key
// of ChosenInstitution::told.
std::vector<FilingQuestion> institution_questions(const policy::Library&, const Names&, const FilingForm&, const ChosenInstitution&,
                                                  Date today, const strings::Strings&);

// The section that is asked now: the first with an open question that is not optional. Later ones come into sight when
// it is done, or when they hold an answer already.
std::vector<FilingQuestion::Section> sections_in_sight(const std::vector<FilingQuestion>&);

// Where the filing is prepared, when nobody has said: online if the pack takes it, else what it takes.
std::string usual_channel(const policy::Library&, const Names&, const FilingForm&, Date today);

// The places whose packs have a rule for the kind on the day; keys of packs.
std::vector<std::string> places_with_rules(const policy::Library&, const Names&, std::string_view kind, Date today);

}  // namespace mingbai::screens
