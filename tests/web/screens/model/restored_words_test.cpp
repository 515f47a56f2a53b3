#include "web/screens/model/restored_words.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/web/screens/model/packs_in_hand.h"

namespace mingbai::screens {
namespace {

std::string words(int drafts, int papers, int skipped, const strings::Strings& t = zh) {
  Report report;
  report.drafts = drafts;
  report.papers = papers;
  report.skipped = skipped;
  return restored_words(report, t);
}

}  // namespace

TEST_CASE("a backup without photos says nothing of photos") {
  CHECK(words(1, 0, 0) == "恢复了 1 份，在“没写完的”里。");
  CHECK(words(2, 0, 0, en) == "2 restored; they stand under the drafts.");
}

TEST_CASE("photos are counted where there are some, with drafts or alone") {
  CHECK(words(1, 3, 0) == "恢复了 1 份，在“没写完的”里；照片和文件 3 个。");
  CHECK(words(0, 3, 0) == "恢复了照片和文件 3 个。");
  CHECK(words(1, 1, 0, en) == "1 restored; they stand under the drafts. Photos and files: 1.");
}

TEST_CASE("what is on the device already is said beside what came back, or alone") {
  CHECK(words(1, 0, 2) == "恢复了 1 份，在“没写完的”里。2 份这台设备上已有，没有动。");
  CHECK(words(1, 0, 2, en) == "1 restored; they stand under the drafts. 2 are on this device already and were left alone.");
  CHECK(words(0, 0, 2) == "2 份这台设备上已有，没有动。");
}

TEST_CASE("an empty backup brings back none, and says so") { CHECK(words(0, 0, 0) == "恢复了 0 份，在“没写完的”里。"); }

}  // namespace mingbai::screens
