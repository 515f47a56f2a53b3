#pragma once
// An overlay (方案): a variant of a pack as a JSON Patch over its files.
//
//   {"format": 1, "id", "title", "base": {"id", "version"}, "patch": [{"op", "path": "/tables.json/0/…", …}],
//   "note"?}
//
// The patch works on {"parameters.json": …, "tables.json": …}: the files of the base pack itself, without
// pack.json and without what it inherits. Whoever changed the base since must look again: the version must
// be the base's. Faults in the patched files are told at the operation that made them.

#include <string>
#include <vector>

#include "core/policy/bundle.h"

namespace mingbai::policy {

struct Overlay {
  std::string id;
  Text title;
  std::string base;
  std::string version;
  std::string file;  // where it stands: "overlays/x.json"
  contract::Json patch;
  PackFiles patched;  // the base's files after the patch
};

// The overlay applied to its base, or what is wrong; `findings` grows.
Overlay read_overlay(const Bundle&, const contract::Json&, const std::string& file, Findings& findings);

// Findings about the patched files, moved to the operations that wrote what they are about.
void point_to_operations(const Overlay&, Findings&);

}  // namespace mingbai::policy
