#include "core/filing/roles.h"

#include <algorithm>
#include <array>

namespace mingbai::filing {
namespace {

constexpr std::array roles = {Role::insured,      Role::agent,   Role::institution_reviewer,
                              Role::agency_clerk, Role::auditor, Role::operator_};
constexpr std::array actions = {Action::view,
                                Action::print,
                                Action::note,
                                Action::supply,
                                Action::withdraw,
                                Action::cancel,
                                Action::change_providers,
                                Action::ask_supplement,
                                Action::confirm,
                                Action::review,
                                Action::propose_refusal,
                                Action::refuse,
                                Action::spot_check,
                                Action::reveal};

// One letter a cell, in the order of Whose: y allowed, n refused, - hidden.
struct Row {
  Action action;
  const char* insured;
  const char* agent;
  const char* institution_reviewer;
  const char* agency_clerk;
  const char* auditor;
  const char* operator_;
};

constexpr Row matrix[] = {
    {Action::view, "yy--", "yy--", "yyy-", "yyy-", "yyy-", "y---"},
    {Action::print, "yy--", "yy--", "yyy-", "yyy-", "ynn-", "y---"},
    {Action::note, "yy--", "yy--", "yyy-", "yyy-", "ynn-", "y---"},
    {Action::supply, "yy--", "yy--", "ynn-", "ynn-", "ynn-", "y---"},
    {Action::withdraw, "yy--", "yy--", "ynn-", "ynn-", "ynn-", "y---"},
    {Action::cancel, "yy--", "yy--", "yyy-", "yyy-", "ynn-", "y---"},
    {Action::change_providers, "yy--", "yy--", "yyy-", "yyy-", "ynn-", "y---"},
    {Action::ask_supplement, "nn--", "nn--", "nyy-", "nyy-", "nnn-", "n---"},
    {Action::confirm, "nn--", "nn--", "nyy-", "nnn-", "nnn-", "n---"},
    {Action::review, "nn--", "nn--", "nnn-", "nyy-", "nnn-", "n---"},
    {Action::propose_refusal, "nn--", "nn--", "nyy-", "nyy-", "nnn-", "n---"},
    {Action::refuse, "nn--", "nn--", "nyy-", "nyy-", "nnn-", "n---"},
    {Action::spot_check, "nn--", "nn--", "nnn-", "nyy-", "nnn-", "n---"},
    {Action::reveal, "nn--", "nn--", "nyy-", "nyy-", "nnn-", "n---"},
};

const char* cells(const Row& row, Role role) {
  switch (role) {
    case Role::insured:
      return row.insured;
    case Role::agent:
      return row.agent;
    case Role::institution_reviewer:
      return row.institution_reviewer;
    case Role::agency_clerk:
      return row.agency_clerk;
    case Role::auditor:
      return row.auditor;
    case Role::operator_:
      return row.operator_;
    case Role::system:
      break;
  }
  return "----";
}

}  // namespace

Permission permission(Role role, Action action, Whose whose) {
  for (const Row& row : matrix) {
    if (row.action != action) continue;
    const char cell = cells(row, role)[static_cast<std::size_t>(whose)];
    return cell == 'y' ? Permission::allowed : cell == 'n' ? Permission::refused : Permission::hidden;
  }
  return Permission::hidden;
}

std::string_view to_key(Role role) {
  switch (role) {
    case Role::insured:
      return "insured";
    case Role::agent:
      return "agent";
    case Role::institution_reviewer:
      return "institution_reviewer";
    case Role::agency_clerk:
      return "agency_clerk";
    case Role::auditor:
      return "auditor";
    case Role::operator_:
      return "operator";
    case Role::system:
      return "system";
  }
  return "system";
}

std::string_view to_key(Action action) {
  switch (action) {
    case Action::view:
      return "view";
    case Action::print:
      return "print";
    case Action::note:
      return "note";
    case Action::supply:
      return "supply";
    case Action::withdraw:
      return "withdraw";
    case Action::cancel:
      return "cancel";
    case Action::change_providers:
      return "change_providers";
    case Action::ask_supplement:
      return "ask_supplement";
    case Action::confirm:
      return "confirm";
    case Action::review:
      return "review";
    case Action::propose_refusal:
      return "propose_refusal";
    case Action::refuse:
      return "refuse";
    case Action::spot_check:
      return "spot_check";
    case Action::reveal:
      return "reveal";
  }
  return "view";
}

std::string_view to_key(Whose whose) {
  constexpr std::string_view keys[] = {"own", "agents", "others", "elsewhere"};
  return keys[static_cast<std::size_t>(whose)];
}

std::optional<Role> read_role(std::string_view key) {
  if (key == to_key(Role::system)) return Role::system;
  const auto found = std::find_if(roles.begin(), roles.end(), [&](Role role) { return to_key(role) == key; });
  return found == roles.end() ? std::nullopt : std::optional(*found);
}

std::span<const Action> all_actions() { return actions; }
std::span<const Role> all_roles() { return roles; }

bool is_granted(Role role) { return decides(role) || role == Role::auditor || role == Role::operator_; }

bool region_covers(std::string_view of_role, std::string_view of_record) {
  if (of_role.size() != 6 || of_record.size() != 6) return false;
  std::size_t stated = 6;
  while (stated > 2 && of_role.substr(stated - 2, 2) == "00") stated -= 2;
  return of_record.starts_with(of_role.substr(0, stated));
}

}  // namespace mingbai::filing
