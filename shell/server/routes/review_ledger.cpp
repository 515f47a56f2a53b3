#include "core/filing/civil_day.h"
#include "core/filing/masking.h"
#include "core/filing/matter.h"
#include "shell/server/answers.h"
#include "shell/server/review_rows.h"
#include "shell/server/routes/routes.h"

namespace mingbai::server {
namespace {

constexpr std::int64_t filings_most = 100'000;
constexpr const char* header =
    "\xEF\xBB\xBF回执号,备案,种类,政策,参保地,机构,事项,姓名,证件号码,提交日,环节,环节自,经手,待遇起,"
    "待遇止,事项名称\r\n";

std::string line_of(const policy::Library& library, const store::ListedFiling& row) {
  const auto matter = filing::matter_of(library, row.payload);
  const auto day = [](const std::optional<Date>& date) { return date ? to_iso(*date) : std::string(); };
  const std::string cells[] = {row.receipt,
                               row.filing,
                               row.kind,
                               row.policy,
                               row.region,
                               row.institution,
                               row.subject,
                               filing::masked_name(matter.name),
                               filing::masked(matter.certificate),
                               to_iso(filing::day_in_china(row.submitted_at)),
                               row.stage,
                               to_iso(filing::day_in_china(row.since)),
                               row.by,
                               day(row.effective_from),
                               day(row.effective_to),
                               filing::subject_name(library, matter).zh};
  std::string line;
  for (const auto& cell : cells) line += (line.empty() ? "" : ",") + csv_cell(cell);
  return line + "\r\n";
}

}  // namespace

// 台账: one line a filing that was handed in within the days, whatever became of it.
asio::awaitable<Response> review_ledger(Services& services, const Request& request) {
  Findings findings;
  const auto [from, to] = read_days(request, findings);
  if (!findings.empty()) co_return problem(Problem::invalid, findings);
  auto look = [&services, from = from, to = to](store::Database& db,
                                                const store::Asker& asker) -> store::Result<Response> {
    auto rows = store::listed_filings(db, asker, {.stages = {}, .kind = "", .limit = filings_most});
    if (!rows) return std::unexpected(std::move(rows.error()));
    Response response{.content_type = "text/csv; charset=utf-8", .body = header};
    for (const auto& row : *rows) {
      const Date day = filing::day_in_china(row.submitted_at);
      if (from <= day && day <= to) response.body += line_of(services.library, row);
    }
    response.headers.push_back({"Content-Disposition", "attachment; filename=\"ledger.csv\""});
    return response;
  };
  co_return co_await answered(services, request, require_staff, std::move(look));
}

}  // namespace mingbai::server
