#pragma once
// The names of care kinds and remote situations as messages, packs and screens write them.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/text.h"
#include "core/reimbursement/claim.h"

namespace mingbai::reimbursement {

std::string_view to_key(Care);
std::optional<Care> parse_care(std::string_view);

std::string_view to_key(Remote);
std::optional<Remote> parse_remote(std::string_view);

std::string_view to_key(Continues);
std::optional<Continues> parse_continues(std::string_view);

// The situations of remote care a person may file for or ask about.
const std::vector<std::string>& remote_categories();

}  // namespace mingbai::reimbursement
