#include "core/store/database.h"

namespace mingbai::store {

std::string_view to_key(Fault fault) {
  switch (fault) {
    case Fault::cannot_open:
      return "cannot_open";
    case Fault::disk_full:
      return "disk_full";
    case Fault::io_error:
      return "io_error";
    case Fault::busy:
      return "busy";
    case Fault::corrupt:
      return "corrupt";
    case Fault::constraint:
      return "constraint";
    case Fault::newer_schema:
      return "newer_schema";
    case Fault::misuse:
      return "misuse";
  }
  return "misuse";
}

}  // namespace mingbai::store
