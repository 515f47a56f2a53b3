#include "web/worker/desk/upload.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/sync/back_off.h"
#include "core/sync/envelope.h"
#include "core/sync/fields.h"

namespace mingbai::worker {
namespace {

using nlohmann::json;

constexpr int longest_retry_after_s = 300;

std::string word(const json& object, const char* key) {
  const auto at = object.find(key);
  return at != object.end() && at->is_string() ? at->get<std::string>() : std::string();
}

// Numbers of parts, rising or not, each below `of`.
std::optional<std::set<std::int64_t>> read_parts(const json& object, std::int64_t of) {
  const auto at = object.find("parts");
  if (at == object.end() || !at->is_array()) return std::nullopt;
  std::set<std::int64_t> parts;
  for (const auto& part : *at) {
    if (!part.is_number_integer() || part.get<std::int64_t>() < 0 || part.get<std::int64_t>() >= of) return std::nullopt;
    parts.insert(part.get<std::int64_t>());
  }
  return parts;
}

bool same_cut(const json& object) {
  const auto at = object.find("part_bytes");
  return at == object.end() || (at->is_number_integer() && at->get<std::int64_t>() == store::paper_part_bytes);
}

}  // namespace

std::int64_t parts_of(const store::Paper& paper) {
  return (paper.bytes + store::paper_part_bytes - 1) / store::paper_part_bytes;
}

void Upload::begin(store::Paper paper) {
  end();
  paper_ = std::move(paper);
}

// A wait longer than any that is set means that the device's clock was moved: it is over.
bool Upload::may_ask(sync::Milliseconds now) const {
  return !retry_at_ || now >= *retry_at_ || *retry_at_ - now > longest_retry_after_s * 1000;
}

Upload::Ask Upload::next() const {
  if (attachment_.empty()) {
    const json body = {{"document", paper_->document}, {"name", paper_->name}, {"bytes", paper_->bytes}, {"sha256", paper_->sha256}};
    return {{"POST", "/api/v1/filings/" + paper_->filing + "/attachments", sync::dump(body)}, std::nullopt};
  }
  std::int64_t part = 0;
  while (there_.contains(part)) ++part;
  part = std::min(part, parts_of(*paper_) - 1);
  return {{"POST", "/api/v1/attachments/" + attachment_ + "?part=" + std::to_string(part), "", "application/octet-stream"}, part};
}

Upload::Verdict Upload::answer(const sync::HttpAnswer& answer, sync::Milliseconds now, std::uint32_t random) {
  const sync::NetworkFault fault = sync::fault_of(answer);
  if (fault == sync::NetworkFault::login_required) return Verdict::login_required;
  // A filing that takes no papers any more, and a paper that is none, are the server's last words; an upload that it
  // has forgotten is announced anew.
  const bool told = sync::is_json(answer) && (answer.status == 403 || answer.status == 404);
  if (told && answer.status == 404 && !attachment_.empty()) {
    attachment_.clear();
    there_.clear();
    return wait(sync::NetworkFault::server_fault, answer, now, random);
  }
  if (told || fault == sync::NetworkFault::refused_message) {
    findings_ = sync::read_problem(answer).findings;
    return Verdict::refused;
  }
  if (fault != sync::NetworkFault::none) return wait(fault, answer, now, random);
  Findings unreadable;
  const auto body = sync::parse_object(answer.body, unreadable);
  const std::string id = body ? word(*body, "attachment") : std::string();
  const std::string state = body ? word(*body, "state") : std::string();
  const bool ours = sync::is_random_id(id) && (attachment_.empty() || attachment_ == id);
  if (!ours) return wait(sync::NetworkFault::server_fault, answer, now, random);
  if (state == "kept") {
    attachment_ = id;
    hurry();
    return Verdict::kept;
  }
  auto there = read_parts(*body, parts_of(*paper_));
  if (state != "receiving" || !there || !same_cut(*body)) return wait(sync::NetworkFault::server_fault, answer, now, random);
  attachment_ = id;
  there_ = std::move(*there);
  hurry();
  return Verdict::goes_on;
}

Upload::Verdict Upload::wait(sync::NetworkFault fault, const sync::HttpAnswer& answer, sync::Milliseconds now,
                             std::uint32_t random) {
  fault_ = fault;
  auto delay = sync::delay_ms(++failures_, random);
  if (answer.retry_after_s) delay = std::max(delay, std::int64_t{1000} * std::clamp(*answer.retry_after_s, 0, longest_retry_after_s));
  retry_at_ = now + delay;
  return Verdict::waits;
}

}  // namespace mingbai::worker
