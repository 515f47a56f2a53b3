#pragma once
// Limits by key (an account, an address): a bucket of `burst` tokens that refills steadily. One table has a
// bounded number of keys; when it is full, those that have recovered are dropped, then the least recently
// used.
//
//   RateLimit failures({.burst = 10, .refill_ms = 60'000});
//   if (auto wait_s = failures.wait_s(key, now)) …429, Retry-After: *wait_s     // asks only
//   failures.take(key, now);                                                  // counts one
//
// Belongs to one thread.

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>

#include "core/sync/instant.h"

namespace mingbai::server {

class RateLimit {
 public:
  struct Options {
    double burst = 10;
    std::int64_t refill_ms = 1000;  // one token
    std::size_t keys_most = 10'000;
  };
  explicit RateLimit(Options options) : options_(options) {}

  std::optional<int> wait_s(const std::string& key, sync::Milliseconds now) const;
  // False, and nothing counted, when there is none left.
  bool take(const std::string& key, sync::Milliseconds now);
  void give_back(const std::string& key);

 private:
  struct Bucket {
    double tokens;
    sync::Milliseconds at;
  };
  double tokens(const std::string& key, sync::Milliseconds now) const;
  void make_room(sync::Milliseconds now);
  Options options_;
  std::unordered_map<std::string, Bucket> buckets_;
};

}  // namespace mingbai::server
