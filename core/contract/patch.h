#pragma once
// JSON Patch (RFC 6902), one operation after the other: each that cannot be done is a finding with its place,
// and the reading goes on with the next.
//
//   apply_patch(files, {"op": "replace", "path": "/tables.json/0/rows/3/value", "value": "100.00"} …,
//   "x.json#/patch")
//
// A failing `test`, a pointer that leads nowhere (with what stands where it goes wrong) and an operation that
// is none are told apart. Nothing throws.

#include "core/base/finding.h"
#include "core/contract/json.h"

namespace mingbai::contract {

void apply_patch(Json& document, const Json& operations, const std::string& place, Findings&);

// The names or places at the deepest point of the document that a pointer reaches.
std::vector<std::string> names_where_lost(const Json& document, const std::string& pointer);

}  // namespace mingbai::contract
