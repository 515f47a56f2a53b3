#include "core/store/sweep.h"

#include "core/filing/automatic.h"
#include "core/filing/civil_day.h"
#include "core/filing/person_key.h"
#include "core/store/adoption.h"
#include "core/store/query.h"

namespace mingbai::store {
namespace {

using sync::Milliseconds;

filing::Judgement judged(const policy::Library& library, const Standing& standing, Date day) {
  sync::Envelope envelope;
  envelope.kind = standing.rules.kind;
  envelope.payload = filing::with_providers(library, standing.payload, standing.life.providers, day,
                                            filing::Vouched::by_an_office);
  return filing::judge(library, envelope, day);
}

// An adopted filing's rules and matter, as of the day it was handed in.
void read_matter(const policy::Library& library, std::string_view secret, Standing& standing, Date today) {
  const Date handed_in = standing.events.empty() ? today : standing.events.back().event.day;
  const auto judgement = judged(library, standing, handed_in);
  take_matter(standing, judgement.rules, judgement.matter,
              filing::person_key(secret, judgement.matter.certificate));
  if (standing.policy.empty()) standing.policy = "-";
}

Result<bool> sweep_one(Database& db, const policy::Library& library, std::string_view secret,
                       const std::string& id, Milliseconds now) {
  auto standing = standing_of(db, id);
  if (!standing) return std::unexpected(std::move(standing.error()));
  if (!*standing) return false;
  const Date today = filing::day_in_china(now);
  if (!is_judged(**standing)) read_matter(library, secret, **standing, today);
  const auto again = [&] { return judged(library, **standing, today); };
  auto events = filing::automatic_events((*standing)->rules, (*standing)->life, now, again);
  if (events.empty()) {
    auto put = add_events(db, **standing, std::vector<filing::Event>(), (*standing)->version, 0, today);
    return put ? Result<bool>(false) : std::unexpected(std::move(put.error()));
  }
  auto sequence = next_sequence(db);
  if (!sequence) return std::unexpected(std::move(sequence.error()));
  const auto version = (*standing)->version + 1;
  auto done = add_events(db, **standing, std::move(events), version, *sequence, today);
  if (done) done = touch_filing(db, id, version, *sequence);
  return done ? Result<bool>(true) : std::unexpected(std::move(done.error()));
}

}  // namespace

Result<bool> anything_due(Database& db, Date today) {
  auto found = first(
      db, [](Statement& row) { return row.integer(0); },
      "SELECT 1 FROM life WHERE due_day IS NOT NULL AND due_day <= ? LIMIT 1", today.days);
  if (!found) return std::unexpected(std::move(found.error()));
  return found->has_value();
}

Result<int> sweep(Database& db, const policy::Library& library, std::string_view secret, Milliseconds now,
                  int most) {
  std::vector<std::string> due;
  auto read = each(
      db, [&](Statement& row) { due.push_back(row.text(0)); },
      "SELECT filing FROM life WHERE due_day IS NOT NULL AND due_day <= ? ORDER BY due_day, filing LIMIT ?",
      filing::day_in_china(now).days, most);
  if (!read) return std::unexpected(std::move(read.error()));
  int changed = 0;
  for (const auto& id : due) {
    auto done = sweep_one(db, library, secret, id, now);
    if (!done) return std::unexpected(std::move(done.error()));
    changed += *done ? 1 : 0;
  }
  return changed;
}

Result<void> bring_about(Database& db, const policy::Library& library, Standing& standing, Milliseconds now,
                         std::int64_t version, std::int64_t sequence) {
  const Date today = filing::day_in_china(now);
  const auto again = [&] { return judged(library, standing, today); };
  auto events = filing::automatic_events(standing.rules, standing.life, now, again);
  if (events.empty()) return {};
  return add_events(db, standing, std::move(events), version, sequence, today);
}

}  // namespace mingbai::store
