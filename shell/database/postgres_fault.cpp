#include "shell/database/postgres_fault.h"

#include <array>
#include <string>
#include <utility>

namespace mingbai::database {

using store::Fault;

// The longest beginning that fits decides.
Fault fault_of_state(std::string_view state) {
  constexpr std::array<std::pair<std::string_view, Fault>, 22> table{{
      {"08P01", Fault::misuse},       // a wrong number of parameters
      {"08", Fault::io_error},        // the connection
      {"22021", Fault::constraint},   // bytes that are no text
      {"22P05", Fault::constraint},   // a character the database's encoding lacks
      {"23", Fault::constraint},      //
      {"25006", Fault::cannot_open},  // read-only: a standby answered
      {"25P03", Fault::io_error},     // idle in a transaction for too long: the connection is ended
      {"28", Fault::cannot_open},     // password, user
      {"3D", Fault::cannot_open},     // no such database
      {"3F", Fault::cannot_open},     // no such schema
      {"40", Fault::busy},            // serialization, deadlock
      {"42501", Fault::cannot_open},  // no permission
      {"53100", Fault::disk_full},    //
      {"53300", Fault::busy},         // too many connections
      {"53", Fault::io_error},        // out of memory and others
      {"55P03", Fault::busy},         // the lock did not come in time
      {"57014", Fault::busy},         // cancelled, by somebody or a time limit
      {"57", Fault::io_error},        // it is being shut down or started
      {"58", Fault::io_error},        // the system beneath
      {"XX000", Fault::io_error},     // the system's word that it has no word for: a quota, a file too large
      {"XX001", Fault::corrupt},      //
      {"XX002", Fault::corrupt},      //
  }};
  for (const auto& [beginning, fault] : table)
    if (state.starts_with(beginning)) return fault;
  return Fault::misuse;
}

store::Error error_of_state(std::string_view state, std::string_view said) {
  std::string detail = "postgres " + std::string(state);
  if (state.starts_with("42")) detail += ": " + std::string(said);
  return {fault_of_state(state), std::move(detail)};
}

}  // namespace mingbai::database
