#include "web/screens/model/fund_paid.h"

#include "core/base/money.h"
#include "core/base/ratio.h"
#include "web/screens/model/comparison_summary.h"
#include "web/screens/model/csv.h"
#include "web/screens/model/json_reading.h"

namespace mingbai::screens {
namespace {

std::int64_t first_fen(const Json& group, const char* key) {
  const Json& sums = list(group, key);
  return sums.empty() ? 0 : fen_of(sums.front());
}

std::string amount(std::int64_t fen) { return to_display(Money{fen}); }

// Rounded half up to a tenth of a per cent; of no bill there is no share.
std::string share_of(std::int64_t total, std::int64_t self) {
  if (total <= 0) return "–";
  constexpr std::int64_t thousand = 1000, hundred_points = 10;
  const std::int64_t paid = total - self;
  const std::int64_t per_mille = paid / total * thousand + (paid % total * thousand + total / 2) / total;
  return to_percent({static_cast<std::int32_t>(per_mille * hundred_points)});
}

FundRow row_of(const Json& group, const Names& names, const strings::Strings& t) {
  const std::int64_t total = fen_of(part(group, "total")), fund = first_fen(group, "fund_pay"), self = first_fen(group, "self_pay");
  return {group_label(group, names, t), fund, grouped(whole(group, "claims")), amount(total), amount(fund), share_of(total, self)};
}

}  // namespace

std::optional<FundPaid> read_fund_paid(std::string_view summary_json, const Names& names, const strings::Strings& t) {
  const Json json = Json::parse(summary_json, nullptr, false);
  const Json& totals = list(json, "totals");
  if (totals.empty()) return std::nullopt;
  const Json& sums = totals.front();
  const std::int64_t total = fen_of(part(sums, "total")), self = fen_of(part(sums, "self_pay")), major = fen_of(part(sums, "major_illness_pay"));
  FundPaid out{.claims = grouped(whole(json, "claims")),
               .total = amount(total),
               .fund = amount(fen_of(part(sums, "fund_pay"))),
               .major_illness = major > 0 ? amount(major) : std::string(),
               .self = amount(self),
               .share = share_of(total, self),
               .undetermined = whole(sums, "undetermined"),
               .basis = word(json, "basis"),
               .groupings = {}};
  for (const Json& group : list(json, "groups")) {
    const std::string fact = word(group, "fact");
    if (out.groupings.empty() || out.groupings.back().fact != fact) {
      const FactName* name = names.fact(fact);
      out.groupings.push_back({fact, name ? name->label.in(t.language) : fact, {}});
    }
    out.groupings.back().rows.push_back(row_of(group, names, t));
  }
  return out;
}

std::string fund_csv(const FundGrouping& grouping, const strings::Strings& t) {
  Csv csv;
  csv.line({grouping.label, std::string(t("fund.claims")), std::string(t("scenario.total_cost")), std::string(t("calculator.fund")),
            std::string(t("fund.share"))});
  for (const FundRow& row : grouping.rows) csv.line({row.label, row.claims, row.total, row.fund_words, row.share});
  return csv.text();
}

std::string fund_sample() {
  return "person,insured.scheme,claim.care,claim.remote,claim.provider.code,claim.provider.kind,claim.provider.level,claim.admitted,claim.discharged,"
         "claim.total,claim.own_expense\r\n"
         "1,employee_combined,inpatient,unfiled,H00000000001,hospital,3,2025-09-20,2025-09-30,50000.00,5000.00\r\n"
         "2,resident,inpatient,local,H00000000002,township,1,2025-10-02,2025-10-09,4200.00,0.00\r\n";
}

}  // namespace mingbai::screens
