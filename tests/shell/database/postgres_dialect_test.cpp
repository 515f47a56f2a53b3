#include "shell/database/postgres_dialect.h"

#include <catch2/catch_test_macros.hpp>

namespace mingbai::database {
namespace {

TEST_CASE("marks become numbers, those in quotes stay, and numbered ones keep theirs") {
  const auto marks = to_postgres("SELECT '?', \"a?\" FROM t WHERE a = ? AND b IN (?, ?)");
  CHECK(marks.sql == "SELECT '?', \"a?\" FROM t WHERE a = $1 AND b IN ($2, $3)");
  CHECK(marks.parameters == 3);
  const auto numbered = to_postgres("UPDATE t SET a = ?2 WHERE b = ?1 OR c = ?12");
  CHECK(numbered.sql == "UPDATE t SET a = $2 WHERE b = $1 OR c = $12");
  CHECK(numbered.parameters == 12);
}

TEST_CASE("types are translated where tables are made, and nowhere else") {
  CHECK(to_postgres(
            "CREATE TABLE a(id INTEGER PRIMARY KEY, text TEXT NOT NULL, b BLOB) STRICT, WITHOUT ROWID;\n"
            "INSERT INTO a VALUES(1, 'TEXT', NULL); SELECT TEXT FROM a")
            .sql ==
        "CREATE TABLE a(id BIGINT PRIMARY KEY, text TEXT COLLATE \"C\" NOT NULL, b BYTEA) ;\n"
        "INSERT INTO a VALUES(1, 'TEXT', NULL); SELECT TEXT FROM a");
  CHECK(to_postgres("ALTER TABLE a ADD COLUMN b INTEGER").sql == "ALTER TABLE a ADD COLUMN b BIGINT");
}

TEST_CASE("a statement that is cut off is passed on as it is") {
  CHECK(to_postgres("SELECT 'a").sql == "SELECT 'a");
  CHECK(to_postgres("'").sql == "'");
  CHECK(to_postgres("").sql.empty());
}

TEST_CASE("a zero byte in text is sent without one and comes back, and so does the escape itself") {
  const std::string escape = "\xF4\x8F\xBF\xBF", zero(1, '\0');
  for (const std::string& text :
       {std::string("异地"), zero, "a" + zero + zero + "b", escape, escape + "0", escape + escape,
        zero + escape + "0" + zero, escape + zero + escape, "0" + zero + "0"}) {
    const std::string sent = with_zeros_escaped(text);
    CHECK(sent.find('\0') == std::string::npos);
    CHECK(with_zeros_restored(sent) == text);
  }
  CHECK(with_zeros_escaped("医保") == "医保");
}

}  // namespace
}  // namespace mingbai::database
