#pragma once
// What a device makes of a file that somebody gives it as a paper: looked at by its content, cleaned, measured; or refused, with
// the reasons.

#include <string>
#include <string_view>
#include <vector>

#include "core/store/device_papers.h"

namespace mingbai::worker {

// Fills in what the content says; `name` is the one given. The bytes to keep: none where the paper is refused.
std::string look_at(store::Paper&, std::string_view content);

// The same content for the same document, and not refused.
bool stands_among(const std::vector<store::Paper>& held, const store::Paper&);

}  // namespace mingbai::worker
