#include "core/policy/catalogue.h"

#include <algorithm>

#include "core/policy/policy.h"

namespace mingbai::policy {
namespace {

constexpr StatusSet any_status{true, true, true};

template <class Entry, class Wanted>
const Entry* best(const std::vector<Entry>& list, Date day, StatusSet statuses, Wanted wanted) {
  const Entry* out = nullptr;
  for (const Entry& entry : list)
    if (wanted(entry) && holds(entry.authority, day, statuses) &&
        (out == nullptr || goes_before(entry.authority, out->authority)))
      out = &entry;
  return out;
}

constexpr std::int32_t days_of_work = 5;

// 0 is Monday; 1970-01-01 was a Thursday.
std::int32_t weekday_of(Date day) { return ((day.days + 3) % 7 + 7) % 7; }

bool has(const std::vector<std::string>& list, const std::string& value) {
  return std::ranges::find(list, value) != list.end();
}

bool concerns(const Grant& grant, const Grantee& grantee, const InstitutionEntry* known) {
  if (!grant.institution.empty()) return known != nullptr && known->key == grant.institution;
  if (!grantee.kind || !has(grant.kinds, *grantee.kind)) return false;
  return grant.levels.empty() ||
         (grantee.level && std::ranges::find(grant.levels, *grantee.level) != grant.levels.end());
}

}  // namespace

const DiseaseEntry* find_disease(const Catalogues& catalogues, std::string_view code, Date day) {
  return best(catalogues.diseases, day, any_status, [&](const DiseaseEntry& d) { return d.code == code; });
}

Listed listed(const Catalogues& catalogues, std::string_view disease, Date day) {
  if (find_disease(catalogues, disease, day) != nullptr) return Listed::listed;
  return catalogues.disease_list.complete ? Listed::not_listed : Listed::not_in_hand;
}

std::optional<std::string> class_of(const DiseaseEntry& disease, StatusSet statuses) {
  if (disease.disease_class.empty() || !statuses.allows(disease.authority.source.status)) return std::nullopt;
  return disease.disease_class;
}

const InstitutionEntry* find_institution(const Catalogues& catalogues, std::string_view name, Date day) {
  if (name.empty()) return nullptr;
  return best(catalogues.institutions, day, any_status, [&](const InstitutionEntry& i) {
    return i.code == name || i.key == name || i.label.zh == name;
  });
}

GrantState granted(const Catalogues& catalogues, const Grantee& grantee,
                   const std::optional<std::string>& disease, Act act, Date day, StatusSet statuses,
                   const Grant** used) {
  const InstitutionEntry* known = find_institution(catalogues, grantee.code, day);
  const Grant* other = nullptr;
  bool depends = false;
  for (const Grant& grant : catalogues.grants) {
    if (!(act == Act::confirm ? grant.may_confirm : grant.may_treat)) continue;
    if (!holds(grant.authority, day, statuses) || !concerns(grant, grantee, known)) continue;
    if (grant.every_disease || (disease && has(grant.diseases, *disease))) {
      if (used != nullptr) *used = &grant;
      return GrantState::granted;
    }
    depends = depends || !disease;
    if (!grant.institution.empty()) other = &grant;
  }
  if (depends) return GrantState::depends_on_disease;
  if (other == nullptr) return GrantState::none;
  if (used != nullptr) *used = other;
  return GrantState::other_disease;
}

const DrugEntry* find_drug(const Catalogues& catalogues, std::string_view key, Date day, StatusSet statuses) {
  const auto wanted = [&](const DrugEntry& d) { return d.key == key || d.label.zh == key; };
  const DrugEntry* drug = best(catalogues.drugs, day, statuses, wanted);
  return drug != nullptr ? drug : best(catalogues.programs, day, statuses, wanted);
}

bool working_day(const Catalogues& catalogues, Date day) {
  for (const Holiday& holiday : catalogues.holidays)
    if (holiday.day == day) return holiday.working;
  return weekday_of(day) < days_of_work;
}

int working_days_to_year_end(const Catalogues& catalogues, Date day) {
  const Date last = from_civil({to_civil(day).year, 12, 31});
  const std::int32_t left = last - day + 1, over = left % 7;
  std::int32_t out = left / 7 * days_of_work;
  for (std::int32_t each = 0; each < over; ++each) out += weekday_of(day + each) < days_of_work ? 1 : 0;
  for (const Holiday& holiday : catalogues.holidays)
    if (day <= holiday.day && holiday.day <= last)
      out += (holiday.working ? 1 : 0) - (weekday_of(holiday.day) < days_of_work ? 1 : 0);
  return out;
}

}  // namespace mingbai::policy
