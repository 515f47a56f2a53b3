#include "shell/server/rate_limit.h"

#include <algorithm>
#include <cmath>

namespace mingbai::server {

double RateLimit::tokens(const std::string& key, sync::Milliseconds now) const {
  const auto found = buckets_.find(key);
  if (found == buckets_.end()) return options_.burst;
  const auto passed = static_cast<double>(std::max<std::int64_t>(0, now - found->second.at));
  return std::min(options_.burst, found->second.tokens + passed / static_cast<double>(options_.refill_ms));
}

std::optional<int> RateLimit::wait_s(const std::string& key, sync::Milliseconds now) const {
  const double left = tokens(key, now);
  if (left >= 1) return std::nullopt;
  return std::max(1,
                  static_cast<int>(std::ceil((1 - left) * static_cast<double>(options_.refill_ms) / 1000)));
}

bool RateLimit::take(const std::string& key, sync::Milliseconds now) {
  const double left = tokens(key, now);
  if (left < 1) return false;
  if (buckets_.size() >= options_.keys_most && !buckets_.contains(key)) make_room(now);
  buckets_[key] = {left - 1, now};
  return true;
}

void RateLimit::give_back(const std::string& key) {
  if (const auto found = buckets_.find(key); found != buckets_.end()) {
    found->second.tokens = std::min(options_.burst, found->second.tokens + 1);
  }
}

void RateLimit::make_room(sync::Milliseconds now) {
  std::erase_if(buckets_, [&](const auto& entry) { return tokens(entry.first, now) >= options_.burst; });
  if (buckets_.size() < options_.keys_most) return;
  const auto oldest = std::min_element(buckets_.begin(), buckets_.end(), [](const auto& a, const auto& b) {
    return a.second.at < b.second.at;
  });
  buckets_.erase(oldest);
}

}  // namespace mingbai::server
