#include "core/store/filing_intake.h"

#include "core/filing/automatic.h"
#include "core/filing/civil_day.h"
#include "core/filing/receipt_number.h"
#include "core/store/adoption.h"
#include "core/store/audit.h"
#include "core/store/filings.h"
#include "core/store/lives.h"
#include "core/store/query.h"

namespace mingbai::store {
namespace {

using filing::Judgement;
using sync::Envelope;
using sync::Milliseconds;
using sync::Outcome;
using sync::PushResult;

struct Known {
  std::int64_t account;
  std::string filing;
  std::string outcome;
  std::int64_t version;
  sync::Receipt receipt;
  std::string findings;
};

struct Place {
  std::int64_t account;
  std::int64_t version;
  std::string state;
};

Result<std::optional<Known>> known_envelope(Database& db, std::string_view id) {
  return first(
      db,
      [](Statement& row) {
        return Known{row.integer(0),
                     row.text(1),
                     row.text(2),
                     row.integer(3),
                     {row.text(4), row.integer(5), sync::utc_text(row.integer(6)), row.text(7)},
                     row.text(8)};
      },
      "SELECT account, filing, outcome, version, receipt, sequence, decided_at_ms, sha256, findings FROM "
      "envelope "
      "WHERE id = ?",
      id);
}

Result<std::optional<Place>> place_of(Database& db, std::string_view filing) {
  return first(
      db,
      [](Statement& row) {
        return Place{row.integer(0), row.integer(1), row.text(2)};
      },
      "SELECT account, version, state FROM filing WHERE id = ?", filing);
}

PushResult rejected(const Envelope& envelope, std::string code, std::string fact, Text message, Text remedy) {
  Finding finding;
  finding.code = std::move(code);
  finding.fact = std::move(fact);
  finding.message = std::move(message);
  finding.remedy = std::move(remedy);
  return {.id = envelope.id, .outcome = Outcome::rejected, .findings = filing::write_bilingual({finding})};
}

PushResult reused(const Envelope& envelope) {
  return rejected(envelope, "envelope_reused", "id",
                  {"这个信封编号已用于另一份内容。", "This envelope id has been used for other content."},
                  {"请把修改作为新的信封提交。", "Send the change as a new envelope."});
}

PushResult unknown_filing(const Envelope& envelope) {
  return rejected(envelope, "filing_unknown", "filing",
                  {"您的账户下没有这份备案。", "Your account has no such filing."},
                  {"请先同步，再从自己的备案中选择。", "Sync first, then choose one of your own filings."});
}

PushResult ahead(const Envelope& envelope) {
  return rejected(
      envelope, "version_ahead", "base_version",
      {"这次修改所依据的版本尚未到达。", "The version this edit was made on has not arrived yet."},
      {"请先提交较早的修改，再重新提交。", "Send the earlier edit first, then send this one again."});
}

Result<PushResult> conflict(Database& db, const Envelope& envelope) {
  auto current = filing_record(db, envelope.filing);
  if (!current) return std::unexpected(std::move(current.error()));
  return PushResult{.id = envelope.id, .outcome = Outcome::conflict, .current = std::move(*current)};
}

PushResult decided(const std::string& id, const Known& known) {
  if (known.outcome == "received") {
    return {.id = id, .outcome = Outcome::received, .version = known.version, .receipt = known.receipt};
  }
  return {.id = id,
          .outcome = Outcome::refused,
          .version = known.version,
          .findings = known.findings,
          .decided_at = known.receipt.received_at,
          .sha256 = known.receipt.sha256};
}

Result<PushResult> repeated(Database& db, std::int64_t account, const Envelope& envelope,
                            const std::string& sha256, const Known& known, Milliseconds now) {
  const bool same =
      known.account == account && known.filing == envelope.filing && known.receipt.sha256 == sha256;
  if (!same) {
    auto noted = append_audit(db, {.at = now, .actor = account, .action = "envelope_reused", .detail = envelope.id});
    if (!noted) return std::unexpected(std::move(noted.error()));
    return reused(envelope);
  }
  if (known.outcome == "conflict") return conflict(db, envelope);
  return decided(envelope.id, known);
}

Result<void> keep(Database& db, std::int64_t account, const Envelope& envelope, const Known& known,
                  Milliseconds now) {
  const bool received = known.outcome == "received";
  return run(
      db,
      "INSERT INTO envelope(id, sequence, account, filing, base_version, kind, created_at, payload, sha256, "
      "outcome, version, receipt, findings, decided_at_ms) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      envelope.id, known.receipt.sequence, account, envelope.filing, envelope.base_version, envelope.kind,
      envelope.created_at, envelope.payload, known.receipt.sha256, known.outcome, known.version,
      received ? std::optional(known.receipt.number) : std::nullopt, known.findings, now);
}

Result<void> move_filing(Database& db, std::int64_t account, const Envelope& envelope, const Known& known,
                         const std::optional<Place>& standing) {
  if (!standing) {
    return run(db,
               "INSERT INTO filing(id, account, kind, state, version, envelope, sequence) VALUES(?, ?, ?, ?, "
               "?, ?, ?)",
               envelope.filing, account, envelope.kind, known.outcome, known.version, envelope.id,
               known.receipt.sequence);
  }
  if (known.outcome == "refused" && standing->state == "received") {
    return run(db, "UPDATE filing SET version = ?, sequence = ? WHERE id = ?", known.version,
               known.receipt.sequence, envelope.filing);
  }
  return run(
      db, "UPDATE filing SET kind = ?, state = ?, version = ?, envelope = ?, sequence = ? WHERE id = ?",
      envelope.kind, known.outcome, known.version, envelope.id, known.receipt.sequence, envelope.filing);
}

filing::EventType submission(const filing::Life& life) {
  return life.stage == filing::Stage::supplement_asked ? filing::EventType::supplied
                                                       : filing::EventType::submitted;
}

// The events of a sending: what the person did, and what follows at once.
std::vector<filing::Event> events_of_sending(const Standing& standing, const Envelope& envelope,
                                             const Judgement& judgement, bool received, Milliseconds now) {
  filing::Event event{.at = now, .day = filing::day_in_china(now)};
  event.envelope = envelope.id;
  if (!received) {
    event.type = filing::EventType::refused;
    event.reasons = judgement.findings;
    return {event};
  }
  event.type = submission(standing.life);
  event.by = judgement.matter.by_agent ? filing::Role::agent : filing::Role::insured;
  if (filing::decides(judgement.taking.by)) {
    event.by = judgement.taking.by;
    event.institution = judgement.taking.institution;
    event.region = judgement.taking.region;
  }
  event.actor = standing.account;
  std::vector<filing::Event> events = {event};
  for (auto& next :
       filing::automatic_events(judgement.rules, filing::after(standing.life, event), now, nullptr))
    events.push_back(std::move(next));
  return events;
}

Result<Standing> standing_before(Database& db, std::int64_t account, const Envelope& envelope, bool known) {
  Standing fresh{.filing = envelope.filing, .account = account, .rules = {.kind = envelope.kind}};
  if (!known) return fresh;
  auto found = adopted_standing(db, envelope.filing);
  if (!found) return std::unexpected(std::move(found.error()));
  return *found ? std::move(**found) : std::move(fresh);
}

// A withdrawn, cancelled or expired filing takes no edit: the same findings as every other reader of the life
// gets.
std::optional<std::string> forbidden(const Standing& standing, const Judgement& judgement, Milliseconds now) {
  filing::Event event{.type = submission(standing.life), .at = now, .day = filing::day_in_china(now)};
  event.by = filing::Role::insured;
  const auto allowed = filing::advance(judgement.rules, standing.life, event);
  return allowed ? std::nullopt : std::optional(filing::write_bilingual(allowed.error()));
}

}  // namespace

Result<PushResult> take_in(Database& db, std::int64_t account, const Envelope& envelope,
                           const Judgement& judged, Milliseconds now, std::string_view person) {
  auto known = known_envelope(db, envelope.id);
  if (!known) return std::unexpected(std::move(known.error()));
  if (*known) return repeated(db, account, envelope, judged.sha256, **known, now);

  auto place = place_of(db, envelope.filing);
  if (!place) return std::unexpected(std::move(place.error()));
  if (*place && (*place)->account != account) return unknown_filing(envelope);
  const std::int64_t version = *place ? (*place)->version : 0;
  if (envelope.base_version > version) return ahead(envelope);
  const bool older = envelope.base_version < version;

  auto standing = standing_before(db, account, envelope, place->has_value());
  if (!standing) return std::unexpected(std::move(standing.error()));
  Judgement judgement = judged;
  if (const auto why = forbidden(*standing, judgement, now); why && judgement.received) {
    judgement.received = false;
    judgement.findings = *why;
  }
  auto sequence = next_sequence(db);
  if (!sequence) return std::unexpected(std::move(sequence.error()));
  Known fresh{.account = account,
              .filing = envelope.filing,
              .outcome = older                ? "conflict"
                         : judgement.received ? "received"
                                              : "refused",
              .version = older ? version : version + 1,
              .receipt = {"", *sequence, sync::utc_text(now), judgement.sha256},
              .findings = judgement.findings};
  if (fresh.outcome == "received") {
    fresh.receipt.number = filing::receipt_number(judgement.policy, filing::day_in_china(now), *sequence);
  }
  if (auto kept = keep(db, account, envelope, fresh, now); !kept)
    return std::unexpected(std::move(kept.error()));
  if (older) return conflict(db, envelope);
  if (auto moved = move_filing(db, account, envelope, fresh, *place); !moved) {
    return std::unexpected(std::move(moved.error()));
  }
  auto events = events_of_sending(*standing, envelope, judgement, judgement.received, now);
  if (judgement.received || standing->events.empty())
    take_matter(*standing, judgement.rules, judgement.matter, std::string(person));
  if (auto added =
          add_events(db, *standing, std::move(events), fresh.version, *sequence, filing::day_in_china(now));
      !added)
    return std::unexpected(std::move(added.error()));
  return decided(envelope.id, fresh);
}

}  // namespace mingbai::store
