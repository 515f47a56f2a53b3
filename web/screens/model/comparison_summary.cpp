#include "web/screens/model/comparison_summary.h"

#include "core/base/money.h"
#include "web/screens/model/csv.h"
#include "web/screens/model/json_reading.h"

namespace mingbai::screens {
namespace {

int sign_of(std::int64_t value) { return value > 0 ? 1 : value < 0 ? -1 : 0; }

std::int64_t size_of(std::int64_t value) { return value < 0 ? -value : value; }

std::string amount(std::int64_t fen) { return to_display(Money{fen}); }

// The edges of a histogram are whole yuan: "2,000".
std::string edge(std::int64_t fen) {
  std::string out = amount(fen);
  if (out.ends_with(".00")) out.resize(out.size() - 3);
  return out;
}

SideTotal side(const Json& json) {
  return {amount(fen_of(part(json, "total"))), amount(fen_of(part(json, "fund_pay"))),
          amount(fen_of(part(json, "major_illness_pay"))), amount(fen_of(part(json, "self_pay"))), whole(json, "undetermined")};
}

GroupRow group_row(const Json& json, const Names& names, const strings::Strings& t) {
  GroupRow row;
  row.label = group_label(json, names, t);
  row.people = whole(json, "people");
  row.winners = whole(json, "winners");
  row.losers = whole(json, "losers");
  const Json& fund = list(json, "fund_pay");
  row.fund_a = fund.empty() ? 0 : fen_of(fund.front());
  row.fund_b = fund.empty() ? 0 : fen_of(fund.back());
  row.shown_a = amount(row.fund_a);
  row.shown_b = amount(row.fund_b);
  row.difference = signed_amount(row.fund_b - row.fund_a, t);
  row.sign = sign_of(row.fund_b - row.fund_a);
  return row;
}

void add_groups(const Json& summary, const Names& names, const strings::Strings& t, ComparisonSummary& out) {
  for (const Json& json : list(summary, "groups")) {
    const std::string fact = word(json, "fact");
    if (out.groupings.empty() || out.groupings.back().fact != fact) {
      const FactName* name = names.fact(fact);
      out.groupings.push_back({fact, name ? name->label.in(t.language) : fact, {}});
    }
    out.groupings.back().rows.push_back(group_row(json, names, t));
  }
}

void add_clauses(const Json& summary, const Names& names, const strings::Strings& t, ComparisonSummary& out) {
  for (const Json& json : list(summary, "clauses")) {
    const std::int64_t difference = fen_of(part(json, "difference"));
    const policy::Source source{word(json, "document"), word(json, "clause"),
                                policy::parse_status(word(json, "status")).value_or(policy::Status::in_force), {}};
    ClauseRow row{sentence(json, "label").in(t.language), source_line(source, names, t), whole(json, "people"),
                  signed_amount(difference, t), sign_of(difference)};
    if (row.label.empty()) row.label = word(json, "step");
    out.clauses.push_back(std::move(row));
  }
}

// "少付 500.00–2,000.00": a stretch of what one pays more (above zero) or less.
HistogramRow histogram_row(const Json& json, const strings::Strings& t) {
  const Json &low = part(json, "from"), &high = part(json, "to");
  const std::int64_t from = fen_of(low), to = fen_of(high);
  HistogramRow row{.people = whole(json, "people"), .sum = size_of(fen_of(part(json, "sum")))};
  row.amount = amount(row.sum);
  const bool less = (high.is_string() && to <= 0 && !(from == 0 && to == 0)) || (low.is_null() && to <= 0);
  const bool same = low.is_string() && high.is_string() && from == 0 && to == 0;
  row.sign = same ? 0 : less ? -1 : 1;
  if (same) {
    row.label = t("scenario.same");
    return row;
  }
  const std::int64_t near = less ? size_of(to) : from, far = less ? size_of(from) : to;
  const bool open = less ? low.is_null() : high.is_null();
  const std::string range = open ? t("scenario.above", {{"value", edge(near)}})
                            : near == 0 ? t("scenario.up_to", {{"value", edge(far)}})
                                        : edge(near) + "–" + edge(far);
  row.label = less ? t("scenario.pays_less", {{"range", range}}) : t("scenario.pays_more", {{"range", range}});
  return row;
}

}  // namespace

std::int64_t fen_of(const Json& value) {
  if (!value.is_string()) return 0;
  std::string text = value.get<std::string>();
  const bool negative = text.starts_with('-');
  if (negative) text.erase(0, 1);
  const auto money = parse_money(text);
  return money ? (negative ? -money->fen : money->fen) : 0;
}

std::string group_label(const Json& group, const Names& names, const strings::Strings& t) {
  const std::string fact = word(group, "fact"), key = word(group, "key");
  if (fact.ends_with(".level")) {
    if (const auto level = strings::find("level." + key)) return std::string(t(*level));
  }
  std::string label = sentence(group, "label").in(t.language);
  if (label.empty() || label == key) label = names.choice(fact, key, t.language);
  return label.empty() ? std::string(t("scenario.unknown")) : label;
}

std::string grouped(std::int64_t value) {
  std::string digits = std::to_string(size_of(value));
  for (std::size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, ",");
  }
  return value < 0 ? "−" + digits : digits;
}

std::string signed_amount(std::int64_t fen, const strings::Strings& t) {
  if (fen == 0) return "0.00";
  return (fen > 0 ? "+" : std::string(t("app.minus"))) + amount(size_of(fen));
}

std::optional<ComparisonSummary> read_summary(std::string_view text, const Names& names, const strings::Strings& t) {
  const Json summary = Json::parse(text, nullptr, false);
  if (!summary.is_object() || list(summary, "totals").empty()) return std::nullopt;
  ComparisonSummary out;
  for (const Json& policy : list(summary, "policies")) {
    out.policies.push_back({word(policy, "id"), word(policy, "version"), sentence(policy, "title").in(t.language)});
  }
  for (const Json& total : list(summary, "totals")) out.totals.push_back(side(total));
  out.people = whole(summary, "people");
  out.claims = whole(summary, "claims");
  out.seed = whole(summary, "seed");
  out.basis = word(summary, "basis");
  out.winners = whole(part(summary, "winners"), "people");
  out.losers = whole(part(summary, "losers"), "people");
  out.unchanged = whole(part(summary, "unchanged"), "people");
  out.won = amount(size_of(fen_of(part(part(summary, "winners"), "sum"))));
  out.lost = amount(size_of(fen_of(part(part(summary, "losers"), "sum"))));
  const Json& difference = part(summary, "difference");
  const std::int64_t fund = fen_of(part(difference, "fund_pay")) + fen_of(part(difference, "major_illness_pay"));
  out.fund_difference = amount(size_of(fund));
  out.fund_sign = sign_of(fund);
  const std::int64_t self = fen_of(part(difference, "self_pay"));
  out.self_difference = signed_amount(self, t);
  out.self_sign = sign_of(self);
  add_groups(summary, names, t, out);
  add_clauses(summary, names, t, out);
  for (const Json& bin : list(summary, "histogram")) out.histogram.push_back(histogram_row(bin, t));
  for (const Json& finding : list(summary, "findings")) out.findings.push_back(sentence(finding, "message").in(t.language));
  return out;
}

std::string to_csv(const ComparisonSummary& s, const strings::Strings& t) {
  Csv csv;
  csv.line({std::string(t("scenario.people")), std::to_string(s.people)});
  csv.line({std::string(t("scenario.seed")), std::to_string(s.seed)});
  csv.line({"", std::string(t("scenario.total_cost")), std::string(t("calculator.fund")), std::string(t("calculator.major_label")), std::string(t("scenario.people_pay"))});
  for (std::size_t i = 0; i < s.totals.size(); ++i) {
    const SideTotal& total = s.totals[i];
    csv.line({i < s.policies.size() ? s.policies[i].title : std::string(), total.total, total.fund_pay, total.major_illness_pay, total.self_pay});
  }
  csv.line({std::string(t("scenario.winners")), std::to_string(s.winners), s.won});
  csv.line({std::string(t("scenario.losers")), std::to_string(s.losers), s.lost});
  csv.line({std::string(t("scenario.unchanged")), std::to_string(s.unchanged)});
  csv.line({std::string(t("scenario.histogram")), std::string(t("scenario.people")), std::string(t("scenario.band_sum"))});
  for (const HistogramRow& row : s.histogram) csv.line({row.label, std::to_string(row.people), row.amount});
  for (const Grouping& grouping : s.groupings) {
    csv.line({grouping.label, std::string(t("scenario.people")), "A", "B", "B−A", std::string(t("scenario.winners")), std::string(t("scenario.losers"))});
    for (const GroupRow& row : grouping.rows) {
      csv.line({row.label, std::to_string(row.people), row.shown_a, row.shown_b, row.difference, std::to_string(row.winners), std::to_string(row.losers)});
    }
  }
  csv.line({std::string(t("scenario.clauses")), std::string(t("scenario.clause")), std::string(t("scenario.people")), std::string(t("scenario.people_more"))});
  for (const ClauseRow& row : s.clauses) csv.line({row.label, row.source.document + " " + row.source.clause, std::to_string(row.people), row.difference});
  return csv.text();
}

std::vector<PopulationName> read_populations(std::string_view bundle_json, Language language) {
  std::vector<PopulationName> out;
  const Json bundle = Json::parse(bundle_json, nullptr, false);
  const Json& files = part(bundle, "files");
  if (!files.is_object()) return out;
  for (auto it = files.begin(); it != files.end(); ++it) {
    if (!it.key().starts_with("populations/")) continue;
    const std::string id = word(*it, "id");
    const std::string title = sentence(*it, "title").in(language);
    if (!id.empty()) out.push_back({id, title.empty() ? id : title});
  }
  return out;
}

}  // namespace mingbai::screens
