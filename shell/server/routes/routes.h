#pragma once
// The routes, one file each beside this one: <noun>_<verb>.cpp. Their public text is
// docs/formats/protocol.md.

#include <boost/asio/awaitable.hpp>

#include "shell/server/http.h"

namespace mingbai::server {

struct Services;

boost::asio::awaitable<Response> accounts_create(Services&, const Request&);
boost::asio::awaitable<Response> sessions_create(Services&, const Request&);
boost::asio::awaitable<Response> sessions_show(Services&, const Request&);
boost::asio::awaitable<Response> sessions_delete(Services&, const Request&);
boost::asio::awaitable<Response> envelopes_push(Services&, const Request&);
boost::asio::awaitable<Response> records_pull(Services&, const Request&);
boost::asio::awaitable<Response> health_show(Services&, const Request&);

}  // namespace mingbai::server
