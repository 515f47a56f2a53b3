#pragma once
// mingbai store export FILE [--data DIR | --database URL]    the whole state, as lines of JSON, into a new
// file mingbai store import FILE [--data DIR | --database URL]    into a store that holds nothing yet mingbai
// store hash        [--data DIR | --database URL]    the hash of the state alone
//
// The file is the same whether SQLite or PostgreSQL holds the state (shell/database/dump.h): this is the way
// from one to the other. All three print one JSON line, {"file", "schema", "rows", "sha256"}; equal hashes,
// equal states. An export is one picture, also while servers write. It holds everything the server holds, so
// it is readable by its owner alone. Nothing is ever overwritten; an import that fails leaves nothing.
//
// Exit codes: 0 done; 1 nothing was done, with the reason on standard error; 2 the call was wrong.

#include <span>
#include <string>

namespace mingbai::cli {

inline constexpr const char* store_usage =
    "mingbai store export FILE | import FILE | hash  [--data DIR | --database URL]";

int run_store(std::span<const std::string> words);

}  // namespace mingbai::cli
