#pragma once
// Whose request it is, for limits: the other end of the connection. Behind a proxy (--behind-tls) that is the proxy on
// this machine for everybody, so that one who guesses passwords would lock out all; there the last address of
// X-Forwarded-For counts, the one the proxy itself wrote. From anywhere else the header is anybody's word and counts for nothing.
//
//   client_address("127.0.0.1", "198.51.100.7, 203.0.113.9", true) == "203.0.113.9"
//   client_address("198.51.100.7", "203.0.113.9", true) == "198.51.100.7"

#include <string>
#include <string_view>

namespace mingbai::server {

bool is_this_machine(std::string_view address);

std::string client_address(std::string_view peer, std::string_view forwarded_for, bool behind_proxy);

}  // namespace mingbai::server
