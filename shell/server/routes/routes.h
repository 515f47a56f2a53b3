#pragma once
// The routes, one file each beside this one: <noun>_<verb>.cpp. Their public text is
// docs/formats/protocol.md.

#include <boost/asio/awaitable.hpp>

#include "shell/server/http.h"

namespace mingbai::server {

struct Services;

boost::asio::awaitable<Response> accounts_create(Services&, const Request&);
boost::asio::awaitable<Response> accounts_password(Services&, const Request&);
boost::asio::awaitable<Response> sessions_create(Services&, const Request&);
boost::asio::awaitable<Response> sessions_show(Services&, const Request&);
boost::asio::awaitable<Response> sessions_delete(Services&, const Request&);
boost::asio::awaitable<Response> envelopes_push(Services&, const Request&);
boost::asio::awaitable<Response> records_pull(Services&, const Request&);
boost::asio::awaitable<Response> filing_events_create(Services&, const Request&);
boost::asio::awaitable<Response> filing_reveal(Services&, const Request&);
boost::asio::awaitable<Response> attachments_create(Services&, const Request&);
boost::asio::awaitable<Response> attachments_list(Services&, const Request&);
boost::asio::awaitable<Response> attachments_show(Services&, const Request&);
boost::asio::awaitable<Response> attachment_parts_create(Services&, const Request&);
boost::asio::awaitable<Response> filing_notice(Services&, const Request&);
boost::asio::awaitable<Response> filing_receipt(Services&, const Request&);
boost::asio::awaitable<Response> filing_refusal(Services&, const Request&);
boost::asio::awaitable<Response> review_queue(Services&, const Request&);
boost::asio::awaitable<Response> review_filing_show(Services&, const Request&);
boost::asio::awaitable<Response> review_batch(Services&, const Request&);
boost::asio::awaitable<Response> review_sample(Services&, const Request&);
boost::asio::awaitable<Response> review_ledger(Services&, const Request&);
boost::asio::awaitable<Response> reveals_create(Services&, const Request&);
boost::asio::awaitable<Response> reveals_confirm(Services&, const Request&);
boost::asio::awaitable<Response> reveals_show(Services&, const Request&);
boost::asio::awaitable<Response> statistics_show(Services&, const Request&);
boost::asio::awaitable<Response> statistics_institutions(Services&, const Request&);
boost::asio::awaitable<Response> binding_codes_create(Services&, const Request&);
boost::asio::awaitable<Response> bindings_create(Services&, const Request&);
boost::asio::awaitable<Response> sessions_list(Services&, const Request&);
boost::asio::awaitable<Response> sessions_close(Services&, const Request&);
boost::asio::awaitable<Response> metrics_show(Services&, const Request&);
boost::asio::awaitable<Response> health_show(Services&, const Request&);

}  // namespace mingbai::server
