#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

#include "core/sync/sha256.h"
#include "shell/server/answers.h"
#include "shell/server/review_rows.h"
#include "shell/server/routes/routes.h"

namespace mingbai::server {
namespace {

using nlohmann::ordered_json;

constexpr std::int64_t filings_most = 100'000;
constexpr int whole_bp = 10'000;

struct Draw {
  std::string seed;
  int share_bp = 0;
};

Draw read_draw(const Request& request, Findings& findings) {
  Draw draw{.seed = std::string(request.parameter("seed").value_or(""))};
  const auto share = request.parameter("share_bp").value_or("");
  const auto [end, error] = std::from_chars(share.data(), share.data() + share.size(), draw.share_bp);
  const bool whole = error == std::errc() && end == share.data() + share.size();
  if (!whole || draw.share_bp < 1 || draw.share_bp > whole_bp)
    findings.push_back(
        field_finding("out_of_range", "share_bp",
                      {"抽查比例应为 1 至 10000（万分之）。", "The share is 1 to 10000 basis points."},
                      {"请更正后重试。", "Correct it and try again."}));
  if (draw.seed.empty() || draw.seed.size() > 64)
    findings.push_back(
        field_finding("missing_key", "seed", {"请给出随机种子。", "A seed is needed."},
                      {"请写一个种子，同一种子抽到同一批。", "The same seed draws the same list."}));
  return draw;
}

// The share of the list that comes first by the hash of seed and filing: whoever repeats the draw gets the
// same.
std::vector<store::ListedFiling> drawn(std::vector<store::ListedFiling> all, const Draw& draw) {
  std::vector<std::pair<std::string, std::size_t>> order;
  for (std::size_t at = 0; at < all.size(); ++at)
    order.emplace_back(sync::sha256_hex(draw.seed + "\n" + all[at].filing), at);
  std::sort(order.begin(), order.end());
  const auto share = static_cast<std::size_t>(draw.share_bp);
  order.resize((all.size() * share + whole_bp - 1) / whole_bp);
  std::vector<store::ListedFiling> list;
  for (const auto& [hash, at] : order) list.push_back(std::move(all[at]));
  return list;
}

}  // namespace

asio::awaitable<Response> review_sample(Services& services, const Request& request) {
  Findings findings;
  const auto draw = read_draw(request, findings);
  const auto [from, to] = read_days(request, findings);
  if (!findings.empty()) co_return problem(Problem::invalid, findings);
  auto look = [&services, draw, from = from, to = to](store::Database& db,
                                                      const store::Asker& asker) -> store::Result<Response> {
    store::ListFilter filter{
        .stages = {"in_effect", "recheck_due", "expired"}, .kind = "", .limit = filings_most};
    filter.from = from;
    filter.to = to;
    auto all = store::listed_filings(db, asker, filter);
    if (!all) return std::unexpected(std::move(all.error()));
    const auto count = all->size();
    ordered_json body = {
        {"seed", draw.seed}, {"share_bp", draw.share_bp}, {"of", count}, {"filings", ordered_json::array()}};
    for (const auto& row : drawn(std::move(*all), draw))
      body["filings"].push_back(review_row(services.library, row, now()));
    return json_answer(dumped(body));
  };
  co_return co_await answered(services, request, require_staff, std::move(look));
}

}  // namespace mingbai::server
