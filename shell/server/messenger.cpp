#include "shell/server/messenger.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <nlohmann/json.hpp>

#include "core/store/messages.h"
#include "shell/server/clock.h"
#include "shell/server/http_post.h"
#include "shell/server/services.h"

namespace mingbai::server {
namespace {

constexpr std::chrono::milliseconds between_looks{1000};
constexpr std::chrono::seconds patience{10};
constexpr std::int64_t sequences_at_once = 500;
constexpr int messages_at_once = 100;

std::string line_of(const store::DueMessage& message) {
  return nlohmann::ordered_json{{"id", message.id}, {"to", message.to}, {"text", message.text}}.dump();
}

bool append(const std::string& path, std::string_view text) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (file < 0) return false;
  const bool written = ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size());
  const bool flushed = ::fsync(file) == 0;
  return ::close(file) == 0 && written && flushed;
}

bool sent(const MessageWay& way, const store::DueMessage& message) {
  if (!way.file.empty()) return append(way.file, line_of(message) + "\n");
  const auto answer = http_post(way.url, line_of(message), {{"Idempotency-Key", message.id}}, patience);
  return answer && answer->status / 100 == 2;
}

asio::awaitable<void> compose(Services& services, const filing::notice::Regions& regions) {
  auto behind = [](store::Database& db) { return store::messages_behind(db); };
  store::Result<bool> wanted = co_await services.read(std::move(behind));
  if (!wanted || !*wanted) co_return;
  std::function<store::Result<int>(store::Database&)> job = [&services, &regions](store::Database& db) {
    return store::compose_messages(db, services.library, regions, now(), sequences_at_once);
  };
  store::Result<int> made = co_await services.write<int>(std::move(job));
  if (made && *made > 0) services.log.write("messages_made", {{"count", std::to_string(*made)}});
}

// Those of one turn that no other server has taken, one after the other: a gateway that is down holds up the rest of the turn, not the
// server.
asio::awaitable<void> send_due(Services& services, const MessageWay& way) {
  auto find = [](store::Database& db) { return store::due_messages(db, now(), messages_at_once); };
  store::Result<std::vector<store::DueMessage>> due = co_await services.read(std::move(find));
  std::size_t sent_well = 0, failed = 0;
  for (std::size_t i = 0; due && i < due->size(); ++i) {
    const store::DueMessage& message = (*due)[i];
    std::function<store::Result<bool>(store::Database&)> claim = [id = message.id](store::Database& db) {
      return store::claim_message(db, id, now());
    };
    const store::Result<bool> ours = co_await services.write<bool>(std::move(claim));
    if (!ours || !*ours) continue;
    auto send = [way, message] { return sent(way, message); };
    const bool arrived = co_await offload(services.work, std::move(send));
    ++(arrived ? sent_well : failed);
    std::function<store::Result<bool>(store::Database&)> note = [id = message.id,
                                                                 arrived](store::Database& db) {
      auto noted = arrived ? store::message_sent(db, id, now()) : store::message_failed(db, id, now());
      return noted ? store::Result<bool>(true) : std::unexpected(std::move(noted.error()));
    };
    co_await services.write<bool>(std::move(note));
  }
  if (sent_well + failed > 0)
    services.log.write("messages_sent",
                       {{"count", std::to_string(sent_well)}, {"failed", std::to_string(failed)}});
}

}  // namespace

asio::awaitable<void> send_messages(Services& services, MessageWay way, filing::notice::Regions regions) {
  if (!way.any()) co_return;
  asio::steady_timer pause(co_await asio::this_coro::executor);
  for (;;) {
    co_await compose(services, regions);
    co_await send_due(services, way);
    pause.expires_after(between_looks);
    co_await pause.async_wait(asio::as_tuple(asio::use_awaitable));
  }
}

}  // namespace mingbai::server
