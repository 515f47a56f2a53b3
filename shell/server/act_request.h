#pragma once
// What a person sends to have something done with a filing (docs/formats/protocol.md): read strictly, every
// fault at once.

#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>
#include <vector>

#include "core/base/finding.h"
#include "core/store/decisions.h"

namespace mingbai::server {

// {"type","version","id"?,"reasons"?,"reason"?,"providers"?,"documents"?,"text"?,"outcome"?} for the filing.
std::optional<store::Act> read_act(std::string_view body, const std::string& filing, Findings&);

// One decision of a batch, by JSON or by a row of a CSV with a header. The version is the one that stands.
struct BatchRow {
  std::string key;  // receipt number or filing id
  store::Act act;
  Findings faults;
};
inline constexpr std::size_t batch_most = 500;
std::vector<BatchRow> read_batch(std::string_view body, Findings&);
std::vector<BatchRow> read_batch_csv(std::string_view body, Findings&);

}  // namespace mingbai::server
