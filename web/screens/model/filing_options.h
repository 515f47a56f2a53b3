#pragma once
// The choices a question of a filing offers: the dictionary's, the catalogues' with what each institution may do, places.

#include <vector>

#include "core/policy/policy.h"
#include "web/screens/model/filing_questions.h"

namespace mingbai::screens {

using Options = std::vector<FilingQuestion::Option>;

Options dictionary_options(const policy::Policy&, policy::Fact, const strings::Strings&);
Options place_options(const policy::Policy&, const Names&, bool with_home, const strings::Strings&);
Options disease_options(const policy::Policy&, const strings::Strings&);
// `disease` decides what the detail says: may confirm it, may not, or nothing is recorded.
Options institution_options(const policy::Policy&, std::string_view kind, const std::string& disease, Date today, const strings::Strings&);

// Those whose label or value holds every character sequence typed; all when nothing is typed.
Options narrowed(const Options&, std::string_view typed);

}  // namespace mingbai::screens
