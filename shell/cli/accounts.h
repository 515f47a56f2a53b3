#pragma once
// mingbai accounts add LOGIN | reset LOGIN [--password-stdin]     list          [--data DIR | --database URL]
// mingbai accounts grant LOGIN --role R [--institution CODE] [--region CODE] [--diseases A,B]
// mingbai accounts revoke LOGIN --role R
//
// The password is read from standard input (one line), or made and printed once. `reset` ends every session
// of the account. A reviewer needs an institution, a clerk a region; whoever is granted nothing is an insured
// person or an agent. One JSON line an account.

#include <span>
#include <string>

namespace mingbai::cli {

inline constexpr const char* accounts_usage =
    "mingbai accounts add LOGIN | reset LOGIN | list  [--password-stdin] [--data DIR | --database URL]\n"
    "mingbai accounts grant LOGIN --role ROLE [--institution CODE] [--region CODE] [--diseases CODE,CODE]\n"
    "mingbai accounts revoke LOGIN --role ROLE";

int run_accounts(std::span<const std::string> words);

}  // namespace mingbai::cli
