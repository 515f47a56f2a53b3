#include "shell/cli/serve.h"

#include <charconv>
#include <filesystem>
#include <iostream>
#include <optional>

#include "generated/policies_bundle.h"
#include "shell/cli/arguments.h"
#include "shell/server/http_post.h"
#include "shell/server/listener.h"

namespace mingbai::cli {
namespace {

std::optional<int> whole_number(std::string_view text, int least, int most) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  return whole && number >= least && number <= most ? std::optional(number) : std::nullopt;
}

// "127.0.0.1:8080", "[::1]:8080", ":8080", "8080".
bool read_listen(std::string_view text, server::ServeOptions& options) {
  const auto colon = text.rfind(':');
  const auto port = whole_number(colon == std::string_view::npos ? text : text.substr(colon + 1), 0, 65535);
  if (!port) return false;
  options.port = static_cast<std::uint16_t>(*port);
  std::string_view address = colon == std::string_view::npos ? std::string_view() : text.substr(0, colon);
  if (address.starts_with('[') && address.ends_with(']')) address = address.substr(1, address.size() - 2);
  if (!address.empty()) options.address = address == "localhost" ? "127.0.0.1" : std::string(address);
  return true;
}

std::string web_beside_program() {
  std::error_code error;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
  return error ? "web" : (program.parent_path().parent_path() / "web").string();
}

int misused(const std::string& why) {
  std::cerr << why << '\n' << serve_usage << '\n';
  return 2;
}

}  // namespace

int run_serve(std::span<const std::string> words, policy::Library library) {
  const Arguments arguments(
      words, {.with_value = {"--listen", "--data", "--database", "--web", "--read-timeout", "--tls-cert", "--tls-key",
                             "--messages-file", "--messages-url"},
              .flags = {"--behind-tls", "--quiet"}});
  if (!arguments.fault.empty()) return misused(arguments.fault);
  if (!arguments.rest.empty()) return misused("unexpected " + arguments.rest.front());

  server::ServeOptions options;
  if (const auto listen = arguments.value("--listen"); listen && !read_listen(*listen, options)) {
    return misused("--listen wants ADDRESS:PORT");
  }
  if (const auto seconds = arguments.value("--read-timeout")) {
    const auto number = whole_number(*seconds, 1, 3600);
    if (!number) return misused("--read-timeout wants 1 to 3600 seconds");
    options.limits.read_timeout = options.limits.idle_timeout = std::chrono::seconds(*number);
  }
  options.tls_certificate = arguments.value("--tls-cert").value_or("");
  options.tls_key = arguments.value("--tls-key").value_or("");
  if (options.tls_certificate.empty() != options.tls_key.empty())
    return misused("--tls-cert and --tls-key go together");
  options.messages = {arguments.value("--messages-file").value_or(""),
                      arguments.value("--messages-url").value_or("")};
  if (!options.messages.file.empty() && !options.messages.url.empty())
    return misused("--messages-file or --messages-url, not both");
  if (!options.messages.url.empty() && !server::is_http_url(options.messages.url))
    return misused("--messages-url wants http://HOST[:PORT]/PATH");
  if (options.messages.any()) options.regions = filing::notice::read_regions(policies_bundle());
  const auto location = database::Location::of(arguments.value("--database"), arguments.value("--data"));
  if (!location) return misused(database::address_usage);
  options.location = *location;
  options.web_folder = arguments.value("--web").value_or(web_beside_program());
  options.behind_tls = arguments.has("--behind-tls");
  options.quiet = arguments.has("--quiet");
  return server::serve(std::move(options), std::move(library), [](const std::string& url) {
    std::cout << "Mingbai is listening at " << url << std::endl;
  });
}

}  // namespace mingbai::cli
