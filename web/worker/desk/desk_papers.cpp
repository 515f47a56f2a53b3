// Papers: looked at by their content when they are added, and sent part by part once their filing has its receipt.

#include <algorithm>

#include "core/filing/attachment/attachment.h"
#include "core/filing/judgement.h"
#include "core/store/device_papers.h"
#include "core/sync/sha256.h"
#include "web/worker/desk/desk_transaction.h"

namespace mingbai::worker {
namespace {

constexpr std::int64_t room_for_words_bytes = 4 << 20;  // stays free for what people write
constexpr sync::Milliseconds storage_again_ms = 5'000;

// A name as it may be shown, whatever the content is.
std::string shown_name(const std::string& given) {
  constexpr std::string_view extension = ".jpg";
  std::string name = filing::safe_name(given + ".", filing::Media::jpeg);
  name.resize(name.size() - extension.size());
  return name;
}

bool fits(const Enclosure& file) {
  const auto wanted = 2 * static_cast<std::int64_t>(file.bytes.size()) + room_for_words_bytes;  // the log holds it, too
  return !file.room_bytes || *file.room_bytes >= wanted;
}

}  // namespace

// What may not be sent is kept as a row without content, so that the list says why.
void Desk::carry_out(const AddPaper& add, const Origin& origin, sync::Milliseconds now) {
  auto held = store::papers_for(*database_, add.filing);
  if (!held) return note(held.error()), refuse(origin, to_key(held.error().fault), "paper_add", add.filing);
  store::Paper paper{.id = add.id,
                     .account = account_,
                     .filing = add.filing,
                     .document = add.document,
                     .name = shown_name(add.name),
                     .bytes = static_cast<std::int64_t>(add.file.bytes.size()),
                     .added_at = now};
  auto clean = filing::clean_attachment(add.file.bytes, {});
  if (clean) {
    paper.name = filing::safe_name(add.name, clean->media);
    paper.media = filing::to_mime(clean->media);
    paper.bytes = static_cast<std::int64_t>(clean->bytes.size());
    paper.sha256 = sync::sha256_hex(clean->bytes);
    const bool known = std::ranges::any_of(*held, [&](const store::Paper& one) {
      return one.document == paper.document && one.sha256 == paper.sha256 && one.state != store::PaperState::refused;
    });
    if (known) return acknowledge(origin);
    if (held->size() >= static_cast<std::size_t>(store::papers_most)) return refuse(origin, "too_many_papers", "paper_add", add.filing);
    if (!fits(add.file)) return refuse(origin, "no_room_for_paper", "paper_add", add.filing);
  } else {
    paper.state = store::PaperState::refused;
    paper.findings = filing::write_bilingual(clean.error());
  }
  const bool durable = in_transaction([&]() -> store::Result<void> {
    if (auto added = store::add_paper(*database_, paper, clean ? std::string_view(clean->bytes) : std::string_view()); !added) return added;
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
