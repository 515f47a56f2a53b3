#pragma once
// Small readings of a JSON that may lack anything: what is not there, or not of the kind, is empty.

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/base/text.h"

namespace mingbai::screens {

using Json = nlohmann::ordered_json;

const Json& part(const Json& from, const char* key);
const Json& list(const Json& from, const char* key);  // an array, or an empty one
std::string word(const Json& from, const char* key);
bool flag(const Json& from, const char* key);
std::int64_t whole(const Json& from, const char* key);
// {"zh","en"}, or one text for both.
Text sentence(const Json& from, const char* key);
std::string one_line(const Json&);
std::string indented(const Json&);  // for a file that people read

}  // namespace mingbai::screens
