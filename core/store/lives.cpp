#include "core/store/lives.h"

#include "core/store/query.h"

namespace mingbai::store {
namespace {

std::optional<std::int64_t> days(const std::optional<Date>& day) {
  return day ? std::optional<std::int64_t>(day->days) : std::nullopt;
}

Result<void> put_row(Database& db, const Standing& standing, std::optional<Date> due) {
  const auto& life = standing.life;
  return run(
      db,
      "INSERT INTO life(filing, stage, since_ms, role, effective_from, effective_to, due_day, submitted, "
      "rules, "
      "policy, region, institution, subject, by_agent, person) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, "
      "?10, "
      "?11, ?12, ?13, ?14, ?15) ON CONFLICT(filing) DO UPDATE SET stage = ?2, since_ms = ?3, role = ?4, "
      "effective_from = ?5, effective_to = ?6, due_day = ?7, rules = ?9, policy = ?10, region = ?11, "
      "institution = ?12, subject = ?13, by_agent = ?14, person = ?15",
      standing.filing, to_key(life.stage), life.since, to_key(life.by), days(life.effective_from),
      days(life.effective_to), days(due), standing.events.empty() ? 0 : standing.events.front().sequence,
      filing::write_rules(standing.rules), standing.policy, standing.region, standing.institution,
      standing.subject, standing.by_agent ? 1 : 0, standing.person);
}

}  // namespace

Result<std::optional<Standing>> standing_of(Database& db, std::string_view filing) {
  auto found = first(
      db,
      [](Statement& row) {
        return Standing{.filing = row.text(0),
                        .account = row.integer(1),
                        .version = row.integer(2),
                        .payload = row.text(3),
                        .rules = filing::read_rules(row.text(4)),
                        .life = {},
                        .policy = row.text(5),
                        .region = row.text(6),
                        .institution = row.text(7),
                        .subject = row.text(8),
                        .by_agent = row.integer(9) != 0,
                        .person = row.text(10),
                        .events = {}};
      },
      "SELECT filing.id, filing.account, filing.version, envelope.payload, life.rules, life.policy, "
      "life.region, "
      "life.institution, life.subject, life.by_agent, life.person FROM filing JOIN envelope ON envelope.id = "
      "filing.envelope JOIN life ON life.filing = filing.id WHERE filing.id = ?",
      filing);
  if (!found || !*found) return found;
  auto events = events_of(db, filing);
  if (!events) return std::unexpected(std::move(events.error()));
  (*found)->events = std::move(*events);
  (*found)->life = filing::fold(plain((*found)->events));
  return found;
}

Result<void> add_events(Database& db, Standing& standing, std::vector<KeptEvent> events, std::int64_t version,
                        std::int64_t sequence, Date today) {
  for (auto& kept : events) {
    kept.ordinal = static_cast<std::int64_t>(standing.events.size()) + 1;
    kept.version = version;
    kept.sequence = sequence;
    kept.detail = filing::write_detail(kept.event);
    if (auto put = append_event(db, standing.filing, kept); !put) return put;
    standing.life = filing::after(std::move(standing.life), kept.event);
    const bool moved = kept.event.type == filing::EventType::providers_changed && !kept.event.providers.empty();
    if (moved) standing.institution = kept.event.providers.front();  // it is the new one's to see and to decide
    standing.events.push_back(std::move(kept));
  }
  return put_row(db, standing, filing::due_day(standing.rules, standing.life, today));
}

Result<void> add_events(Database& db, Standing& standing, std::vector<filing::Event> events,
                        std::int64_t version, std::int64_t sequence, Date today) {
  std::vector<KeptEvent> kept;
  for (auto& event : events) kept.push_back({.detail = "{}", .event = std::move(event)});
  return add_events(db, standing, std::move(kept), version, sequence, today);
}

Result<std::vector<std::string>> granted_to(Database& db, const Standing& standing) {
  constexpr int grants_most = 100;
  std::vector<std::string> list;
  auto read = each(
      db, [&](Statement& row) { list.push_back(row.text(0)); },
      "SELECT filing FROM life WHERE ((person = ?1 AND person <> '') OR filing = ?2) AND policy = ?3 AND "
      "stage IN "
      "('reviewed', 'in_effect', 'recheck_due') ORDER BY effective_from, submitted LIMIT ?4",
      standing.person, standing.filing, standing.policy, grants_most);
  if (!read) return std::unexpected(std::move(read.error()));
  return list;
}

void take_matter(Standing& standing, const filing::LifeRules& rules, const filing::Matter& matter,
                 std::string person) {
  standing.rules = rules;
  standing.policy = matter.policy;
  standing.region = matter.region;
  standing.institution = matter.institution;
  standing.subject = matter.subject;
  standing.by_agent = matter.by_agent;
  standing.person = std::move(person);
}

Result<std::int64_t> next_sequence(Database& db) {
  auto next = first(
      db, [](Statement& row) { return row.integer(0); },
      "UPDATE counter SET sequence = sequence + 1 RETURNING sequence");
  if (!next) return std::unexpected(std::move(next.error()));
  if (!*next) return std::unexpected(Error{Fault::corrupt, "the counter row is missing"});
  return **next;
}

Result<void> touch_filing(Database& db, std::string_view filing, std::int64_t version,
                          std::int64_t sequence) {
  return run(db, "UPDATE filing SET version = ?, sequence = ? WHERE id = ?", version, sequence, filing);
}

}  // namespace mingbai::store
