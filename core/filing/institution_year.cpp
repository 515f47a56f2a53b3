#include "core/filing/institution_year.h"

#include <algorithm>

#include "core/filing/life/life.h"

namespace mingbai::filing {
namespace {

constexpr std::string_view late_entry = "late_entry";

using Days = std::map<std::int64_t, std::int64_t>;

// The value at that place, from 0 on, were each written out in order.
std::int64_t at_place(const Days& days, std::int64_t place) {
  for (const auto& [value, count] : days) {
    if (place < count) return value;
    place -= count;
  }
  return 0;
}

bool decided(Stage stage) {
  return stage == Stage::reviewed || stage == Stage::in_effect || stage == Stage::refused;
}

// One filing, event by event.
struct Course {
  Date first, last;
  Life life;
  std::optional<Date> handed_in;  // and not decided since
  bool submitted = false, took_effect = false, refused = false, supplement_asked = false;
  std::vector<std::int64_t> days;

  void go_on(const Event& event) {
    const bool within = first <= event.day && event.day <= last;
    const Stage before = life.stage;
    life = after(std::move(life), event);
    if (event.type == EventType::submitted && !handed_in) {
      handed_in = event.day;
      submitted |= within;
    }
    if (life.stage == before) return;
    took_effect |= within && life.stage == Stage::in_effect;
    refused |= within && life.stage == Stage::refused && before != Stage::draft;
    supplement_asked |= within && life.stage == Stage::supplement_asked;
    if (!handed_in || !decided(life.stage)) return;
    if (within) days.push_back(std::max(0, event.day - *handed_in));
    handed_in.reset();
  }
};

}  // namespace

InstitutionYears::InstitutionYears(std::int32_t year)
    : first_(from_civil({year, 1, 1})), last_(from_civil({year, 12, 31})) {}

void InstitutionYears::count(const std::string& institution, std::string_view kind,
                             std::span<const Event> events) {
  Course course{.first = first_, .last = last_};
  for (const Event& event : events) course.go_on(event);
  const bool any = course.submitted || course.took_effect || course.refused || course.supplement_asked;
  if (!any && course.days.empty()) return;
  Counted& counted = counted_[institution];
  counted.sums.submitted += course.submitted;
  counted.sums.took_effect += course.took_effect;
  counted.sums.refused += course.refused;
  counted.sums.supplement_asked += course.supplement_asked;
  counted.sums.late_entries += course.submitted && kind == late_entry;
  counted.sums.decided += static_cast<std::int64_t>(course.days.size());
  for (const std::int64_t days : course.days) ++counted.days[days];
}

std::vector<InstitutionYear> InstitutionYears::rows() const {
  std::vector<InstitutionYear> rows;
  for (const auto& [institution, counted] : counted_) {
    InstitutionYear row = counted.sums;
    row.institution = institution;
    if (row.decided > 0) {
      const std::int64_t lower = at_place(counted.days, (row.decided - 1) / 2);
      const std::int64_t upper = at_place(counted.days, row.decided / 2);
      row.days_to_decision = (lower + upper + 1) / 2;
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace mingbai::filing
