// The identity numbers are invented; "11010519491231002X" is the standard's own example.

#include "web/screens/model/certificate.h"

#include <catch2/catch_test_macros.hpp>

namespace mingbai::screens {
namespace {

constexpr strings::Strings zh{Language::zh};

}  // namespace

TEST_CASE("a certificate number of 18 characters has a right check character") {
  CHECK(certificate_fault("11010519491231002X", zh).empty());
  CHECK_FALSE(certificate_fault("110105194912310021", zh).empty());
  CHECK_FALSE(certificate_fault("11010519490231002X", zh).empty());
}

TEST_CASE("a passport passes, and nothing at all does not") {
  CHECK(certificate_fault("E12345678", zh).empty());
  CHECK_FALSE(certificate_fault("", zh).empty());
}

}  // namespace mingbai::screens
