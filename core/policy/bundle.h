#pragma once
// A bundle taken apart into its files: {"files": {"facts.json": …, "zhongshan/pack.json": …}}. A file is a
// JSON value or a string that holds JSON text; text is parsed on its own, so that a fault names the file it
// stands in.

#include <expected>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "core/contract/json.h"

namespace mingbai::policy {

// A file's content; an overlay shares those it leaves alone with its base.
using Part = std::shared_ptr<const contract::Json>;

struct PackFiles {
  std::map<std::string, Part> parts;         // "pack.json", "catalogues/drugs.json" …
  std::map<std::string, std::string> cases;  // "cases/good/x.json" -> text
};

struct Bundle {
  contract::Json facts;
  std::map<std::string, PackFiles> packs;          // by folder
  std::map<std::string, std::string> populations;  // by id -> text
  std::map<std::string, contract::Json> overlays;  // by file: "overlays/x.json"
};

// Unreadable files, unknown files and a missing dictionary are noted in `findings`; the rest is there all the
// same.
Bundle open_bundle(contract::Json, Findings&);

}  // namespace mingbai::policy
