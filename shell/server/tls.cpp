#include "shell/server/tls.h"

namespace mingbai::server {

namespace ssl = boost::asio::ssl;

std::expected<std::shared_ptr<ssl::context>, std::string> tls_context(const std::string& certificate,
                                                                      const std::string& key) {
  auto context = std::make_shared<ssl::context>(ssl::context::tls_server);
  boost::system::error_code error;
  context->set_options(ssl::context::default_workarounds | ssl::context::no_tlsv1 | ssl::context::no_tlsv1_1,
                       error);
  if (error) return std::unexpected(error.message());
  context->use_certificate_chain_file(certificate, error);
  if (error) return std::unexpected(certificate + ": " + error.message());
  context->use_private_key_file(key, ssl::context::pem, error);
  if (error) return std::unexpected(key + ": " + error.message());
  if (SSL_CTX_check_private_key(context->native_handle()) != 1)
    return std::unexpected(key + " is not the key of " + certificate);
  return context;
}

}  // namespace mingbai::server
