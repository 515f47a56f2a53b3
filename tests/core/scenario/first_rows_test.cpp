// Whose rows are whose, kept as a list or, where everybody has one row, not at all.

#include "core/scenario/first_rows.h"

#include <catch2/catch_test_macros.hpp>

using mingbai::scenario::FirstRows;

TEST_CASE("as long as everybody has one row, a row is its person") {
  FirstRows rows;
  CHECK(rows.people() == 0);
  CHECK(rows.rows() == 0);
  rows.add_people(3);
  rows.add_person(1);
  CHECK(rows.one_row_each());
  CHECK(rows.rows() == 4);
  CHECK(rows[4] == 4);
}

TEST_CASE("as many rows as people is not one row each") {
  FirstRows rows;
  rows.add_person(0);
  rows.add_person(2);
  CHECK(rows.people() == 2);
  CHECK(rows.rows() == 2);
  CHECK_FALSE(rows.one_row_each());
  CHECK(rows[1] == 0);
  CHECK(rows[2] == 2);
}

TEST_CASE("a second row of the last person moves everybody after") {
  FirstRows rows;
  rows.add_people(2);
  rows.add_row();
  rows.add_people(2);
  CHECK(rows.people() == 4);
  CHECK(rows[1] == 1);
  CHECK(rows[2] == 3);
  CHECK(rows[4] == 5);
  rows.clear();
  rows.add_person(1);
  CHECK(rows.one_row_each());
}

TEST_CASE("rows are compared by whose they are, not by how that is kept") {
  FirstRows listed, counted;
  listed.add_person(0);
  listed.add_row();
  counted.add_person(1);
  CHECK_FALSE(listed.one_row_each());
  CHECK(listed == counted);
  counted.add_row();
  CHECK_FALSE(listed == counted);
}
