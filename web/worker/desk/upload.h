#pragma once
// One paper on its way to the server (docs/formats/protocol.md, Attachments): it is announced, told which parts are there, and
// the others follow one by one. Pure: it says what to ask next and what an answer means; the desk has the papers.
//
// Nothing of the progress is kept on the device: after a restart the announcement is answered with the parts that are there.
// Failures wait by core/sync/back_off.h. A paper that the server refuses is refused for good, with its findings; what the
// server does not say itself changes nothing.
//
//   upload.begin(paper);   auto ask = upload.next();   …   auto verdict = upload.answer(http, now, random);

#include <cstdint>
#include <optional>
#include <set>
#include <string>

#include "core/store/device_papers.h"
#include "core/sync/answer.h"
#include "core/sync/instant.h"
#include "web/worker/desk/session.h"

namespace mingbai::worker {

class Upload {
 public:
  // What to ask: the announcement, or the part of that number, whose bytes the desk adds.
  struct Ask {
    Question question;
    std::optional<std::int64_t> part;
  };
  enum class Verdict : std::uint8_t { goes_on, kept, refused, waits, login_required };

  bool active() const { return paper_.has_value(); }
  bool may_ask(sync::Milliseconds now) const;
  void begin(store::Paper);
  void end() { paper_.reset(), attachment_.clear(), there_.clear(); }
  void hurry() { failures_ = 0, retry_at_.reset(), fault_ = sync::NetworkFault::none; }  // the network is back, or the person asks
  void pause(sync::Milliseconds until) { retry_at_ = until; }

  Ask next() const;
  Verdict answer(const sync::HttpAnswer&, sync::Milliseconds now, std::uint32_t random);

  const store::Paper& paper() const { return *paper_; }
  const std::string& attachment() const { return attachment_; }
  const std::string& findings() const { return findings_; }  // of a refusal
  std::int64_t sent() const { return static_cast<std::int64_t>(there_.size()); }
  std::optional<sync::Milliseconds> retry_at() const { return retry_at_; }
  sync::NetworkFault fault() const { return fault_; }

 private:
  Verdict wait(sync::NetworkFault, const sync::HttpAnswer&, sync::Milliseconds now, std::uint32_t random);

  std::optional<store::Paper> paper_;
  std::string attachment_;  // empty: not announced yet
  std::set<std::int64_t> there_;
  std::string findings_;
  int failures_ = 0;
  std::optional<sync::Milliseconds> retry_at_;
  sync::NetworkFault fault_ = sync::NetworkFault::none;
};

// How many parts a paper of that size has.
std::int64_t parts_of(const store::Paper&);

}  // namespace mingbai::worker
