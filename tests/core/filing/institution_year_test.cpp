#include "core/filing/institution_year.h"

#include <catch2/catch_test_macros.hpp>
#include <utility>

namespace mingbai::filing {
namespace {

using enum EventType;

constexpr const char* hospital = "H44200100026";

Event on(const char* day, EventType type, Role by = Role::insured) {
  Event event{.type = type, .day = *parse_date(day), .by = by};
  return event;
}

using Events = std::vector<Event>;

InstitutionYear of_2026(std::initializer_list<Events> filings, std::string_view kind = "special_disease") {
  InstitutionYears years(2026);
  for (const Events& events : filings) years.count(hospital, kind, events);
  const auto rows = years.rows();
  REQUIRE(rows.size() == 1);
  return rows.front();
}

// Handed in and reviewed on these days.
Events reviewed_on(const char* handed_in, const char* day) {
  return {on(handed_in, submitted), on(day, confirmed, Role::institution_reviewer),
          on(day, reviewed, Role::system), on(day, took_effect, Role::system)};
}

}  // namespace

TEST_CASE("a filing counts once in each column, with the days from handing in to the decision") {
  const auto row =
      of_2026({{on("2026-03-02", submitted), on("2026-03-03", supplement_asked, Role::agency_clerk),
                on("2026-03-05", supplied), on("2026-03-06", supplement_asked, Role::agency_clerk),
                on("2026-03-07", supplied), on("2026-03-09", reviewed, Role::agency_clerk),
                on("2026-03-09", took_effect, Role::system)}});
  CHECK(row == InstitutionYear{.institution = hospital,
                               .submitted = 1,
                               .took_effect = 1,
                               .supplement_asked = 1,
                               .decided = 1,
                               .days_to_decision = 7});
}

TEST_CASE("the days are the median, and between two they are rounded half up to whole days") {
  const Events one = reviewed_on("2026-01-05", "2026-01-06"), four = reviewed_on("2026-01-05", "2026-01-09"),
               forty = reviewed_on("2026-01-05", "2026-02-14");
  CHECK(of_2026({forty, one, four}).days_to_decision == 4);
  CHECK(of_2026({four, one}).days_to_decision == 3);  // 2.5
  CHECK(of_2026({one, one, four, forty}).days_to_decision == 3);
  CHECK(of_2026({one}).days_to_decision == 1);
}

TEST_CASE("what is in effect at once took no day, and what waits has no days yet") {
  CHECK(of_2026({{on("2026-05-01", submitted), on("2026-05-01", took_effect, Role::system)}})
            .days_to_decision == 0);
  const auto waiting = of_2026({{on("2026-05-01", submitted)}});
  CHECK(waiting.submitted == 1);
  CHECK(waiting.decided == 0);
  CHECK_FALSE(waiting.days_to_decision);
}

TEST_CASE("a filing decided in the next year is handed in in one and decided in the other") {
  const Events over = reviewed_on("2025-12-29", "2026-01-02");
  InstitutionYears before(2025);
  before.count(hospital, "special_disease", std::span(over).first(1));
  CHECK(before.rows().front().submitted == 1);
  CHECK(before.rows().front().decided == 0);
  const auto row = of_2026({over});
  CHECK(row.submitted == 0);
  CHECK(row.took_effect == 1);
  CHECK(row.days_to_decision == 4);
}

TEST_CASE("the first and the last day of the year belong to it, and no other") {
  InstitutionYears years(2026);
  for (const char* day : {"2025-12-31", "2026-01-01", "2026-12-31", "2027-01-01"})
    years.count(hospital, "remote_care", Events{on(day, submitted)});
  CHECK(years.rows().front().submitted == 2);
  CHECK(to_iso(years.first()) == "2026-01-01");
  CHECK(to_iso(years.last()) == "2026-12-31");
}

TEST_CASE("what is handed in anew after a refusal runs from then on; an edit of what waits does not") {
  const auto edited = of_2026({{on("2026-03-02", submitted), on("2026-03-05", submitted),
                                on("2026-03-08", reviewed, Role::agency_clerk)}});
  CHECK(edited.submitted == 1);
  CHECK(edited.days_to_decision == 6);
  const auto anew = of_2026(
      {{on("2026-03-02", submitted), on("2026-03-04", refusal_proposed, Role::agency_clerk),
        on("2026-03-10", refused, Role::agency_clerk), on("2026-04-01", submitted),
        on("2026-04-03", reviewed, Role::agency_clerk), on("2026-04-03", took_effect, Role::system)}});
  CHECK(anew.submitted == 1);
  CHECK(anew.refused == 1);
  CHECK(anew.took_effect == 1);
  CHECK(anew.decided == 2);
  CHECK(anew.days_to_decision == 5);  // 8 and 2
}

TEST_CASE("what the check sends back at once counts nowhere, and a refused edit changes nothing") {
  InstitutionYears years(2026);
  years.count(hospital, "special_disease", Events{on("2026-02-01", refused, Role::system)});
  CHECK(years.rows().empty());
  auto events = reviewed_on("2026-02-01", "2026-02-02");
  events.push_back(on("2026-02-09", refused, Role::system));
  const auto row = of_2026({events});
  CHECK(row.refused == 0);
  CHECK(row.decided == 1);
}

TEST_CASE("what a spot check ends is refused, without days of a decision") {
  auto events = reviewed_on("2025-02-01", "2025-02-02");
  events.push_back(on("2026-02-08", refusal_proposed, Role::agency_clerk));
  events.push_back(on("2026-02-09", refused, Role::agency_clerk));
  const auto row = of_2026({events});
  CHECK(row.refused == 1);
  CHECK(row.decided == 0);
}

TEST_CASE("a recheck that is granted takes effect again, without days of a decision") {
  auto events = reviewed_on("2024-02-01", "2024-02-02");
  events.push_back(on("2026-01-20", recheck_due, Role::system));
  events.push_back(on("2026-02-01", reviewed, Role::agency_clerk));
  events.push_back(on("2026-02-01", took_effect, Role::system));
  const auto row = of_2026({events});
  CHECK(row.submitted == 0);
  CHECK(row.took_effect == 1);
  CHECK(row.decided == 0);
}

TEST_CASE("late entries are those handed in late, by kind") {
  CHECK(of_2026({{on("2026-06-01", submitted)}}, "late_entry").late_entries == 1);
  CHECK(of_2026({{on("2026-06-01", submitted)}}, "manual_claim").late_entries == 0);
  CHECK(of_2026({reviewed_on("2025-12-31", "2026-01-01")}, "late_entry").late_entries == 0);
}

TEST_CASE("each institution has its row by its code, and what names none the first") {
  InstitutionYears years(2026);
  for (const char* code : {"H2", "", "H1", "H2"})
    years.count(code, "special_disease", Events{on("2026-06-01", submitted)});
  const auto rows = years.rows();
  REQUIRE(rows.size() == 3);
  CHECK(rows[0].institution.empty());
  CHECK(rows[1].institution == "H1");
  CHECK(rows[2].submitted == 2);
}

TEST_CASE("a filing withdrawn before its decision has no days") {
  const auto row = of_2026({{on("2026-06-01", submitted), on("2026-06-02", withdrawn)}});
  CHECK(row.submitted == 1);
  CHECK(row.decided == 0);
}

}  // namespace mingbai::filing
