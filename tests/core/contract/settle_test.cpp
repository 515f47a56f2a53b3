// The sentences of "how to read an answer" that concern settle, one after the other, with the built-in pack.

#include <algorithm>

#include "core/base/money.h"
#include "tests/core/contract/request.h"

using namespace mingbai;
using test::claim;
using test::Json;
using test::settle;
using test::with;

namespace {

std::int64_t fen(const Json& money) { return parse_money(money.get<std::string>())->fen; }

std::int64_t sum_of(const test::Reply& reply, const std::string& bearer) {
  std::int64_t sum = 0;
  for (const Json& line : reply["lines"])
    if (line.at("bearer") == bearer) sum += fen(line.at("amount"));
  return sum;
}

}  // namespace

TEST_CASE("an unfiled traveller is priced at 80 % of the eligible cost, not refused") {
  const auto reply = settle(claim());
  CHECK(reply.usable);
  CHECK(reply["eligible"] == "36000.00");
  CHECK(reply["deductible"] == "1000.00");
  CHECK(reply["fund_pay"] == "29750.00");
  CHECK(reply["self_pay"] == "20250.00");
  CHECK(reply["basis"] == "assumed");
  CHECK(reply["findings"].empty());
}

TEST_CASE("with a filing the same bill costs 7,650.00 less") {
  const auto reply = settle(with(claim(), "claim.remote", "filed"));
  CHECK(reply["eligible"] == "45000.00");
  CHECK(reply["fund_pay"] == "37400.00");
  CHECK(reply["self_pay"] == "12600.00");
}

TEST_CASE("every line states its sum, its formula with numbers and its source") {
  const auto reply = settle(claim());
  for (const Json& line : reply["lines"]) {
    for (const auto* key : {"step", "amount", "balance", "formula", "label"}) CHECK(line.at(key).is_string());
    CHECK_FALSE(line.at("source").is_null());
    CHECK_FALSE(line.at("source").at("clause").get<std::string>().empty());
  }
  REQUIRE(reply.line("deductible") != nullptr);
  CHECK((*reply.line("deductible"))["formula"] == "36,000.00 − 1,000.00 = 35,000.00");
  CHECK((*reply.line("unfiled_share"))["source"]["document"] == "zs-reply-2025010");
  CHECK((*reply.line("unfiled_share"))["source"]["clause"] == "三(五)");
}

TEST_CASE("the lines of each bearer add up to what the bearer pays") {
  for (const auto* remote : {"unfiled", "filed", "local"}) {
    auto request = with(with(claim(), "claim.remote", remote), "statuses",
                        Json::array({"in_force", "draft", "assumed"}));
    request = with(with(request, "claim.over_limit", "123.45"), "claim.upfront", "67.89");
    const auto reply = settle(request);
    CHECK(sum_of(reply, "fund") == fen(reply["fund_pay"]));
    CHECK(sum_of(reply, "major_illness") == fen(reply["major_illness_pay"]));
    CHECK(sum_of(reply, "person") - sum_of(reply, "major_illness") == fen(reply["self_pay"]));
  }
}

TEST_CASE("the rule date of a claim is the day of discharge") {
  CHECK(settle(with(claim(), "as_of", "2019-01-01"))["fund_pay"] == "29750.00");
  const auto earlier =
      settle(with(with(with(claim(), "claim.admitted", "2021-10-30"), "claim.discharged", "2021-11-30"),
                  "insured.scheme", "basic"));
  CHECK(earlier.usable);
  CHECK(earlier["findings"].empty());
  CHECK(settle(with(with(claim(), "claim.admitted", "2021-11-20"), "claim.discharged", "2021-12-01")).usable);
}

TEST_CASE("admitted before a rule changed and discharged after, the later rule prices the stay") {
  const auto before = settle(with(claim(), "claim.discharged", "2025-09-07"));
  const auto on_the_day = settle(with(claim(), "claim.discharged", "2025-09-08"));
  CHECK((*before.line("unfiled_share"))["source"]["status"] == "assumed");
  CHECK((*on_the_day.line("unfiled_share"))["source"]["status"] == "in_force");
}

TEST_CASE("where no rule in the asked statuses covers the claim nothing is paid and self_pay is the total") {
  const auto reply = settle(with(claim(), "statuses", Json::array({"in_force"})));
  CHECK(reply.usable);
  CHECK(reply["fund_pay"] == "0.00");
  CHECK(reply["major_illness_pay"] == "0.00");
  CHECK(reply["self_pay"] == "50000.00");
  CHECK(reply.found("no_rule"));
  CHECK(reply["eligible"] == "36000.00");
  CHECK(reply["determined"] == false);
  CHECK(reply.finding("no_rule")["source"]["status"] == "assumed");
  CHECK(reply.finding("no_rule")["message"] == "No rule in force covers this; nothing is determined.");
  CHECK_FALSE(reply.finding("no_rule")["remedy"].get<std::string>().empty());
  for (const Json& line : reply["lines"]) CHECK(line["source"]["status"] == "in_force");
  CHECK(reply["ledger"]["fund_paid"] == "0.00");
  const auto outpatient = settle(with(claim(), "claim.care", "outpatient"));
  CHECK(outpatient.found("no_rule"));
  CHECK(outpatient["self_pay"] == "50000.00");
  CHECK(outpatient["eligible"] == "45000.00");
}

TEST_CASE("left out statuses mean in force only") {
  auto request = claim();
  request.erase("statuses");
  CHECK(settle(request).found("no_rule"));
}

TEST_CASE("statuses are exhaustive: assumed alone does not bring the law in force with it") {
  const auto reply = settle(with(claim(), "statuses", Json::array({"assumed"})));
  CHECK(reply.found("no_rule"));
  for (const Json& line : reply["lines"]) CHECK(line["source"]["status"] == "assumed");
}

TEST_CASE("amounts are never null, whatever is missing") {
  for (const auto* path : {"claim.total", "claim.care", "claim.provider.level", "claim.discharged",
                           "insured.scheme", "claim.remote", "insured", "ledger", "as_of", "claim"}) {
    const auto reply = settle(with(claim(), path, nullptr));
    INFO(path);
    CHECK(reply.usable);
    for (const auto* key :
         {"total", "own_expense", "eligible", "deductible", "fund_pay", "major_illness_pay", "self_pay"})
      CHECK(reply[key].is_string());
    CHECK(fen(reply["total"]) ==
          fen(reply["fund_pay"]) + fen(reply["major_illness_pay"]) + fen(reply["self_pay"]));
  }
}

TEST_CASE(
    "missing names leaf facts by path, with label, type and domain, and gives the sum as far as it goes") {
  const auto level = settle(with(claim(), "claim.provider.level", nullptr));
  REQUIRE(level.missing("claim.provider.level"));
  const Json& missing = level["missing"].front();
  CHECK_FALSE(missing["label"].get<std::string>().empty());
  CHECK(missing["type"] == "integer");
  CHECK(missing["domain"] == Json::array({"1", "2", "3"}));
  CHECK(level["eligible"] == "36000.00");
  CHECK(level["fund_pay"] == "0.00");
  CHECK_FALSE(level.found("no_rule"));
  const auto several =
      settle(with(with(claim(), "claim.provider.level", nullptr), "insured.scheme", nullptr));
  CHECK(several.missing("claim.provider.level"));
  CHECK(several.missing("insured.scheme"));
  CHECK(settle(with(claim(), "claim.total", nullptr)).missing("claim.total"));
  CHECK(settle(with(claim(), "claim.discharged", nullptr)).missing("claim.discharged"));
}

TEST_CASE("an unknown place of care is asked for by its leaf") {
  const auto reply = settle(with(with(claim(), "claim.remote", nullptr), "claim.provider.region", nullptr));
  CHECK(reply.missing("claim.provider.region"));
  CHECK_FALSE(reply.missing("claim.remote"));
}

TEST_CASE("money left out is 0.00, except the total") {
  auto request = claim();
  for (const auto* key : {"own_expense", "over_limit", "upfront"}) request["claim"].erase(key);
  request.erase("ledger");
  const auto reply = settle(request);
  CHECK(reply["own_expense"] == "0.00");
  CHECK(reply["missing"].empty());
  CHECK(reply["eligible"] == "40000.00");
  CHECK(reply["ledger"]["year"] == "2025");
}

TEST_CASE("eligible is the total less own expense, over limit and upfront, then 80 % where it applies") {
  auto request = with(with(claim(), "claim.over_limit", "1000.00"), "claim.upfront", "2000.00");
  CHECK(settle(request)["eligible"] == "33600.00");
  CHECK(settle(with(request, "claim.remote", "referred"))["eligible"] == "42000.00");
}

TEST_CASE("every step rounds half up to the fen and the parts still make the total") {
  auto request = with(with(claim(), "claim.total", "10000.03"), "claim.own_expense", "0.00");
  const auto reply = settle(request);
  CHECK(reply["eligible"] == "8000.02");
  CHECK(reply["fund_pay"] == "5950.02");
  CHECK(fen(reply["total"]) ==
        fen(reply["fund_pay"]) + fen(reply["major_illness_pay"]) + fen(reply["self_pay"]));
}

TEST_CASE("a cost below the deductible pays nothing and is not negative") {
  const auto reply = settle(with(with(claim(), "claim.total", "600.00"), "claim.own_expense", "100.00"));
  CHECK(reply["deductible"] == "400.00");
  CHECK(reply["fund_pay"] == "0.00");
  CHECK(reply["self_pay"] == "600.00");
}

TEST_CASE("a traveller who is neither an emergency nor referred is priced as unfiled even with a filing") {
  const auto stated = settle(with(with(claim(), "claim.category", "temporary"), "claim.remote", "filed"));
  CHECK(stated["remote"] == "unfiled");
  CHECK(stated["self_pay"] == "20250.00");
  CHECK_FALSE(stated["notes"].empty());
  auto filings = with(claim(), "claim.remote", nullptr);
  filings["insured"]["filings"] =
      Json::array({{{"category", "temporary"}, {"care_region", "440100"}, {"from", "2025-01-01"}}});
  CHECK(settle(filings)["remote"] == "unfiled");
}

TEST_CASE("remote left out is derived from filings, regions and dates") {
  const auto request = with(claim(), "claim.remote", nullptr);
  CHECK(settle(request)["remote"] == "unfiled");
  CHECK(settle(with(request, "claim.provider.region", "442000"))["remote"] == "local");
  CHECK(settle(with(request, "claim.provider.region", "442001"))["remote"] == "local");
  const auto filed = [&](const char* category, const char* region, Json from, Json to) {
    auto out = request;
    out["insured"]["filings"] =
        Json::array({{{"category", category}, {"care_region", region}, {"from", from}, {"to", to}}});
    return settle(out)["remote"];
  };
  CHECK(filed("long_term_resident", "440100", "2025-01-01", nullptr) == "filed");
  CHECK(filed("long_term_resident", "440000", "2025-01-01", nullptr) == "filed");
  CHECK(filed("referral", "440100", "2025-09-10", nullptr) == "referred");
  CHECK(filed("referral", "440100", "2025-09-11", nullptr) == "unfiled");
  CHECK(filed("referral", "440100", "2025-01-01", "2025-08-30") == "referred");
  CHECK(filed("referral", "440100", "2025-01-01", "2025-08-29") == "unfiled");
  CHECK(filed("posted_worker", "440300", "2025-01-01", nullptr) == "unfiled");
}

TEST_CASE("the basis is the weakest status used, and codes and schemes do not count in it") {
  CHECK(settle(claim())["basis"] == "assumed");
  for (const auto* disease : {"M03900", "no-such-code"})
    CHECK(settle(with(claim(), "claim.disease", disease))["basis"] == "assumed");
  CHECK(settle(with(claim(), "statuses", Json::array({"in_force"})))["basis"] == "in_force");
}

TEST_CASE("the draft on major illness pays only when it is asked for, and the line stays with its reason") {
  auto request = with(with(claim(), "claim.admitted", "2021-05-01"), "claim.discharged", "2021-05-31");
  request = with(request, "ledger.year", "2021");
  request = with(with(request, "insured.scheme", "basic"), "ledger.eligible_self_pay", "20000.00");
  const auto without = settle(request);
  CHECK(without["major_illness_pay"] == "0.00");
  REQUIRE(without.line("major_illness") != nullptr);
  CHECK((*without.line("major_illness"))["amount"] == "0.00");
  CHECK_FALSE((*without.line("major_illness"))["formula"].get<std::string>().empty());
  CHECK((*without.line("major_illness"))["source"]["status"] != "draft");
  const auto with_draft = settle(with(request, "statuses", Json::array({"in_force", "draft", "assumed"})));
  const std::int64_t own = fen(with_draft["eligible"]) - fen(with_draft["fund_pay"]);
  CHECK(fen(with_draft["major_illness_pay"]) == half_up(Money{own}, Ratio{6000}).fen);
  CHECK((*with_draft.line("major_illness"))["source"]["status"] == "draft");
}

TEST_CASE("only what this claim adds above the yearly threshold is shared") {
  auto request = with(with(claim(), "claim.admitted", "2021-05-01"), "claim.discharged", "2021-05-31");
  request = with(request, "ledger.year", "2021");
  request = with(with(request, "insured.scheme", "basic"), "statuses",
                 Json::array({"in_force", "draft", "assumed"}));
  const std::int64_t own = fen(settle(request)["eligible"]) - fen(settle(request)["fund_pay"]);
  CHECK(settle(request)["major_illness_pay"] == "0.00");
  const auto crossing =
      settle(with(request, "ledger.eligible_self_pay", to_yuan(Money{1500000 - own + 100})));
  CHECK(crossing["major_illness_pay"] == "0.60");
  CHECK(fen(crossing["ledger"]["eligible_self_pay"]) == 1500000 + 100);
  CHECK(crossing["ledger"]["major_illness_paid"] == "0.60");
}

TEST_CASE("for a supplementary member the draft asks how long the person has paid without a break") {
  auto request = with(with(claim(), "claim.admitted", "2021-05-01"), "claim.discharged", "2021-05-31");
  request = with(request, "ledger.year", "2021");
  request = with(with(request, "insured.scheme", "supplementary"), "statuses",
                 Json::array({"in_force", "draft", "assumed"}));
  request = with(request, "ledger.eligible_self_pay", "20000.00");
  CHECK(fen(settle(with(request, "insured.continuous_months", 11))["major_illness_pay"]) > 0);
  CHECK(settle(with(request, "insured.continuous_months", 12))["major_illness_pay"] == "0.00");
  const auto unknown = settle(with(request, "insured.continuous_months", nullptr));
  CHECK(unknown.missing("insured.continuous_months"));
  CHECK(unknown["major_illness_pay"] == "0.00");
  CHECK(fen(unknown["fund_pay"]) > 0);
}

TEST_CASE("the ledger grows by the person's eligible cost, the fund's payment and the admission") {
  const auto reply =
      settle(with(with(with(claim(), "ledger.fund_paid", "100.00"), "ledger.eligible_self_pay", "10.00"),
                  "ledger.admissions", 2));
  CHECK(reply["ledger"]["fund_paid"] == "29850.00");
  CHECK(reply["ledger"]["eligible_self_pay"] == "6260.00");
  CHECK(reply["ledger"]["admissions"] == 3);
}

TEST_CASE("another year's ledger is no fault of the message, but it does not count and the answer says so") {
  const auto request = with(with(claim(), "ledger.fund_paid", "599000.00"), "ledger.year", "2024");
  const auto reply = settle(request);
  CHECK(reply.usable);
  CHECK(reply["fund_pay"] == settle(claim())["fund_pay"]);
  CHECK(reply["ledger"]["year"] == "2025");
  CHECK(reply["ledger"]["fund_paid"] == reply["fund_pay"]);
  REQUIRE(reply.found("ledger_of_another_year", "ledger.year"));
  CHECK(reply.finding("ledger_of_another_year")["actual"] == "2024");
  CHECK(reply.finding("ledger_of_another_year")["allowed"] == Json::array({"2025"}));
  CHECK_FALSE(settle(with(request, "ledger.year", "2025")).found("ledger_of_another_year"));
  CHECK(settle(with(request, "ledger.year", "twenty")).found("bad_year"));
}

TEST_CASE("past the yearly ceiling the fund pays no more and the person bears the rest") {
  const auto reply = settle(with(claim(), "ledger.fund_paid", "599000.00"));
  CHECK(reply["fund_pay"] == "1000.00");
  CHECK(reply["self_pay"] == "49000.00");
  CHECK(settle(with(claim(), "ledger.fund_paid", "9999999.00"))["fund_pay"] == "0.00");
}

TEST_CASE("assumed inpatient figures exist for every scheme on every day and every level") {
  struct Stretch {
    const char* scheme;
    const char* first;
    const char* last;
  };
  for (const Stretch& s :
       {Stretch{"basic", "2019-01-01", "2021-11-30"}, Stretch{"supplementary", "2019-01-01", "2021-11-30"},
        Stretch{"employee_pooled", "2021-12-01", "2030-01-01"},
        Stretch{"employee_combined", "2021-12-01", "2030-01-01"},
        Stretch{"resident", "2021-12-01", "2030-01-01"}})
    for (Date day = *parse_date(s.first); day <= *parse_date(s.last); day = day + 61)
      for (const int level : {1, 2, 3})
        for (const auto* remote : {"unfiled", "local", "filed", "referred", "emergency"}) {
          auto request = with(with(claim(), "insured.scheme", s.scheme), "claim.discharged", to_iso(day));
          request = with(with(with(request, "claim.admitted", to_iso(day)), "claim.provider.level", level),
                         "claim.remote", remote);
          const auto reply = settle(request);
          INFO(s.scheme << " " << to_iso(day) << " " << level << " " << remote);
          REQUIRE(reply["determined"] == true);
          REQUIRE(reply["findings"].empty());
          REQUIRE(reply["basis"] == "assumed");
        }
}

TEST_CASE("both languages say the same in their own words") {
  const auto zh = settle(claim(), Language::zh), en = settle(claim(), Language::en);
  CHECK(zh["self_pay"] == en["self_pay"]);
  CHECK(zh["lines"].size() == en["lines"].size());
  CHECK(zh["lines"][0]["label"] == "总费用");
  CHECK(en["lines"][0]["label"] == "Total cost");
}
