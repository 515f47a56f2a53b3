// The backup: made piece by piece out of what stands here alone, and read back all or nothing.

#include <algorithm>

#include "core/filing/judgement.h"
#include "core/store/device_filings.h"
#include "core/store/device_outbox.h"
#include "core/store/device_papers.h"
#include "web/worker/desk/backup.h"
#include "web/worker/desk/desk_transaction.h"
#include "web/worker/desk/paper_content.h"

namespace mingbai::worker {
namespace {

constexpr std::string_view no_room = "no_room_for_backup";

// As a draft it has an id of its own: its filing's is taken.
store::Draft draft_of(const sync::Queued& entry) {
  const auto& envelope = entry.envelope;
  const bool edit = envelope.base_version > 0;
  return {.id = edit ? envelope.id : envelope.filing,
          .account = {},
          .kind = envelope.kind,
          .form = entry.form,
          .updated_at = entry.queued_at,
          .filing = edit ? envelope.filing : "",
          .base_version = envelope.base_version};
}

store::Draft draft_of(const store::Conflict& conflict) {
  return {.id = conflict.id,
          .account = {},
          .kind = conflict.kind,
          .form = conflict.form,
          .updated_at = conflict.found_at,
          .filing = conflict.filing,
          .base_version = conflict.base_version};
}

}  // namespace

store::Result<Backup> Desk::local_work() {
  Backup out;
  auto drafts = store::drafts_of(*database_, account_);
  if (!drafts) return std::unexpected(std::move(drafts.error()));
  auto entries = store::entries_of(*database_, account_);
  if (!entries) return std::unexpected(std::move(entries.error()));
  auto conflicts = store::conflicts_of(*database_, account_);
  if (!conflicts) return std::unexpected(std::move(conflicts.error()));
  auto papers = store::papers_of(*database_, account_);
  if (!papers) return std::unexpected(std::move(papers.error()));
  out.drafts = std::move(*drafts);
  for (const auto& entry : *entries) out.drafts.push_back(draft_of(entry));
  for (const auto& conflict : *conflicts) out.drafts.push_back(draft_of(conflict));
  std::ranges::copy_if(*papers, std::back_inserter(out.papers), [](const auto& paper) { return paper.state == store::PaperState::waiting; });
  return out;
}

void Desk::carry_out(const MakeBackup&, const Origin& origin, sync::Milliseconds) {
  auto work = local_work();
  if (!work) return note(work.error()), refuse(origin, to_key(work.error().fault), "backup");
  if (work->drafts.size() > backup_drafts_most) return refuse(origin, "too_large", "backup");
  backup_ = {backup_head(*work), std::move(work->papers)};
  messages_.push_back({.to = origin.tab, .acknowledged = origin.number, .event = {}, .backup = true});
}

store::Result<std::string> Desk::next_backup_piece() {
  if (!backup_.head.empty()) return std::exchange(backup_.head, {});
  if (backup_.papers.empty()) return std::string();
  const store::Paper& paper = backup_.papers.front();
  auto piece = store::paper_part(*database_, paper.id, backup_.part);
  if (!piece) return note(piece.error()), piece;
  backup_.sent += static_cast<std::int64_t>(piece->size());
  ++backup_.part;
  if (piece->empty()) return std::unexpected(store::Error{store::Fault::corrupt, "a part of a paper is missing"});
  if (backup_.sent == paper.bytes) {
    backup_.papers.erase(backup_.papers.begin());
    backup_.part = backup_.sent = 0;
  }
  return piece;
}

// Whoever it belongs to: what a device has it keeps as it is.
store::Result<bool> Desk::is_here(const std::string& draft) {
  auto submitted = is_submitted(draft);
  if (!submitted || *submitted) return submitted;
  auto begun = store::find_draft(*database_, draft);
  if (!begun) return std::unexpected(std::move(begun.error()));
  auto waiting = store::find_entry(*database_, draft);
  if (!waiting) return std::unexpected(std::move(waiting.error()));
  auto late = store::find_conflict(*database_, draft);
  if (!late) return std::unexpected(std::move(late.error()));
  return begun->has_value() || waiting->has_value() || late->has_value();
}

// Looked at as if it had just been chosen: whoever gave the file may have written it himself.
store::Result<bool> Desk::take_back(store::Paper paper, const std::string& content) {
  auto known = store::find_paper(*database_, paper.id);
  if (!known) return std::unexpected(std::move(known.error()));
  auto held = store::papers_for(*database_, paper.filing);
  if (!held) return std::unexpected(std::move(held.error()));
  paper.account = account_;
  const std::string bytes = look_at(paper, content);
  const bool full = held->size() >= static_cast<std::size_t>(store::papers_most);
  if (known->has_value() || full || stands_among(*held, paper)) return false;
  auto added = store::add_paper(*database_, paper, bytes);
  if (!added) return std::unexpected(std::move(added.error()));
  return true;
}

store::Result<Restored> Desk::take_back(const Backup& backup, FileSource& file, sync::Milliseconds now) {
  Restored out;
  for (store::Draft draft : backup.drafts) {
    auto here = is_here(draft.id);
    if (!here) return std::unexpected(std::move(here.error()));
    ++(*here ? out.skipped : out.drafts);
    if (*here) continue;
    draft.account = account_;
    if (draft.updated_at == 0) draft.updated_at = now;
    if (auto saved = store::save_draft(*database_, draft); !saved) return std::unexpected(std::move(saved.error()));
  }
  for (std::size_t at = 0; at < backup.papers.size(); ++at) {
    const auto content = read_paper(backup, at, file);
    if (!content) return std::unexpected(store::Error{store::Fault::constraint, "the file has changed while it was read"});
    auto taken = take_back(backup.papers[at], *content);
    if (!taken) return std::unexpected(std::move(taken.error()));
    if (*taken) ++out.papers;
  }
  return out;
}

void Desk::carry_out(const Restore& given, const Origin& origin, sync::Milliseconds now) {
  const auto refuse_all = [&](const Findings& found) {
    tell(origin, fault_event(found.front().code, "restore", "", filing::write_bilingual(found)));
    acknowledge(origin);
  };
  if (given.file.source == nullptr) return refuse(origin, "bad_command", "restore");
  FileSource& file = *given.file.source;
  const auto backup = open_backup(file);
  if (!backup) return refuse_all({backup.error()});
  if (const Findings found = faults_of(*backup, file); !found.empty()) return refuse_all(found);
  if (!given.file.has_room_for(file.size())) return refuse(origin, no_room, "restore");
  Restored done;
  const auto noted = [&] { return store::note_done(*database_, origin.tab, origin.number, now); };
  const auto durable = in_transaction([&]() -> store::Result<void> {
    auto taken = take_back(*backup, file, now);
    if (!taken) return std::unexpected(std::move(taken.error()));
    done = *taken;
    return noted();
  });
  acknowledge(origin);
  if (durable) return tell(origin, restored_event(done));
  tell(origin, fault_event(storage_.full ? no_room : to_key(durable.error().fault), "restore"));
  if (storage_.full) (void)in_transaction(noted);  // whether words still fit is another question
}

}  // namespace mingbai::worker
