#pragma once
// The server's life: opens the database, listens, serves until SIGINT or SIGTERM, then takes no new
// connection, lets what is in flight finish, moves the log of the database into its file and ends.

#include <cstdint>
#include <functional>
#include <string>

#include "core/policy/library.h"
#include "shell/database/location.h"
#include "shell/server/limits.h"
#include "shell/server/messenger.h"

namespace mingbai::server {

struct ServeOptions {
  std::string address = "127.0.0.1";
  std::uint16_t port = 8080;  // 0: any free one
  database::Location location;
  std::string web_folder;
  bool behind_tls = false;
  std::string tls_certificate, tls_key;  // both or neither
  MessageWay messages;
  filing::notice::Regions regions;
  bool quiet = false;
  Limits limits;
};

// Called once, when connections are accepted: "http://127.0.0.1:8080".
using Listening = std::function<void(const std::string& url)>;

// 0 after an orderly end; 1 when it could not start, with the reason on standard error.
int serve(ServeOptions, policy::Library, const Listening&);

}  // namespace mingbai::server
