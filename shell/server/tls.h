#pragma once
// TLS of the server itself, for whoever has no proxy in front: a certificate chain and its key, both PEM.
// TLS 1.2 and later. A renewed certificate is read at the next start.

#include <boost/asio/ssl/context.hpp>
#include <expected>
#include <memory>
#include <string>

namespace mingbai::server {

// Or why not, with the file's name.
std::expected<std::shared_ptr<boost::asio::ssl::context>, std::string> tls_context(
    const std::string& certificate, const std::string& key);

}  // namespace mingbai::server
