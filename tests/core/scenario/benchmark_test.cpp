// The benchmark W1 (tests/bench/w1) as a policy gives what a few lines written by hand give: blocks, one by one and
// through a CSV, for seeds other than the benchmark's own. `make bench` asks the same of many more claims.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "core/policy/library.h"
#include "core/scenario/job.h"
#include "core/scenario/pricing.h"
#include "core/scenario/read_claims.h"
#include "core/scenario/shape.h"
#include "tests/core/contract/mutation.h"
#include "tests/core/contract/request.h"

using namespace mingbai;
using scenario::Claims;
using scenario::Priced;

namespace {

const policy::Library& benchmark() {
  static const policy::Library library = [] {
    contract::Json files = contract::Json::object();
    const std::filesystem::path root = "tests/bench/w1/policies";
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
      if (!entry.is_regular_file()) continue;
      std::ifstream file(entry.path(), std::ios::binary);
      std::ostringstream text;
      text << file.rdbuf();
      files[entry.path().lexically_relative(root).generic_string()] = text.str();
    }
    return policy::Library::load(contract::dump({{"files", files}})).value();
  }();
  return library;
}

struct ByHand {
  std::int64_t scheme, filing, level, total, own, borne, paid;
  std::int64_t fund = 0, major = 0;

  void settle() {
    constexpr std::int64_t deductibles[]{30000, 60000, 100000, 30000, 60000, 120000};
    constexpr std::int64_t rates[]{95, 90, 85, 85, 75, 65}, caps[]{60000000, 35000000};
    const auto percent = [](std::int64_t sum, std::int64_t rate) { return (sum * rate + 50) / 100; };
    const auto over = [](std::int64_t a, std::int64_t b) { return std::max<std::int64_t>(0, a - b); };
    const std::int64_t row = scheme * 3 + level - 1, cost = total - own;
    const std::int64_t eligible = filing == 2 ? percent(cost, 80) : cost;
    fund = std::min(percent(over(eligible, deductibles[row]), rates[row]), over(caps[scheme], paid));
    major = percent(over(borne + eligible - fund, 1500000) - over(borne, 1500000), 60);
  }
};

std::vector<ByHand> claims_of(std::uint32_t seed, std::size_t count) {
  test::Random random(seed);
  std::vector<ByHand> out;
  for (std::size_t i = 0; i < count; ++i) {
    ByHand claim{};
    claim.scheme = test::pick(random, 2);
    claim.filing = test::pick(random, 3);
    claim.level = 1 + test::pick(random, 3);
    claim.total = random() % (std::int64_t{10} << test::pick(random, 23));
    claim.own = claim.total == 0 ? 0 : static_cast<std::int64_t>(random()) % (claim.total + 1);
    claim.borne = test::pick(random, 2) == 0 ? 0 : random() % 4000000;
    claim.paid = test::pick(random, 3) == 0 ? 0 : random() % 61000000;
    claim.settle();
    out.push_back(claim);
  }
  return out;
}

std::string csv_of(const std::vector<ByHand>& claims) {
  const char* schemes[]{"employee", "resident"};
  const char* remotes[]{"filed", "emergency", "unfiled"};
  std::string out =
      "insured.scheme,claim.remote,claim.provider.level,claim.care,claim.total,claim.own_expense,"
      "ledger.eligible_self_pay,ledger.fund_paid\n";
  for (const ByHand& c : claims) {
    out += std::string(schemes[c.scheme]) + "," + remotes[c.filing] + "," + std::to_string(c.level) + ",inpatient";
    for (const std::int64_t fen : {c.total, c.own, c.borne, c.paid}) out += "," + to_yuan(Money{fen});
    out += "\n";
  }
  return out;
}

}  // namespace

namespace {

Claims read(const std::string& csv) {
  auto text = scenario::ClaimsText::open(csv, {benchmark().find("w1")});
  REQUIRE(text);
  Claims claims;
  claims.columns = text->columns();
  while (text->read(claims, claims.rows() + 1000)) {
  }
  REQUIRE(text->faults() == 0);
  return claims;
}

void require_by_hand(const Priced& priced, const std::vector<ByHand>& by_hand) {
  for (std::size_t row = 0; row < by_hand.size(); ++row) {
    INFO("row " << row);
    REQUIRE(priced.fund[row] == by_hand[row].fund);
    REQUIRE(priced.major_illness[row] == by_hand[row].major);
    REQUIRE(priced.self[row] == by_hand[row].total - by_hand[row].fund - by_hand[row].major);
  }
}

Priced by_blocks(const Claims& claims, const std::string& machine, bool with_eligible = true) {
  scenario::Pricing pricing(*benchmark().find("w1"), {}, parse_date("2025-01-01").value(), false);
  pricing.use_machine(machine);
  Priced priced;
  priced.with_eligible = with_eligible;
  pricing.price(claims, priced);
  return priced;
}

}  // namespace

TEST_CASE("the benchmark's policy settles to the fen what is settled by hand, for any seed") {
  const policy::Policy& policy = *benchmark().find("w1");
  for (std::uint32_t seed = 1; seed <= static_cast<std::uint32_t>(test::trials(6, 100)); ++seed) {
    const auto by_hand = claims_of(seed, 3000);
    const Claims claims = read(csv_of(by_hand));
    REQUIRE(claims.rows() == by_hand.size());
    for (const std::string machine : {"", "portable", "whole", "one by one"}) {
      scenario::Pricing pricing(policy, {}, parse_date("2025-01-01").value(), false);
      Priced priced;
      if (machine == "one by one") {
        pricing.price_one_by_one(claims, priced);
      } else {
        pricing.use_machine(machine);
        pricing.price(claims, priced);
      }
      INFO("seed " << seed << " " << machine);
      require_by_hand(priced, by_hand);
    }
  }
}

TEST_CASE("blocks settle any number of rows, with what is eligible and without") {
  for (const std::size_t rows : {1, 2, 3, 255, 256, 257, 511, 513, 8191, 8192, 8193, 16385}) {
    const auto by_hand = claims_of(77, rows);
    const Claims claims = read(csv_of(by_hand));
    for (const std::string machine : {"", "portable", "whole"})
      for (const bool with_eligible : {true, false}) {
        INFO(rows << " rows " << machine);
        const Priced priced = by_blocks(claims, machine, with_eligible);
        require_by_hand(priced, by_hand);
        for (std::size_t row = 0; row < rows && with_eligible; ++row)
          REQUIRE(priced.eligible[row] >= priced.fund[row] + priced.major_illness[row]);
      }
  }
}

TEST_CASE("one sum too large for doubles sends the whole stretch through whole numbers") {
  for (const std::int64_t total : {scenario::sums_in_double_below - 1, scenario::sums_in_double_below,
                                   std::int64_t{999'999'999'999'999}}) {
    auto by_hand = claims_of(78, 600);
    by_hand[301].total = total;
    by_hand[301].own = total / 7;
    by_hand[301].settle();
    require_by_hand(by_blocks(read(csv_of(by_hand)), ""), by_hand);
  }
}

TEST_CASE("keys of routes may be short, long, or too long for a table") {
  const auto by_hand = claims_of(79, 9000);
  for (const std::size_t hospitals : {1, 100, 200, 500, 5000}) {
    Claims claims = read(csv_of(by_hand));
    scenario::Column& column = claims.add(policy::Fact::claim_provider_code);
    for (std::size_t row = 0; row < by_hand.size(); ++row)
      column.codes.push_back(column.book.code("H" + std::to_string(row * 7919 % hospitals)));
    INFO(hospitals << " hospitals");
    require_by_hand(by_blocks(claims, ""), by_hand);
  }
}
