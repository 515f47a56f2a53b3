#pragma once
// Bindings (身份绑定): which person an account belongs to, or acts for. Anyone can type somebody's number; so
// a binding needs a one-time code that staff give to the person at a counter.
//
// Persons stand here as keys (core/filing/person_key.h), codes as hashes. A code holds for a quarter of an
// hour and for five tries; a new one takes the place of the old. An agent's binding has a relation and may
// have a last day.

#include <optional>
#include <string>
#include <string_view>

#include "core/base/date.h"
#include "core/filing/roles.h"
#include "core/store/database.h"
#include "core/sync/instant.h"

namespace mingbai::store {

inline constexpr std::int64_t code_valid_ms = 15LL * 60 * 1000;
inline constexpr int code_tries_most = 5;

struct BindingCode {
  std::string person;
  std::string code_hash;
  filing::Role role = filing::Role::insured;  // or agent
  std::string relation;
  std::optional<Date> until;  // the last day of an agent's binding
};

Result<void> give_code(Database&, const BindingCode&, std::int64_t by, filing::Role role,
                       sync::Milliseconds now);

enum class Binding : std::uint8_t { bound, wrong_code, expired, no_code };

// One try. What the person's agents handed in before gets new sequences, so that the next pull brings it.
Result<Binding> bind(Database&, std::int64_t account, std::string_view person, std::string_view code_hash,
                     sync::Milliseconds now);

// Whether the account is bound to anybody on that day.
Result<bool> is_bound(Database&, std::int64_t account, Date today);
// Whether it is known who the account's owner is: it is bound as the insured person himself, not as an agent of another.
Result<bool> is_known(Database&, std::int64_t account);
Result<bool> is_bound_to(Database&, std::int64_t account, std::string_view person, filing::Role, Date today);

}  // namespace mingbai::store
