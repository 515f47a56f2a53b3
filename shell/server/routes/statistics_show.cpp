#include <map>
#include <nlohmann/json.hpp>

#include "core/filing/civil_day.h"
#include "shell/server/answers.h"
#include "shell/server/review_rows.h"
#include "shell/server/routes/routes.h"

namespace mingbai::server {
namespace {

using nlohmann::ordered_json;

constexpr std::int64_t filings_most = 100'000;
constexpr std::int64_t day_s = 86'400;
// Upper ends of the groups of ages, in days; how long something waits is no figure of the law.
constexpr std::pair<const char*, std::int64_t> ages[] = {
    {"1", 1}, {"3", 3}, {"7", 7}, {"30", 30}, {"more", INT64_MAX}};

using Counts = std::map<std::string, std::int64_t>;

struct Reason {
  std::string code, document, clause;
  friend auto operator<=>(const Reason&, const Reason&) = default;
};

// How often, and its words as they were given first.
struct Given {
  std::int64_t count = 0;
  std::string message, message_en;
};
using Reasons = std::map<Reason, Given>;

void count_reasons(const std::string& text, Reasons& reasons) {
  const auto list = ordered_json::parse(text, nullptr, false);
  if (!list.is_array()) return;
  const auto word = [](const ordered_json& object, const char* key) {
    return object.is_object() && object.contains(key) && object[key].is_string()
               ? object[key].get<std::string>()
               : std::string();
  };
  for (const auto& finding : list) {
    const ordered_json source =
        finding.is_object() && finding.contains("source") ? finding["source"] : ordered_json();
    Given& given = reasons[{word(finding, "code"), word(source, "document"), word(source, "clause")}];
    if (given.count++ == 0) given.message = word(finding, "message"), given.message_en = word(finding, "message_en");
  }
}

ordered_json told(const std::vector<store::ListedEvent>& events,
                  const std::vector<store::ListedFiling>& waiting, sync::Milliseconds moment) {
  std::map<std::string, Counts> days;
  Counts kinds;
  Reasons reasons;
  std::map<std::string, bool> seen;
  for (const auto& event : events) {
    ++days[to_iso(event.day)][event.type];
    if (event.type == "submitted" && !seen[event.filing]) {
      seen[event.filing] = true;
      ++kinds[event.kind];
    }
    if (event.type == "refused" || event.type == "supplement_asked") count_reasons(event.reasons, reasons);
  }
  ordered_json body = {{"days", ordered_json::array()},
                       {"kinds", ordered_json::object()},
                       {"ages", ordered_json::array()},
                       {"reasons", ordered_json::array()}};
  for (const auto& [day, counts] : days) {
    ordered_json line = {{"day", day}};
    for (const auto& [type, count] : counts) line[type] = count;
    body["days"].push_back(std::move(line));
  }
  for (const auto& [kind, count] : kinds) body["kinds"][kind] = count;
  std::int64_t below = 0;
  for (const auto& [name, most] : ages) {
    std::int64_t count = 0;
    for (const auto& row : waiting) {
      const std::int64_t age = std::max<std::int64_t>(0, (moment - row.since) / 1000 / day_s);
      if (age >= below && age < most) ++count;
    }
    body["ages"].push_back({{"days_below", name}, {"filings", count}});
    below = most;
  }
  for (const auto& [reason, given] : reasons)
    body["reasons"].push_back({{"code", reason.code},
                               {"message", given.message},
                               {"message_en", given.message_en},
                               {"document", reason.document},
                               {"clause", reason.clause},
                               {"count", given.count}});
  return body;
}

}  // namespace

asio::awaitable<Response> statistics_show(Services& services, const Request& request) {
  Findings findings;
  const auto [from, to] = read_days(request, findings);
  if (!findings.empty()) co_return problem(Problem::invalid, findings);
  auto look = [from = from, to = to](store::Database& db,
                                     const store::Asker& asker) -> store::Result<Response> {
    auto events = store::listed_events(db, asker, from, to);
    if (!events) return std::unexpected(std::move(events.error()));
    store::ListFilter open{
        .stages = {"submitted", "supplement_asked", "confirmed", "refusal_proposed", "recheck_due"},
        .kind = "",
        .limit = filings_most};
    auto waiting = store::listed_filings(db, asker, open);
    if (!waiting) return std::unexpected(std::move(waiting.error()));
    return json_answer(dumped(told(*events, *waiting, now())));
  };
  co_return co_await answered(services, request, require_staff, std::move(look));
}

}  // namespace mingbai::server
