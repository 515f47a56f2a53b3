#include "shell/server/client_address.h"

#include <boost/asio/ip/address.hpp>

namespace mingbai::server {
namespace {

std::string_view last_of(std::string_view list) {
  if (const auto comma = list.rfind(','); comma != std::string_view::npos) list.remove_prefix(comma + 1);
  while (list.starts_with(' ')) list.remove_prefix(1);
  while (list.ends_with(' ')) list.remove_suffix(1);
  return list;
}

}  // namespace

bool is_this_machine(std::string_view address) {
  boost::system::error_code error;
  const auto from = boost::asio::ip::make_address(std::string(address), error);
  return !error && from.is_loopback();
}

std::string client_address(std::string_view peer, std::string_view forwarded_for, bool behind_proxy) {
  if (!behind_proxy || !is_this_machine(peer)) return std::string(peer);
  boost::system::error_code error;
  const auto told = boost::asio::ip::make_address(std::string(last_of(forwarded_for)), error);
  return error ? std::string(peer) : told.to_string();
}

}  // namespace mingbai::server
