#include "core/sync/instant.h"

#include <catch2/catch_test_macros.hpp>

namespace mingbai::sync {

TEST_CASE("a moment is written in UTC to the second") {
  CHECK(utc_text(1795258685123) == "2026-11-21T10:58:05Z");
  CHECK(utc_text(0) == "1970-01-01T00:00:00Z");
  CHECK(utc_text(-1) == "1969-12-31T23:59:59Z");
}

TEST_CASE("a written moment is read back, its fraction dropped") {
  CHECK(read_utc("2026-11-21T10:58:05Z") == 1795258685000);
  CHECK(read_utc("2026-11-21T10:58:05.999Z") == 1795258685000);
  CHECK(read_utc("2024-02-29T00:00:00Z").has_value());
}

TEST_CASE("what is no moment in UTC is not read as one") {
  for (const char* text : {"", "2026-11-21", "2026-11-21T10:58:05", "2026-11-21T10:58:05+08:00", "2026-02-29T00:00:00Z",
                           "2026-11-21T24:00:00Z", "2026-11-21 10:58:05Z", "2026-11-21T10:58:05.Z", "2026-1a-21T10:58:05Z"}) {
    CAPTURE(text);
    CHECK_FALSE(read_utc(text));
  }
}

}  // namespace mingbai::sync
