// Papers: looked at by their content when they are added, and sent part by part once their filing has its receipt.

#include <algorithm>

#include "core/store/device_papers.h"
#include "web/worker/desk/desk_transaction.h"
#include "web/worker/desk/paper_content.h"

namespace mingbai::worker {
namespace {

constexpr std::int64_t bytes_most = (10 << 20) + 1;  // one more than may be kept, to see that it is more
constexpr sync::Milliseconds storage_again_ms = 5'000;

// A file that cannot be read any more is empty, and refused as that.
std::string content_of(const Enclosure& file) {
  if (file.source == nullptr) return {};
  return file.source->read(0, std::min(file.source->size(), bytes_most)).value_or("");
}

}  // namespace

// What may not be sent is kept as a row without content, so that the list says why.
void Desk::carry_out(const AddPaper& add, const Origin& origin, sync::Milliseconds now) {
  auto held = store::papers_for(*database_, add.filing);
  if (!held) return note(held.error()), refuse(origin, to_key(held.error().fault), "paper_add", add.filing);
  const std::string content = content_of(add.file);
  store::Paper paper{
      .id = add.id, .account = account_, .filing = add.filing, .document = add.document, .name = add.name, .added_at = now};
  const std::string bytes = look_at(paper, content);
  if (paper.state != store::PaperState::refused) {
    if (stands_among(*held, paper)) return acknowledge(origin);
    if (held->size() >= static_cast<std::size_t>(store::papers_most)) return refuse(origin, "too_many_papers", "paper_add", add.filing);
    if (!add.file.has_room_for(static_cast<std::int64_t>(content.size()))) return refuse(origin, "no_room_for_paper", "paper_add", add.filing);
  }
  const bool durable = in_transaction([&]() -> store::Result<void> {
    if (auto added = store::add_paper(*database_, paper, bytes); !added) return added;
    return store::note_done(*database_, origin.tab, origin.number, now);
  }).has_value();
  acknowledge(origin);
  if (durable) {
    if (!keeps()) tell(origin, fault_event("not_durable", "paper_add", add.filing));
    return;
  }
  if (!storage_.full) return tell(origin, fault_event("io_error", "paper_add", add.filing));
  // Too large for what is left; whether words still fit is another question, and the state answers it.
  tell(origin, fault_event("no_room_for_paper", "paper_add", add.filing));
  (void)in_transaction([&] { return store::note_done(*database_, origin.tab, origin.number, now); });
}

void Desk::carry_out(const DeletePaper& given, const Origin& origin, sync::Milliseconds now) {
  if (upload_.active() && upload_.paper().id == given.id) leave_upload();
  do_once(origin, "paper_delete", given.id, now, [&] { return store::delete_paper(*database_, given.id); });
}

void Desk::leave_upload() {
  upload_.end();
  upload_.hurry();
  upload_request_ = 0;
}

void Desk::start_upload(sync::Milliseconds now) {
  if (!logged_in() || upload_request_ != 0 || !upload_.may_ask(now)) return;
  if (!cycle_.online() || cycle_.fault() != sync::NetworkFault::none) return;
  if (!upload_.active()) {
    auto paper = store::next_paper(*database_, account_);
    if (!paper) return note(paper.error());
    if (!*paper) return;
    upload_.begin(std::move(**paper));
    changed_ = true;
  }
  auto [question, part] = upload_.next();
  if (part) {
    auto bytes = store::paper_part(*database_, upload_.paper().id, *part);
    if (!bytes) return note(bytes.error());
    question.body = std::move(*bytes);
  }
  upload_request_ = ask(std::move(question));
}

void Desk::answer_upload(const sync::HttpAnswer& answer, sync::Milliseconds now) {
  changed_ = true;
  switch (upload_.answer(answer, now, random_number(randomness_))) {
    case Upload::Verdict::goes_on:
    case Upload::Verdict::waits: return;
    case Upload::Verdict::kept: return settle_upload(store::PaperState::kept, now);
    case Upload::Verdict::refused: return settle_upload(store::PaperState::refused, now);
    case Upload::Verdict::login_required:
      upload_.end();
      upload_.pause(now + storage_again_ms);
      cycle_.wish();  // its answer tells everybody that the session is over
  }
}

void Desk::settle_upload(store::PaperState state, sync::Milliseconds now) {
  const bool kept = state == store::PaperState::kept;
  const auto settled = in_transaction([&] {
    return store::settle_paper(*database_, upload_.paper().id, state, kept ? upload_.attachment() : "", kept ? "[]" : upload_.findings());
  });
  upload_.end();
  if (!settled) upload_.pause(now + storage_again_ms);
}

}  // namespace mingbai::worker
