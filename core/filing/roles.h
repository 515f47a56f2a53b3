#pragma once
// Who may do what with whose record (角色与权限), as data: the table of docs/roles.md, cell by cell.
//
// Every account is a person: with its own records it has the rights of `insured`, whatever else it was given.
// `insured` and `agent` follow from the record; the other roles are granted by the operator, each for one
// institution or one region. What a role may not even see is answered as if it did not exist (`hidden`).
// Nobody decides about a record of his own.
//
//   permission(Role::agency_clerk, Action::review, Whose::elsewhere) == Permission::hidden

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace mingbai::filing {

enum class Role : std::uint8_t {
  insured,               // 参保人
  agent,                 // 代办人
  institution_reviewer,  // 医院审核人员
  agency_clerk,          // 经办人员
  auditor,               // 稽核人员
  operator_,             // 运维人员
  system,                // the server itself: automatic decisions, and what a date brings about
};

enum class Action : std::uint8_t {
  view,
  print,
  note,
  supply,
  withdraw,
  cancel,
  change_providers,
  ask_supplement,
  confirm,
  review,
  propose_refusal,
  refuse,
  spot_check,
  reveal,
};

// To whom a record belongs, seen from the account that asks.
enum class Whose : std::uint8_t {
  own,        // about the account's owner, handed in by himself
  agents,     // handed in by an agent: seen by the agent, by the person, or by staff it falls to
  others,     // somebody else's; of staff: within their institution or region
  elsewhere,  // of another institution or region
};

enum class Permission : std::uint8_t { hidden, refused, allowed };

Permission permission(Role, Action, Whose);

std::string_view to_key(Role);
std::string_view to_key(Action);
std::string_view to_key(Whose);
std::optional<Role> read_role(std::string_view);

std::span<const Action> all_actions();
std::span<const Role> all_roles();  // without `system`, which asks nobody

// Roles that the operator grants, and what they are bound to.
bool is_granted(Role);
inline bool decides(Role role) { return role == Role::institution_reviewer || role == Role::agency_clerk; }

// Whether the region of a role ("532300", a prefecture) covers that of a record ("532331", a county of it).
bool region_covers(std::string_view of_role, std::string_view of_record);

}  // namespace mingbai::filing
