#include "shell/cli/national_send.h"

#include "shell/server/http_post.h"

namespace mingbai::cli {
namespace {

constexpr std::chrono::seconds patience{30};
constexpr std::size_t answer_bytes_most = 4 << 20;

}  // namespace

std::optional<PlatformAnswer> send_to_platform(const std::string& url, const contract::Json& message) {
  const auto posted = server::http_post(url, contract::dump(message), {}, patience);
  auto answer = posted ? contract::parse_json(posted->body, answer_bytes_most) : std::unexpected(Findings{});
  if (!answer || !answer->is_object()) return std::nullopt;
  const auto* code = contract::member(*answer, "infcode");
  const bool accepted = code != nullptr && (*code == 0 || *code == "0");
  return PlatformAnswer{accepted, std::move(*answer)};
}

}  // namespace mingbai::cli
