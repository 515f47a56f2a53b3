#include "shell/server/review_rows.h"

#include <algorithm>

#include "core/filing/civil_day.h"
#include "core/filing/judgement.h"
#include "core/filing/masking.h"
#include "shell/server/problem.h"

namespace mingbai::server {
namespace {

using nlohmann::ordered_json;

constexpr std::int32_t days_most = 2 * 366;
constexpr std::int64_t rows_usual = 50;

Finding wrong(std::string name, Text message) {
  return field_finding("wrong_type", std::move(name), std::move(message),
                       {"请更正后重试。", "Correct it and try again."});
}

std::int64_t number(const Request& request, std::string_view name, std::int64_t otherwise,
                    Findings& findings) {
  const auto text = request.parameter(name);
  if (!text) return otherwise;
  const bool digits = !text->empty() && text->size() <= 15 &&
                      std::all_of(text->begin(), text->end(), [](char c) { return c >= '0' && c <= '9'; });
  if (digits) return std::stoll(std::string(*text));
  findings.push_back(
      wrong(std::string(name), {"应为非负整数。", "A whole number from 0 on is expected here."}));
  return otherwise;
}

std::optional<Date> day(const Request& request, std::string_view name, Findings& findings) {
  const auto text = request.parameter(name);
  if (!text || text->empty()) return std::nullopt;
  if (const auto read = parse_date(*text)) return *read;
  findings.push_back(wrong(std::string(name), {"应为日期。", "A date is expected here."}));
  return std::nullopt;
}

std::vector<std::string> stages(const Request& request, Findings& findings) {
  const auto text = request.parameter("stage").value_or("");
  if (text.empty()) return {"submitted", "confirmed", "refusal_proposed", "recheck_due"};
  if (text == "all") return {};
  std::vector<std::string> list;
  for (std::size_t at = 0; at <= text.size();) {
    const auto end = std::min(text.find(',', at), text.size());
    list.emplace_back(text.substr(at, end - at));
    if (!filing::read_stage(list.back()))
      findings.push_back(wrong("stage", {"没有这个环节。", "There is no such stage."}));
    at = end + 1;
  }
  return list;
}

}  // namespace

store::ListFilter read_filter(const Request& request, std::int64_t rows_most, Findings& findings) {
  store::ListFilter filter;
  filter.stages = stages(request, findings);
  filter.kind = request.parameter("kind").value_or("");
  filter.after = number(request, "after", 0, findings);
  filter.limit = std::clamp<std::int64_t>(number(request, "limit", rows_usual, findings), 1, rows_most);
  filter.from = day(request, "from", findings);
  filter.to = day(request, "to", findings);
  return filter;
}

Days read_days(const Request& request, Findings& findings) {
  const auto from = day(request, "from", findings), to = day(request, "to", findings);
  if (findings.empty() && (!from || !to || *to < *from || *to - *from > days_most))
    findings.push_back(
        wrong("from", {"请给出起止日期，相隔不超过两年。", "Give from and to, at most two years apart."}));
  return {from.value_or(Date{0}), to.value_or(Date{0})};
}

ordered_json review_row(const policy::Library& library, const store::ListedFiling& row,
                        sync::Milliseconds now) {
  const auto matter = filing::matter_of(library, row.payload);
  const auto date = [](const std::optional<Date>& day) {
    return day ? ordered_json(to_iso(*day)) : ordered_json(nullptr);
  };
  return {{"filing", row.filing},
          {"receipt", row.receipt.empty() ? ordered_json(nullptr) : ordered_json(row.receipt)},
          {"kind", row.kind},
          {"policy", row.policy},
          {"stage", row.stage},
          {"since", sync::utc_text(row.since)},
          {"waiting_s", std::max<std::int64_t>(0, (now - row.since) / 1000)},
          {"version", row.version},
          {"name", filing::masked_name(matter.name)},
          {"certificate", filing::masked(matter.certificate)},
          {"subject", row.subject},
          {"provider", row.institution},
          {"region", row.region},
          {"effective_from", date(row.effective_from)},
          {"effective_to", date(row.effective_to)},
          {"verdict", filing::verdict_of(library, row.payload, filing::day_in_china(now))}};
}

std::string dumped(const ordered_json& json) {
  return json.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

std::string csv_cell(std::string_view text) {
  std::string cell = "\"";
  if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos)
    cell += '\'';
  for (const char c : text) {
    if (c == '"') cell += '"';
    cell += c;
  }
  return cell + "\"";
}

}  // namespace mingbai::server
