#pragma once
// mingbai serve [--listen ADDR:PORT] [--data DIR | --database postgres://…] [--web DIR] [--behind-tls]
// [--quiet] [--read-timeout SECONDS]
//
// Runs the server until SIGINT or SIGTERM. One line with its address on standard output once it listens; the
// log goes to standard error. Without --web, the app's files are looked for in ../web beside the program.

#include <span>
#include <string>

#include "core/policy/library.h"

namespace mingbai::cli {

inline constexpr const char* serve_usage =
    "mingbai serve [--listen ADDR:PORT] [--data DIR | --database URL] [--web DIR] [--tls-cert FILE --tls-key FILE | --behind-tls] "
    "[--messages-file FILE | --messages-url URL] [--quiet] [--read-timeout SECONDS]";

int run_serve(std::span<const std::string> words, policy::Library);

}  // namespace mingbai::cli
