#include "core/sync/envelope.h"

#include <algorithm>

#include "core/sync/fields.h"

namespace mingbai::sync {
namespace {

using nlohmann::json;

json written(const Envelope& envelope) {
  return {{"format", envelope_format},  {"id", envelope.id},
          {"filing", envelope.filing},  {"base_version", envelope.base_version},
          {"kind", envelope.kind},      {"created_at", envelope.created_at},
          {"payload", envelope.payload}};
}

void check_sizes(const Envelope& envelope, Fields& fields) {
  if (envelope.payload.size() > payload_limit_bytes) {
    fields.fault("too_large", "payload", {"内容过大。", "The payload is too large."});
  }
  if (envelope.kind.size() > 64) fields.fault("too_large", "kind", {"内容过长。", "The text is too long."});
  if (envelope.created_at.size() > 40) {
    fields.fault("too_large", "created_at", {"内容过长。", "The text is too long."});
  }
}

Envelope read(const json& object, const std::string& place, Findings& findings) {
  Fields fields(object, place, findings);
  fields.only({"format", "id", "filing", "base_version", "kind", "created_at", "payload"});
  const auto faults = findings.size();
  if (fields.number("format") != envelope_format && findings.size() == faults) {
    fields.fault("unknown_format", "format",
                 {"不支持的信封格式。", "This envelope format is not supported."});
  }
  Envelope envelope;
  envelope.id = fields.id("id");
  envelope.filing = fields.id("filing");
  envelope.base_version = fields.number("base_version");
  envelope.kind = fields.text("kind");
  envelope.created_at = fields.text("created_at");
  envelope.payload = fields.text("payload");
  check_sizes(envelope, fields);
  return envelope;
}

}  // namespace

bool is_random_id(std::string_view text) {
  return text.size() == 32 && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
         });
}

std::string write_push(std::span<const Envelope> envelopes) {
  json list = json::array();
  for (const auto& envelope : envelopes) list.push_back(written(envelope));
  return dump({{"envelopes", std::move(list)}});
}

std::expected<std::vector<Envelope>, Findings> read_push(std::string_view text) {
  Findings findings;
  const auto root = parse_object(text, findings);
  if (!root) return std::unexpected(std::move(findings));
  Fields fields(*root, "", findings);
  fields.only({"envelopes"});
  std::vector<Envelope> envelopes;
  if (const auto* list = fields.list("envelopes")) {
    if (list->empty() || list->size() > push_limit_envelopes) {
      fields.fault("wrong_count", "envelopes",
                   {"一次须为 1 至 50 封。", "Send 1 to 50 envelopes at a time."});
    } else {
      for (std::size_t at = 0; at < list->size(); ++at) {
        envelopes.push_back(read((*list)[at], "envelopes/" + std::to_string(at), findings));
      }
    }
  }
  if (!findings.empty()) return std::unexpected(std::move(findings));
  return envelopes;
}

}  // namespace mingbai::sync
