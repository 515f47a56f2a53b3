#pragma once
// One message to the national platform by HTTP POST, and its answer. Plain http: the platform is reached
// inside the insurance network, or through a gateway on this machine that holds the certificate.

#include <optional>
#include <string>

#include "core/contract/json.h"

namespace mingbai::cli {

struct PlatformAnswer {
  bool accepted = false;  // infcode 0
  contract::Json json;
};

// Nothing when the address is none, nobody answers within 30 seconds, or the answer is no JSON object.
std::optional<PlatformAnswer> send_to_platform(const std::string& url, const contract::Json& message);

}  // namespace mingbai::cli
