#include "core/store/decisions.h"

#include "core/filing/automatic.h"
#include "core/filing/civil_day.h"
#include "core/filing/masking.h"
#include "core/store/adoption.h"
#include "core/store/sweep.h"

namespace mingbai::store {
namespace {

using filing::EventType;

filing::Judgement judged(const policy::Library& library, const Standing& standing,
                         const std::vector<std::string>& providers, Date today, filing::Vouched vouched) {
  sync::Envelope envelope;
  envelope.kind = standing.rules.kind;
  envelope.payload = filing::with_providers(library, standing.payload, providers, today, vouched);
  return filing::judge(library, envelope, today);
}

// What stood when an office, or a list in hand, answered for the institutions.
filing::Judgement judged_today(const policy::Library& library, const Standing& standing, Date today) {
  return judged(library, standing, standing.life.providers, today, filing::Vouched::by_an_office);
}

Finding office_answers_for_it() {
  Finding finding;
  finding.code = "institution_unverified";
  finding.fact = "providers";
  finding.message = {"手上没有名单能说明新选的机构有资格。",
                     "No list in hand says that the institution chosen is qualified."};
  finding.remedy = {"请到医院医保办或医保经办窗口换，由他们核实后办。",
                    "Ask the hospital's insurance office or the agency's counter: they check it and make the change."};
  return finding;
}

// A person changes to what a list holds; for the rest an office has to answer.
std::string against_change(const policy::Library& library, const Standing& standing, const filing::Event& event) {
  const auto found = [&](filing::Vouched vouched) {
    const auto judgement = judged(library, standing, event.providers, event.day, vouched);
    return judgement.received ? std::string("[]") : judgement.findings;
  };
  const std::string by_office = found(filing::Vouched::by_an_office);
  if (by_office != "[]" || filing::decides(event.by) || found(filing::Vouched::no) == "[]") return by_office;
  return filing::write_bilingual({office_answers_for_it()});
}

// Two JSON arrays of findings as one.
std::string joined(const std::string& some, const std::string& more) {
  if (some == "[]") return more;
  if (more == "[]") return some;
  return some.substr(0, some.size() - 1) + "," + more.substr(1);
}

filing::Event completed(const Act& act, const Access& access, const Standing& standing, std::int64_t actor,
                        sync::Milliseconds now) {
  filing::Event event = act.event;
  event.at = now;
  event.day = filing::day_in_china(now);
  event.actor = actor;
  event.by = access.role;
  event.institution = access.institution;
  event.region = access.region;
  event.reason = filing::masked_text(event.reason);
  event.text = filing::masked_text(event.text);
  event.reasons = filing::masked_json(event.reasons);
  if (event.type == EventType::refused && event.reasons == "[]")
    event.reasons = standing.life.proposed_reasons;
  return event;
}

// Everything against it at once: the check's reasons of today, and those of stage, role and rules.
std::string faults(const policy::Library& library, const Standing& standing, filing::Event& event) {
  std::string found = "[]";
  if (event.type == EventType::providers_changed) found = against_change(library, standing, event);
  if (event.type == EventType::reviewed) {
    const auto judgement = judged_today(library, standing, event.day);
    if (!judgement.received) found = judgement.findings;
    const bool renews = standing.life.stage == filing::Stage::recheck_due;
    filing::grant_days(renews ? judgement.rules : standing.rules, event);
  }
  const auto next = filing::advance(standing.rules, standing.life, event);
  return next ? found : joined(found, filing::write_bilingual(next.error()));
}

Result<ActResult> carried_out(Database& db, const policy::Library& library, Standing& standing,
                              const Act& act, filing::Event event, sync::Milliseconds now) {
  auto sequence = next_sequence(db);
  if (!sequence) return std::unexpected(std::move(sequence.error()));
  const auto version = standing.version + 1;
  std::vector<KeptEvent> kept;
  kept.push_back({.id = act.id, .detail = "{}", .event = std::move(event)});
  auto done = add_events(db, standing, std::move(kept), version, *sequence, filing::day_in_china(now));
  if (done) done = bring_about(db, library, standing, now, version, *sequence);
  if (done) done = touch_filing(db, standing.filing, version, *sequence);
  if (!done) return std::unexpected(std::move(done.error()));
  return ActResult{.outcome = Acted::done};
}

Result<std::optional<ActResult>> repeated(Database& db, const Asker& asker, const Act& act) {
  if (act.id.empty()) return std::nullopt;
  auto known = known_event(db, act.id);
  if (!known) return std::unexpected(std::move(known.error()));
  if (!*known) return std::nullopt;
  const bool same = (*known)->filing == act.filing && (*known)->actor == asker.account &&
                    (*known)->type == to_key(act.event.type);
  return ActResult{.outcome = same ? Acted::done : Acted::reused};
}

}  // namespace

Result<ActResult> act(Database& db, const policy::Library& library, const Asker& asker, const Act& act,
                      sync::Milliseconds now) {
  auto again = repeated(db, asker, act);
  if (!again) return std::unexpected(std::move(again.error()));
  if (*again) return std::move(**again);
  auto standing = adopted_standing(db, act.filing);
  if (!standing) return std::unexpected(std::move(standing.error()));
  if (!*standing) return ActResult{.outcome = Acted::unknown};
  const Date today = filing::day_in_china(now);
  const auto action = filing::action_of(act.event.type);
  auto seen = access_to(db, asker, **standing, filing::Action::view, today);
  if (!seen) return std::unexpected(std::move(seen.error()));
  if (seen->permission != filing::Permission::allowed) return ActResult{.outcome = Acted::unknown};
  if (!action) return ActResult{.outcome = Acted::not_allowed};
  auto access = access_to(db, asker, **standing, *action, today);
  if (!access) return std::unexpected(std::move(access.error()));
  if (access->permission != filing::Permission::allowed) return ActResult{.outcome = Acted::not_allowed};
  if (act.version != (*standing)->version) return ActResult{.outcome = Acted::stale};
  auto event = completed(act, *access, **standing, asker.account, now);
  if (auto found = faults(library, **standing, event); found != "[]")
    return ActResult{.outcome = Acted::refused, .findings = std::move(found)};
  return carried_out(db, library, **standing, act, std::move(event), now);
}

}  // namespace mingbai::store
