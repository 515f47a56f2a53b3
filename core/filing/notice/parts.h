#pragma once
// The parts that several printed pages share: a person, a grant, the rules it rests on.

#include <string>

#include "core/filing/notice/notice.h"
#include "core/filing/notice/words.h"

namespace mingbai::filing::notice {

// Name, document and number.
std::string person_row(const Person&, Language);
std::string agent_row(const std::optional<Agent>&, Language);

// "高血压病 (M03900)" and, with days, since when.
std::string grant_line(const Grant&, bool with_days, Language);
std::string grant_list(const std::vector<Grant>&, Language);

// `briefly`: a document that has a number goes by it alone.
std::string basis_list(const std::vector<Basis>&, bool briefly, Language);

// The region above the title, as a letterhead.
std::string heading(const Text& region, const std::string& title, Language);

// Names of persons, numbers and codes keep together and are told apart by their face.
std::string number(std::string_view);

}  // namespace mingbai::filing::notice
