#include "core/store/review_list.h"

#include <algorithm>
#include <variant>

#include "core/store/query.h"

namespace mingbai::store {
namespace {

using Parameter = std::variant<std::int64_t, std::string>;

// A condition and what is bound to it, grown together.
struct Condition {
  std::string sql = "1 = 1";
  std::vector<Parameter> parameters;

  void also(const std::string& more, std::initializer_list<Parameter> values) {
    sql += " AND " + more;
    parameters.insert(parameters.end(), values);
  }
};

std::string marks(std::size_t count) {
  std::string list;
  for (std::size_t at = 0; at < count; ++at) list += at == 0 ? "?" : ", ?";
  return list;
}

// The first digits that a region states: "532300" -> "5323".
std::string stated(std::string region) {
  while (region.size() > 2 && region.ends_with("00")) region.resize(region.size() - 2);
  return region;
}

void add_scope(Condition& condition, const Asker& asker) {
  std::string any;
  std::vector<Parameter> values;
  const auto or_else = [&](const std::string& one) { any += (any.empty() ? "" : " OR ") + one; };
  for (const RoleGrant& grant : asker.grants) {
    if (grant.role == filing::Role::institution_reviewer) {
      values.emplace_back(grant.institution);
      std::string one = "(life.institution = ?";
      if (!grant.diseases.empty()) one += " AND life.subject IN (" + marks(grant.diseases.size()) + ")";
      for (const auto& disease : grant.diseases) values.emplace_back(disease);
      or_else(one + ")");
    } else if (grant.role == filing::Role::auditor && grant.region.empty()) {
      or_else("1 = 1");
    } else if (grant.role == filing::Role::agency_clerk || grant.role == filing::Role::auditor) {
      const std::string prefix = stated(grant.region);
      values.emplace_back(static_cast<std::int64_t>(prefix.size()));
      values.emplace_back(prefix);
      or_else("substr(life.region, 1, ?) = ?");
    }
  }
  condition.sql += " AND (" + (any.empty() ? "1 = 0" : any) + ")";
  condition.parameters.insert(condition.parameters.end(), values.begin(), values.end());
  condition.also("life.filing NOT IN (SELECT id FROM filing WHERE account = ?)", {asker.account});
}

template <class Row>
Result<void> each_where(Database& db, Row&& row, const std::string& sql,
                        const std::vector<Parameter>& parameters) {
  auto statement = db.prepare(sql);
  if (!statement) return std::unexpected(std::move(statement.error()));
  int at = 0;
  for (const auto& parameter : parameters) {
    ++at;
    if (const auto* number = std::get_if<std::int64_t>(&parameter)) {
      (*statement)->bind(at, *number);
    } else {
      (*statement)->bind(at, std::string_view(std::get<std::string>(parameter)));
    }
  }
  for (;;) {
    auto more = (*statement)->step();
    if (!more) return std::unexpected(std::move(more.error()));
    if (!*more) return {};
    row(**statement);
  }
}

std::optional<Date> day(Statement& row, int column) {
  if (row.is_null(column)) return std::nullopt;
  return Date{static_cast<std::int32_t>(row.integer(column))};
}

ListedFiling read_listed(Statement& row) {
  return {.filing = row.text(0),
          .receipt = row.text(1),
          .kind = row.text(2),
          .policy = row.text(3),
          .region = row.text(4),
          .institution = row.text(5),
          .subject = row.text(6),
          .stage = row.text(7),
          .since = row.integer(8),
          .version = row.integer(9),
          .submitted = row.integer(10),
          .submitted_at = row.integer(11),
          .effective_from = day(row, 12),
          .effective_to = day(row, 13),
          .by = row.text(14),
          .payload = row.text(15)};
}

// One stage at a time: the index gives each oldest first, so that a long queue is not sorted for its first page.
Result<void> add_listed(Database& db, const Asker& asker, const ListFilter& filter, const std::string& stage,
                        std::vector<ListedFiling>& list) {
  Condition condition;
  add_scope(condition, asker);
  condition.also("life.submitted > ?", {filter.after});
  condition.also("life.stage = ?", {stage});
  if (!filter.kind.empty()) condition.also("filing.kind = ?", {filter.kind});
  if (filter.from) condition.also("life.effective_from >= ?", {std::int64_t{filter.from->days}});
  if (filter.to) condition.also("life.effective_from <= ?", {std::int64_t{filter.to->days}});
  condition.parameters.emplace_back(filter.limit);
  return each_where(
      db, [&](Statement& row) { list.push_back(read_listed(row)); },
      "SELECT filing.id, envelope.receipt, filing.kind, life.policy, life.region, life.institution, "
      "life.subject, "
      "life.stage, life.since_ms, filing.version, life.submitted, event.at_ms, life.effective_from, "
      "life.effective_to, "
      "life.role, envelope.payload FROM life JOIN filing ON filing.id = life.filing JOIN envelope ON "
      "envelope.id = "
      "filing.envelope JOIN event ON event.filing = filing.id AND event.ordinal = 1 WHERE " +
          condition.sql + " ORDER BY life.submitted LIMIT ?",
      condition.parameters);
}

}  // namespace

Result<std::vector<ListedFiling>> listed_filings(Database& db, const Asker& asker, const ListFilter& filter) {
  std::vector<std::string> stages = filter.stages;
  if (stages.empty())
    for (const auto stage : filing::all_stages()) stages.emplace_back(to_key(stage));
  std::sort(stages.begin(), stages.end());
  stages.erase(std::unique(stages.begin(), stages.end()), stages.end());
  std::vector<ListedFiling> list;
  for (const auto& stage : stages)
    if (auto added = add_listed(db, asker, filter, stage, list); !added)
      return std::unexpected(std::move(added.error()));
  std::sort(list.begin(), list.end(), [](const auto& a, const auto& b) { return a.submitted < b.submitted; });
  if (static_cast<std::int64_t>(list.size()) > filter.limit) list.resize(static_cast<std::size_t>(filter.limit));
  return list;
}

Result<std::vector<StageCount>> stage_counts(Database& db, const Asker& asker) {
  Condition condition;
  add_scope(condition, asker);
  std::vector<StageCount> counts;
  auto read = each_where(
      db,
      [&](Statement& row) {
        counts.push_back({row.text(0), row.integer(1)});
      },
      "SELECT life.stage, count(*) FROM life WHERE " + condition.sql +
          " GROUP BY life.stage ORDER BY life.stage",
      condition.parameters);
  if (!read) return std::unexpected(std::move(read.error()));
  return counts;
}

Result<std::vector<ListedEvent>> listed_events(Database& db, const Asker& asker, Date from, Date to) {
  Condition condition;
  add_scope(condition, asker);
  condition.also("event.day >= ?", {std::int64_t{from.days}});
  condition.also("event.day <= ?", {std::int64_t{to.days}});
  std::vector<ListedEvent> list;
  auto read = each_where(
      db,
      [&](Statement& row) {
        list.push_back({row.text(0), row.text(1), row.text(2),
                        Date{static_cast<std::int32_t>(row.integer(3))}, row.text(4), row.text(5)});
      },
      "SELECT filing.id, filing.kind, event.type, event.day, event.role, event.reasons FROM event JOIN life "
      "ON "
      "life.filing = event.filing JOIN filing ON filing.id = event.filing WHERE " +
          condition.sql + " ORDER BY event.day, event.filing, event.ordinal",
      condition.parameters);
  if (!read) return std::unexpected(std::move(read.error()));
  return list;
}

Result<void> visit_courses(Database& db, const Asker& asker, Date from, Date to, const CourseVisit& visit) {
  Condition condition;
  add_scope(condition, asker);
  condition.also("event.day <= ?", {std::int64_t{to.days}});
  condition.also(
      "event.filing IN (SELECT happened.filing FROM event AS happened WHERE happened.day >= ? AND "
      "happened.day <= ?)",
      {std::int64_t{from.days}, std::int64_t{to.days}});
  std::string filing;
  ListedCourse course;
  auto read = each_where(
      db,
      [&](Statement& row) {
        if (auto next = row.text(0); next != filing) {
          if (!filing.empty()) visit(course);
          filing = std::move(next);
          course = {.institution = row.text(1), .kind = row.text(2), .events = {}};
        }
        const auto type = filing::read_event_type(row.text(3));
        if (!type) return;
        filing::Event event{.type = *type, .day = Date{static_cast<std::int32_t>(row.integer(4))}};
        event.by = filing::read_role(row.text(5)).value_or(filing::Role::system);
        course.events.push_back(std::move(event));
      },
      "SELECT event.filing, life.institution, filing.kind, event.type, event.day, event.role FROM event "
      "JOIN life ON life.filing = event.filing JOIN filing ON filing.id = event.filing WHERE " +
          condition.sql + " ORDER BY event.filing, event.ordinal",
      condition.parameters);
  if (!read) return std::unexpected(std::move(read.error()));
  if (!filing.empty()) visit(course);
  return {};
}

}  // namespace mingbai::store
