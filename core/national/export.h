#pragma once
// A filing -> the messages of the national platform that tell it (国家平台报备): one, or of a selection one
// for each institution. Pure: time and serial come in, nothing is sent.
//
//   export_filing(tables, library, text, {.sending = {.time = "2026-11-21 10:58:05"}})
//     -> {"infno":"2503","msgid":"H44200100026202611211058050001",…,"input":{"data":{…}}}
//
// Which transaction: the one asked for, else the one of the filing's kind, category, insured region and
// stage. Remote care other than a transfer, and kinds the platform does not know, give `no_national_message`.

#include <expected>
#include <optional>
#include <string>
#include <vector>

#include "core/national/message.h"

namespace mingbai::national {

struct Export {
  std::optional<std::string> transaction;
  Sending sending;
};

std::expected<std::vector<Json>, Findings> export_filing(const Tables&, const policy::Library&,
                                                         std::string_view filing_json, const Export&);

// The transaction of a filing, or nothing and the reason.
const Transaction* choose(const Tables&, const Filing&, const std::optional<std::string>& asked, Findings&);

}  // namespace mingbai::national
