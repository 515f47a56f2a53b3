#pragma once
// The figures of a policy as cells one can change (参数与表格): each with its unit, dates, status and source, and the
// place in its file. A change is kept as an overlay: a JSON Patch over the base pack with a test before every change.
//
//   {"format":1,"id":"half-share","title":{…},"base":{"id":"zhongshan","version":"1"},
//    "patch":[{"op":"test","path":"/parameters.json/0/values/1/value","value":"80%"},
//             {"op":"replace","path":"/parameters.json/0/values/1/value","value":"90%"}]}

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/policy/source.h"
#include "generated/strings.h"
#include "web/screens/model/names.h"
#include "web/screens/model/source_line.h"

namespace mingbai::screens {

struct PolicyCell {
  std::string place;  // "/tables.json/2/rows/0": its value stands below under "value"
  std::string facts;  // "参保类型：居民医保，医院级别：3"; empty for a parameter
  std::string unit;   // money | ratio | decimal | days | months | count
  std::string value, from, to;  // as the pack writes them; an open end is empty
  std::string status;
  std::string document;  // id
  SourceLine source;
  std::string note;
};

struct CellGroup {
  std::string id;  // of the parameter or table
  std::string label;
  std::string unit;
  std::vector<PolicyCell> cells;
};

// The parameters and tables a pack itself holds; what it inherits is changed at its own place.
std::vector<CellGroup> read_cells(std::string_view bundle_json, std::string_view policy, const Names&, const strings::Strings&);
std::string version_of(std::string_view bundle_json, std::string_view policy);

// What a person typed over a cell; what equals the pack's own is no change.
struct CellEdit {
  std::string value, from, to;
};
using CellEdits = std::map<std::string, CellEdit>;  // place -> edit

// Empty when the value can stand in a cell of that unit; otherwise the sentence for the field.
std::string value_fault(std::string_view unit, std::string_view typed, const strings::Strings&);
std::string from_fault(std::string_view typed, bool open_end, const strings::Strings&);
// "1,000.00", "80%", "6": where the words around it have the unit.
std::string bare_value(std::string_view unit, std::string_view value);
// "1,000.00 元", "80%", "6 个月".
std::string shown_value(std::string_view unit, std::string_view value, const strings::Strings&);

struct Overlay {
  std::string id;
  std::string title;
  std::string base, base_version;
  CellEdits edits;
};

// Only sound edits that change something.
std::string write_overlay(const Overlay&, const std::vector<CellGroup>&);
std::optional<Overlay> read_overlay(std::string_view json, const std::vector<CellGroup>&);
Overlay read_overlay_head(std::string_view json);  // without its edits
// The overlays that come with the packs, as texts.
std::vector<std::string> read_bundled_overlays(std::string_view bundle_json);
bool changes_something(const Overlay&, const std::vector<CellGroup>&);

// A name of letters and digits for an overlay titled so.
std::string overlay_id(std::string_view title, const std::vector<std::string>& taken);

}  // namespace mingbai::screens
