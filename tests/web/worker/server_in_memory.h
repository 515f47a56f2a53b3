#pragma once
// The server's side of push and pull as far as devices can tell: idempotent by envelope id, a strictly rising sequence,
// the same answer to every repeat. Judges nothing.

#include <cstdlib>
#include <map>
#include <string>
#include <vector>

#include "core/sync/answer.h"
#include "core/sync/sha256.h"
#include "web/worker/desk/session.h"

namespace mingbai::worker {

class ServerInMemory {
 public:
  sync::HttpAnswer answer(const Question& question) {
    const auto after = question.path.find("after=");
    if (after != std::string::npos) return json(write_pull(pull(std::atoll(question.path.c_str() + after + 6))));
    auto envelopes = sync::read_push(question.body);
    if (!envelopes) return {.status = 422, .content_type = "application/problem+json", .body = "{}"};
    std::vector<sync::PushResult> results;
    for (const auto& envelope : *envelopes) results.push_back(receive(envelope));
    return json(write_results(results));
  }

  std::vector<sync::Record> records;

 private:
  static sync::HttpAnswer json(std::string body) {
    return {.status = 200, .content_type = "application/json", .body = std::move(body)};
  }

  sync::PushResult receive(const sync::Envelope& envelope) {
    auto [at, is_new] = by_envelope_.try_emplace(envelope.id, records.size());
    if (is_new) {
      sync::Record record;
      record.sequence = static_cast<std::int64_t>(records.size()) + 1;
      record.filing = envelope.filing;
      record.version = 1;
      record.kind = envelope.kind;
      record.envelope = envelope.id;
      record.payload = envelope.payload;
      record.receipt = sync::Receipt{"ZS" + std::to_string(record.sequence), record.sequence, "2026-11-21T10:58:05Z",
                                     sync::sha256_hex(envelope.payload)};
      record.events = {{"received", "2026-11-21T10:58:05Z"}};
      records.push_back(record);
    }
    const sync::Record& record = records[at->second];
    sync::PushResult result;
    result.id = envelope.id;
    result.outcome = sync::Outcome::received;
    result.version = record.version;
    result.receipt = record.receipt;
    return result;
  }

  sync::Pull pull(std::int64_t after) const {
    sync::Pull page;
    page.next = after;
    for (const auto& record : records) {
      if (record.sequence <= after) continue;
      page.more = page.records.size() == 3;  // small pages: many of them
      if (page.more) break;
      page.records.push_back(record);
      page.next = record.sequence;
    }
    return page;
  }

  std::map<std::string, std::size_t> by_envelope_;
};

}  // namespace mingbai::worker
