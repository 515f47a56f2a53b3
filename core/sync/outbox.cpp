#include "core/sync/outbox.h"

namespace mingbai::sync {

bool may_go(const Queued& entry, std::string_view account) {
  return entry.fault.empty() && (entry.account.empty() || entry.account == account);
}

std::vector<std::size_t> next_push(std::span<const Queued> entries, std::string_view account, std::size_t limit) {
  std::vector<std::size_t> batch;
  std::size_t bytes = 0;
  for (std::size_t at = 0; at < entries.size() && batch.size() < limit; ++at) {
    if (!may_go(entries[at], account)) continue;
    bytes += write_push(std::span(&entries[at].envelope, 1)).size();
    if (bytes > push_limit_bytes && !batch.empty()) break;
    batch.push_back(at);
  }
  return batch;
}

}  // namespace mingbai::sync
