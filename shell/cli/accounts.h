#pragma once
// mingbai accounts add LOGIN | reset LOGIN [--password-stdin]     list          [--data DIR]
//
// The password is read from standard input (one line), or made and printed once. `reset` ends every session
// of the account. One JSON line an account.

#include <span>
#include <string>

namespace mingbai::cli {

inline constexpr const char* accounts_usage =
    "mingbai accounts add LOGIN | reset LOGIN | list  [--password-stdin] [--data DIR]";

int run_accounts(std::span<const std::string> words);

}  // namespace mingbai::cli
