#pragma once
// Sends the messages of core/store/messages.h, by one of two ways the operator chooses: appended to a file as
// JSON lines, flushed to the disk before they count as sent, or posted to a web address, where 2xx counts.
// Each carries its id, which stays the same at every try ("Idempotency-Key" in the post): whoever sends on
// drops what it has seen.
//
// {"id": "…", "to": "LOGIN", "text": "【医保】…"}. Without a way nothing is made and nothing kept. The log
// tells counts only.

#include <boost/asio/awaitable.hpp>
#include <string>

#include "core/filing/notice/facts.h"

namespace mingbai::server {

struct Services;

struct MessageWay {
  std::string file;
  std::string url;
  bool any() const { return !file.empty() || !url.empty(); }
};

// Goes on until the loop ends.
boost::asio::awaitable<void> send_messages(Services&, MessageWay, filing::notice::Regions);

}  // namespace mingbai::server
