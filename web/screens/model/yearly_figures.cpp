#include "web/screens/model/yearly_figures.h"

#include <algorithm>
#include <tuple>

#include "web/screens/model/csv.h"
#include "web/screens/model/json_reading.h"

namespace mingbai::screens {
namespace {

constexpr int years_before = 2;

InstitutionFigures read(const Json& json, const Names& names, const strings::Strings& t) {
  InstitutionFigures out{.code = word(json, "institution"),
                         .submitted = whole(json, "submitted"),
                         .took_effect = whole(json, "took_effect"),
                         .refused = whole(json, "refused"),
                         .supplement_asked = whole(json, "supplement_asked"),
                         .late_entries = whole(json, "late_entries"),
                         .decided = whole(json, "decided"),
                         .days = "–"};
  out.name = out.code.empty() ? std::string(t("yearly.no_institution")) : names.institution(out.code, t.language);
  if (const Json& days = part(json, "days_to_decision"); days.is_number_integer()) out.days = std::to_string(days.get<std::int64_t>());
  return out;
}

}  // namespace

std::optional<std::vector<InstitutionFigures>> yearly_figures(std::string_view answer, const Names& names, const strings::Strings& t) {
  const Json json = Json::parse(answer, nullptr, false);
  if (!json.is_object() || !json.contains("institutions")) return std::nullopt;
  std::vector<InstitutionFigures> out;
  for (const Json& one : list(json, "institutions")) out.push_back(read(one, names, t));
  const auto place = [](const InstitutionFigures& one) { return std::tuple(one.code.empty(), -one.submitted, std::string_view(one.code)); };
  std::ranges::sort(out, {}, place);
  return out;
}

std::string yearly_csv(const std::vector<InstitutionFigures>& rows, const strings::Strings& t) {
  Csv csv;
  csv.line({std::string(t("yearly.institution")), std::string(t("yearly.code")), std::string(t("figures.submitted")),
            std::string(t("figures.took_effect")), std::string(t("figures.refused")), std::string(t("figures.supplement_asked")),
            std::string(t("yearly.late_entries")), std::string(t("yearly.decided")), std::string(t("yearly.days_median"))});
  for (const InstitutionFigures& row : rows) {
    csv.line({row.name, row.code, std::to_string(row.submitted), std::to_string(row.took_effect), std::to_string(row.refused),
              std::to_string(row.supplement_asked), std::to_string(row.late_entries), std::to_string(row.decided), row.days});
  }
  return csv.text();
}

std::vector<std::string> years_to_choose(Date today) {
  std::vector<std::string> out;
  const std::int32_t year = to_civil(today).year;
  for (int before = 0; before <= years_before; ++before) out.push_back(std::to_string(year - before));
  return out;
}

}  // namespace mingbai::screens
