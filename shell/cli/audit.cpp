#include "shell/cli/audit.h"

#include <iostream>
#include <nlohmann/json.hpp>

#include "core/store/audit.h"
#include "core/store/query.h"
#include "shell/cli/server_store.h"

namespace mingbai::cli {
namespace {

using nlohmann::ordered_json;

store::Result<bool> was_a_head(store::Database& db, const std::string& hash) {
  auto found = store::first(
      db, [](store::Statement& row) { return row.integer(0); }, "SELECT 1 FROM audit WHERE hash = ?", hash);
  if (!found) return std::unexpected(std::move(found.error()));
  return found->has_value();
}

}  // namespace

int run_audit(std::span<const std::string> words) {
  const Arguments arguments(words, {.with_value = {"--data", "--database", "--expect"}, .flags = {}});
  const auto& rest = arguments.rest;
  if (!arguments.fault.empty() || rest.size() != 1 || rest[0] != "verify") {
    std::cerr << arguments.fault << (arguments.fault.empty() ? "" : "\n") << audit_usage << '\n';
    return 2;
  }
  const auto location = store_location(arguments);
  if (!location) return location.error();
  if (!location->exists()) {
    std::cerr << (location->is_file() ? location->folder().string() : location->described()) << ": 这里没有服务器的数据，没有可核验的。 There is no server's data here to verify.\n";
    return 2;
  }
  const auto db = open_server_store(arguments);
  if (!db) return db.error();
  auto report = store::verify_audit(**db);
  if (!report) return storage_failed(report.error());
  if (const auto expected = arguments.value("--expect")) {
    const auto known = was_a_head(**db, *expected);
    if (!known) return storage_failed(known.error());
    if (!*known) report->broken.push_back({"audit", *expected, "missing"});
  }
  for (const auto& [table, key, what] : report->broken) {
    std::cout << ordered_json{{"table", table}, {"key", key}, {"what", what}}.dump() << '\n';
    std::cerr << table << ' ' << key << ": " << what << '\n';
  }
  std::cout << ordered_json{{"entries", report->entries},
                            {"events", report->events},
                            {"head", report->head},
                            {"broken", report->broken.size()}}
                   .dump()
            << '\n';
  return report->broken.empty() ? 0 : 1;
}

}  // namespace mingbai::cli
