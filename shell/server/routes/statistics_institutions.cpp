#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/filing/civil_day.h"
#include "core/filing/institution_year.h"
#include "shell/server/answers.h"
#include "shell/server/review_rows.h"
#include "shell/server/routes/routes.h"

namespace mingbai::server {
namespace {

using nlohmann::ordered_json;

// ?year=2026, needed; not after the year of today in China.
std::int32_t read_year(const Request& request, std::int32_t this_year, Findings& findings) {
  const std::string text(request.parameter("year").value_or(""));
  const auto fault = [&](const char* code, Text message) {
    findings.push_back(field_finding(code, "year", std::move(message),
                                     {"请写今年或更早的一年。", "Give this year or an earlier one."}));
    return this_year;
  };
  const bool four_digits =
      text.size() == 4 && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
  if (!four_digits)
    return fault("wrong_type", {"应为四位数字的年份。", "A year of four digits is expected here."});
  const std::int32_t year = std::stoi(text);
  if (year > this_year) return fault("unknown_value", {"这一年还没有到。", "That year has not come yet."});
  return year;
}

ordered_json told(std::int32_t year, const filing::InstitutionYears& years) {
  ordered_json body = {{"year", year}, {"institutions", ordered_json::array()}};
  for (const auto& row : years.rows())
    body["institutions"].push_back(
        {{"institution", row.institution},
         {"submitted", row.submitted},
         {"took_effect", row.took_effect},
         {"refused", row.refused},
         {"supplement_asked", row.supplement_asked},
         {"late_entries", row.late_entries},
         {"decided", row.decided},
         {"days_to_decision",
          row.days_to_decision ? ordered_json(*row.days_to_decision) : ordered_json(nullptr)}});
  return body;
}

}  // namespace

asio::awaitable<Response> statistics_institutions(Services& services, const Request& request) {
  Findings findings;
  const std::int32_t year = read_year(request, to_civil(filing::day_in_china(now())).year, findings);
  if (!findings.empty()) co_return problem(Problem::invalid, findings);
  auto look = [year](store::Database& db, const store::Asker& asker) -> store::Result<Response> {
    filing::InstitutionYears years(year);
    const auto count = [&](const store::ListedCourse& course) {
      years.count(course.institution, course.kind, course.events);
    };
    if (auto visited = store::visit_courses(db, asker, years.first(), years.last(), count); !visited)
      return std::unexpected(std::move(visited.error()));
    return json_answer(dumped(told(year, years)));
  };
  co_return co_await answered(services, request, require_staff, std::move(look));
}

}  // namespace mingbai::server
