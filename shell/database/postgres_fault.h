#pragma once
// PostgreSQL's five-letter states (appendix A of its manual) as the store's faults. Texts of errors are not
// kept: a text may repeat a value. The one exception are faults of a statement itself (class 42), which is
// ours and holds none.

#include <string_view>

#include "core/store/database.h"

namespace mingbai::database {

store::Fault fault_of_state(std::string_view state);

// "postgres 23505", with what PostgreSQL says about it when that cannot hold a value.
store::Error error_of_state(std::string_view state, std::string_view said);

}  // namespace mingbai::database
