#pragma once
// The server's side of push and pull as far as devices can tell: idempotent by envelope id, a strictly rising sequence,
// the same answer to every repeat, a conflict for what was made on an older version. Judges nothing.

#include <algorithm>
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

  std::vector<sync::Record> records;  // one a filing, by the sequence of its last change
  std::map<std::string, sync::Envelope> taken, late;  // envelopes by id

 private:
  static sync::HttpAnswer json(std::string body) {
    return {.status = 200, .content_type = "application/json", .body = std::move(body)};
  }

  sync::PushResult receive(const sync::Envelope& envelope) {
    const auto at = std::ranges::find(records, envelope.filing, &sync::Record::filing);
    if (const auto known = answers_.find(envelope.id); known != answers_.end()) return known->second;
    const std::int64_t version = at == records.end() ? 0 : at->version;
    if (late.contains(envelope.id) || envelope.base_version < version) {
      late[envelope.id] = envelope;
      return {.id = envelope.id, .outcome = sync::Outcome::conflict, .current = *at};
    }
    if (envelope.base_version > version) return {.id = envelope.id, .outcome = sync::Outcome::rejected};
    sync::Record record = at == records.end() ? sync::Record{} : *at;
    if (at != records.end()) records.erase(at);
    record.sequence = ++sequence_;
    record.filing = envelope.filing;
    record.version = version + 1;
    record.kind = envelope.kind;
    record.envelope = envelope.id;
    record.payload = envelope.payload;
    record.receipt = sync::Receipt{"ZS" + std::to_string(record.sequence), record.sequence, "2026-11-21T10:58:05Z",
                                   sync::sha256_hex(envelope.payload)};
    record.events.push_back({"received", "2026-11-21T10:58:05Z"});
    records.push_back(record);
    taken[envelope.id] = envelope;
    return answers_[envelope.id] = {.id = envelope.id, .outcome = sync::Outcome::received, .version = record.version, .receipt = record.receipt};
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

  std::map<std::string, sync::PushResult> answers_;
  std::int64_t sequence_ = 0;
};

}  // namespace mingbai::worker
