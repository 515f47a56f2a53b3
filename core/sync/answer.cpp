#include "core/sync/answer.h"

#include <algorithm>

#include "core/sync/fields.h"
#include "core/sync/sha256.h"

namespace mingbai::sync {
namespace {

std::string lower(std::string_view text) {
  std::string lowered(text);
  std::transform(lowered.begin(), lowered.end(), lowered.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return lowered;
}

bool about(const PushResult& result, const Envelope& envelope) {
  if (result.id != envelope.id) return false;
  switch (result.outcome) {
    case Outcome::received:
      return result.receipt && !result.receipt->number.empty() && result.receipt->sequence > 0 &&
             result.receipt->sha256 == sha256_hex(envelope.payload);
    case Outcome::refused: return result.sha256 == sha256_hex(envelope.payload);
    case Outcome::conflict: return result.current && result.current->filing == envelope.filing;
    case Outcome::rejected: return true;
  }
  return false;
}

}  // namespace

std::string_view to_key(NetworkFault fault) {
  switch (fault) {
    case NetworkFault::none: return "";
    case NetworkFault::offline: return "offline";
    case NetworkFault::unreachable: return "unreachable";
    case NetworkFault::server_html: return "server_html";
    case NetworkFault::server_fault: return "server_fault";
    case NetworkFault::busy: return "busy";
    case NetworkFault::login_required: return "login_required";
    case NetworkFault::refused_message: return "refused_message";
  }
  return "server_fault";
}

bool is_json(const HttpAnswer& answer) {
  const std::string type = lower(answer.content_type.substr(0, answer.content_type.find(';')));
  const std::string_view bare = std::string_view(type).substr(0, type.find_last_not_of(" \t") + 1);
  return bare == "application/json" || bare == "application/problem+json";
}

NetworkFault fault_of(const HttpAnswer& answer) {
  if (answer.status == 0) return NetworkFault::unreachable;
  if (answer.status >= 500) return NetworkFault::server_fault;
  if (answer.status == 429) return NetworkFault::busy;
  if (!is_json(answer)) return NetworkFault::server_html;
  if (answer.status == 401) return NetworkFault::login_required;
  if (answer.status == 400 || answer.status == 413 || answer.status == 422) return NetworkFault::refused_message;
  if (answer.status < 200 || answer.status > 299) return NetworkFault::server_fault;
  return NetworkFault::none;
}

std::expected<std::vector<PushResult>, NetworkFault> read_push_answer(std::span<const Envelope> sent,
                                                                      const HttpAnswer& answer) {
  if (const NetworkFault fault = fault_of(answer); fault != NetworkFault::none) return std::unexpected(fault);
  auto results = read_results(answer.body);
  if (!results || answer.status != 200 || results->size() != sent.size()) {
    return std::unexpected(NetworkFault::server_fault);
  }
  for (std::size_t at = 0; at < sent.size(); ++at) {
    if (!about((*results)[at], sent[at])) return std::unexpected(NetworkFault::server_fault);
  }
  return std::move(*results);
}

std::expected<Pull, NetworkFault> read_pull_answer(std::int64_t after, const HttpAnswer& answer) {
  if (const NetworkFault fault = fault_of(answer); fault != NetworkFault::none) return std::unexpected(fault);
  auto pull = read_pull(answer.body);
  if (!pull || answer.status != 200) return std::unexpected(NetworkFault::server_fault);
  std::int64_t last = after;
  for (const auto& record : pull->records) {
    if (record.sequence <= last) return std::unexpected(NetworkFault::server_fault);
    last = record.sequence;
  }
  if (pull->next < last || (pull->more && pull->next <= after)) return std::unexpected(NetworkFault::server_fault);
  return std::move(*pull);
}

Problem read_problem(const HttpAnswer& answer) {
  Problem problem;
  Findings unreadable;
  const auto body = parse_object(answer.body, unreadable);
  if (!body) return problem;
  const auto findings = body->find("findings");
  if (findings == body->end() || !findings->is_array() || findings->empty()) return problem;
  problem.findings = dump(*findings);
  const auto& first = findings->front();
  if (first.is_object() && first.contains("code") && first["code"].is_string()) {
    problem.code = first["code"].get<std::string>();
  }
  return problem;
}

}  // namespace mingbai::sync
