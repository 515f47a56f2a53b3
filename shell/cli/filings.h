#pragma once
// With --database URL instead of --data: PostgreSQL.
// mingbai filings list [--data DIR]         one JSON line a filing, oldest change first
// mingbai filings show KEY [--data DIR]     one filing whole, by its receipt number, its id or an envelope's
// id
//
// Numbers of persons are masked in both.

#include <span>
#include <string>

namespace mingbai::cli {

inline constexpr const char* filings_usage = "mingbai filings list | show RECEIPT|ID  [--data DIR | --database URL]";

int run_filings(std::span<const std::string> words);

}  // namespace mingbai::cli
