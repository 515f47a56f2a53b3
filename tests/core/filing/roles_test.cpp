#include "core/filing/roles.h"

#include <catch2/catch_test_macros.hpp>

namespace mingbai::filing {
namespace {

TEST_CASE("nobody decides about a record of his own") {
  for (const Role role : all_roles()) {
    for (const Action action : {Action::confirm, Action::review, Action::propose_refusal, Action::refuse,
                                Action::spot_check, Action::ask_supplement, Action::reveal}) {
      CHECK(permission(role, action, Whose::own) != Permission::allowed);
    }
  }
}

TEST_CASE("nobody sees a record of another institution or region") {
  for (const Role role : all_roles()) {
    for (const Action action : all_actions())
      CHECK(permission(role, action, Whose::elsewhere) == Permission::hidden);
  }
}

TEST_CASE("an operator sees nobody's records, an auditor changes none") {
  for (const Action action : all_actions()) {
    CHECK(permission(Role::operator_, action, Whose::others) == Permission::hidden);
    if (action != Action::view)
      CHECK(permission(Role::auditor, action, Whose::others) == Permission::refused);
  }
}

TEST_CASE("what cannot be seen is hidden, what can is refused openly") {
  for (const Role role : all_roles()) {
    for (const Whose whose : {Whose::own, Whose::agents, Whose::others, Whose::elsewhere}) {
      const bool seen = permission(role, Action::view, whose) == Permission::allowed;
      for (const Action action : all_actions())
        CHECK((permission(role, action, whose) == Permission::hidden) == !seen);
    }
  }
}

TEST_CASE("a prefecture's region covers its counties, a county's only itself") {
  CHECK(region_covers("532300", "532300"));
  CHECK(region_covers("532300", "532331"));
  CHECK(region_covers("530000", "532331"));
  CHECK_FALSE(region_covers("532331", "532300"));
  CHECK_FALSE(region_covers("532300", "442000"));
  CHECK_FALSE(region_covers("", "442000"));
  CHECK_FALSE(region_covers("442000", ""));
}

TEST_CASE("roles are read by the names they are written with; only some are granted") {
  for (const Role role : all_roles()) CHECK(read_role(to_key(role)) == role);
  CHECK_FALSE(read_role("admin"));
  CHECK_FALSE(is_granted(Role::insured));
  CHECK_FALSE(is_granted(Role::agent));
  CHECK(is_granted(Role::agency_clerk));
}

}  // namespace
}  // namespace mingbai::filing
