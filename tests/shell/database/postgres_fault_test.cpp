#include "shell/database/postgres_fault.h"

#include <catch2/catch_test_macros.hpp>

namespace mingbai::database {
namespace {

using store::Fault;

TEST_CASE("each state of PostgreSQL is a fault of the store") {
  CHECK(fault_of_state("23505") == Fault::constraint);
  CHECK(fault_of_state("53100") == Fault::disk_full);
  CHECK(fault_of_state("XX000") == Fault::io_error);  // a quota
  CHECK(fault_of_state("40P01") == Fault::busy);
  CHECK(fault_of_state("55P03") == Fault::busy);
  CHECK(fault_of_state("57P01") == Fault::io_error);
  CHECK(fault_of_state("08006") == Fault::io_error);
  CHECK(fault_of_state("08P01") == Fault::misuse);
  CHECK(fault_of_state("3D000") == Fault::cannot_open);
  CHECK(fault_of_state("XX001") == Fault::corrupt);
  CHECK(fault_of_state("42601") == Fault::misuse);
  CHECK(fault_of_state("") == Fault::misuse);
}

TEST_CASE("what PostgreSQL says is kept only where it cannot hold a value") {
  CHECK(error_of_state("22P02", "invalid input syntax for type bigint: \"anna\"").detail == "postgres 22P02");
  CHECK(error_of_state("42P01", "relation \"x\" does not exist").detail ==
        "postgres 42P01: relation \"x\" does not exist");
}

}  // namespace
}  // namespace mingbai::database
