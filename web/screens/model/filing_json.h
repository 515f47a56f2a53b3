#pragma once
// A filing's form as the `check` message and back, driven by the dictionary of facts: an answer goes where its name
// says, in the type its fact has. Parts of the form that are no facts (person, agent, papers) are written beside them.

#include <string>

#include "web/screens/model/filing_form.h"
#include "web/screens/model/json_reading.h"

namespace mingbai::screens {

Json payload_json(const FilingForm&, const Names&);

// Every value under `object` that answers a fact, "insured.enrolled" among them; person, scheme, place and kind are none.
void read_answers(const std::string& path, const Json& object, FilingForm&);
std::string typed_answer(const Json& value);  // yes | no, a number's digits, or the text itself

}  // namespace mingbai::screens
