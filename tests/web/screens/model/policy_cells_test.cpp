#include "web/screens/model/policy_cells.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "core/policy/policy.h"
#include "tests/web/screens/model/packs_in_hand.h"

namespace mingbai::screens {
namespace {

std::vector<CellGroup> cells() { return read_cells(policies_bundle(), "zhongshan", names(), zh); }

const CellGroup& group(const std::vector<CellGroup>& groups, std::string_view id) {
  return *std::find_if(groups.begin(), groups.end(), [&](const CellGroup& g) { return g.id == id; });
}

}  // namespace

TEST_CASE("every parameter and table of a pack can be changed, each figure with its unit and source") {
  for (const PackName& pack : names().packs()) {
    for (const CellGroup& one : read_cells(policies_bundle(), pack.id, names(), zh)) {
      CHECK_FALSE(one.label.empty());
      for (const PolicyCell& cell : one.cells) {
        CHECK(value_fault(cell.unit, cell.value, zh).empty());
        CHECK_FALSE(cell.source.document.empty());
        CHECK_FALSE(cell.status.empty());
      }
    }
  }
}

TEST_CASE("a table's figure names its facts in words") {
  const auto groups = cells();
  const PolicyCell& cell = group(groups, "inpatient_deductible").cells.front();
  CHECK(cell.unit == "money");
  CHECK(cell.facts.find("insured.scheme") == std::string::npos);
  CHECK(cell.facts.find("一级") != std::string::npos);
}

TEST_CASE("a figure carries its unit, a count only where the language has a word for it") {
  constexpr strings::Strings en{Language::en};
  CHECK(shown_value("count", "15", zh) == "15 个");
  CHECK(shown_value("count", "15", en) == "15");
  CHECK(shown_value("days", "180", en) == "180 days");
  CHECK(shown_value("ratio", "80%", zh) == "80%");
  CHECK(shown_value("money", "1000.00", zh) == "1,000.00 元");
}

TEST_CASE("an overlay tests what it replaces and leaves out what did not change") {
  const auto groups = cells();
  const PolicyCell& cell = group(groups, "unfiled_kept_share").cells.back();
  Overlay overlay{.id = "ninety", .title = "没备案先付 10%", .base = "zhongshan", .base_version = "1", .edits = {}};
  overlay.edits[cell.place] = {cell.value, cell.from, cell.to};
  CHECK_FALSE(changes_something(overlay, groups));
  overlay.edits[cell.place].value = "90";
  CHECK(changes_something(overlay, groups));
  const std::string text = write_overlay(overlay, groups);
  CHECK(text.find("\"test\"") != std::string::npos);
  CHECK(text.find("\"90%\"") != std::string::npos);
  CHECK(text.find("effective_from") == std::string::npos);
  const auto read = read_overlay(text, groups);
  REQUIRE(read);
  CHECK(read->title == "没备案先付 10%");
  CHECK(read->edits.at(cell.place).value == "90%");
  CHECK(write_overlay(*read, groups) == text);
}

TEST_CASE("what cannot stand in a cell is told and never gets into an overlay") {
  const auto groups = cells();
  CHECK_FALSE(value_fault("ratio", "八成", zh).empty());
  CHECK_FALSE(value_fault("money", "abc", zh).empty());
  CHECK_FALSE(value_fault("months", "1.5", zh).empty());
  CHECK(value_fault("money", "1,200", zh).empty());
  const PolicyCell& cell = group(groups, "unfiled_kept_share").cells.back();
  Overlay overlay{.id = "x", .title = "x", .base = "zhongshan", .base_version = "1", .edits = {{cell.place, {"八成", "2026-02-30", ""}}}};
  CHECK_FALSE(changes_something(overlay, groups));
}

TEST_CASE("an overlay gets a name of its own") {
  CHECK(overlay_id("Unfiled pays 10 %", {}) == "unfiled-pays-10");
  CHECK(overlay_id("没备案先付 10%", {}) == "overlay-10");
  CHECK(overlay_id("没备案", {"overlay"}) == "overlay-2");
}

}  // namespace mingbai::screens
