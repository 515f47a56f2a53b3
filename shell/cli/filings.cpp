#include "shell/cli/filings.h"

#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>

#include "core/filing/masking.h"
#include "core/store/filings.h"
#include "shell/cli/server_store.h"

namespace mingbai::cli {
namespace {

using nlohmann::ordered_json;
constexpr std::int64_t page_size = 200;

ordered_json receipt_of(const sync::Record& record) {
  if (!record.receipt) return nullptr;
  const auto& [number, sequence, received_at, sha256] = *record.receipt;
  return {{"number", number}, {"sequence", sequence}, {"received_at", received_at}, {"sha256", sha256}};
}

// What a device calls the kind; words that are no key might be a person's.
std::string kind_of(const sync::Record& record) {
  const bool key = std::all_of(record.kind.begin(), record.kind.end(),
                               [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
  return key ? record.kind : "?";
}

ordered_json summary(const store::FilingOfAccount& filing) {
  const auto& record = filing.record;
  return {{"filing", record.filing},       {"account", filing::masked_name(filing.login)},
          {"kind", kind_of(record)},       {"state", to_key(record.state)},
          {"version", record.version},     {"sequence", record.sequence},
          {"receipt", receipt_of(record)}};
}

ordered_json whole(const store::FilingOfAccount& filing) {
  const auto& record = filing.record;
  ordered_json object = summary(filing);
  object["envelope"] = record.envelope;
  object["payload"] = ordered_json::parse(filing::masked_json(record.payload, filing::Names::masked), nullptr, false);
  object["findings"] = ordered_json::parse(filing::masked_json(record.findings, filing::Names::masked), nullptr, false);
  if (!record.life.empty()) object["life"] = ordered_json::parse(record.life, nullptr, false);
  for (const auto& event : record.events) {
    ordered_json line = {{"type", event.type}, {"at", event.at}};
    if (!event.by.empty()) line["by"] = event.by;
    object["events"].push_back(std::move(line));
  }
  return object;
}

void print(const ordered_json& object) {
  std::cout << object.dump(-1, ' ', false, ordered_json::error_handler_t::replace) << '\n';
}

int list(store::Database& db) {
  for (std::int64_t after = 0;;) {
    const auto page = store::filings_after(db, after, page_size);
    if (!page) return storage_failed(page.error());
    for (const auto& filing : *page) {
      print(summary(filing));
      after = filing.record.sequence;
    }
    if (page->empty()) return 0;
  }
}

int show(store::Database& db, const std::string& key) {
  const auto found = store::find_filing(db, key);
  if (!found) return storage_failed(found.error());
  if (!*found) {
    std::cerr << "There is no such filing.\n";
    return 1;
  }
  print(whole(**found));
  return 0;
}

}  // namespace

int run_filings(std::span<const std::string> words) {
  const Arguments arguments(words, {.with_value = {"--data", "--database"}, .flags = {}});
  const auto& rest = arguments.rest;
  const bool lists = rest.size() == 1 && rest[0] == "list";
  const bool shows = rest.size() == 2 && rest[0] == "show";
  if (!arguments.fault.empty() || (!lists && !shows)) {
    std::cerr << arguments.fault << (arguments.fault.empty() ? "" : "\n") << filings_usage << '\n';
    return 2;
  }
  const auto db = open_server_store(arguments);
  if (!db) return db.error();
  return lists ? list(**db) : show(**db, rest[1]);
}

}  // namespace mingbai::cli
