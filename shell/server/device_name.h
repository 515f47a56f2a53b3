#pragma once
// What a person knows a device by, from its User-Agent: "Firefox, Windows". Coarse on purpose: enough to find
// one's own in a list, too little to tell people apart.

#include <string>
#include <string_view>

namespace mingbai::server {

std::string device_name(std::string_view user_agent);

}  // namespace mingbai::server
