// The benchmark W1 by Mingbai: batch BUNDLE claims.csv mingbai.csv WHAT… prints `name claims_per_second checksum`, each
// the best of several. WHAT is single (one claim, silent and explained), csv (text to result) or a machine of the blocks
// (portable, avx2, whole). Checksum = sum(fund + 2 × major + 3 × self) over all claims, as of every peer.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "core/policy/editions.h"
#include "core/policy/library.h"
#include "core/policy/policy.h"
#include "core/reimbursement/claim_facts.h"
#include "core/reimbursement/evaluate.h"
#include "core/reimbursement/ledger.h"
#include "core/reimbursement/settle.h"
#include "core/reimbursement/situation.h"
#include "core/scenario/claim_fields.h"
#include "core/scenario/job.h"
#include "core/scenario/pricing.h"
#include "tests/bench/w1/seconds.h"

using namespace mingbai;
using policy::Fact;
using scenario::Claims;
using scenario::Priced;
using scenario::Pricing;

namespace {

const Date rule_day = *parse_date("2025-01-01");

std::string file_text(const char* path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return std::move(text).str();
}

template <class Run>
double best_seconds(std::size_t inner, Run run) {
  run();
  double best = 1e9;
  for (int round = 0; round < 5; ++round) {
    const double start = bench::seconds();
    for (std::size_t i = 0; i < inner; ++i) {
      run();
      asm volatile("" ::: "memory");
    }
    best = std::min(best, (bench::seconds() - start) / static_cast<double>(inner));
  }
  return best;
}

void print(const std::string& name, double rate, long long checksum) {
  std::printf("%s %.0f %lld\n", name.c_str(), rate, checksum);
  std::fflush(stdout);
}

Claims columns_of(const std::string& csv) {
  Claims out;
  const char* schemes[]{"employee", "resident"};
  const char* remotes[]{"filed", "emergency", "unfiled"};
  for (const Fact fact : {Fact::insured_scheme, Fact::claim_remote, Fact::claim_provider_level, Fact::claim_care,
                          Fact::claim_total, Fact::claim_own_expense, Fact::ledger_eligible_self_pay,
                          Fact::ledger_fund_paid})
    out.add(fact);
  const char* p = csv.c_str() + csv.find('\n') + 1;
  while (*p != 0) {
    long long v[7];
    for (auto& value : v) {
      char* end = nullptr;
      value = std::strtoll(p, &end, 10);
      p = end + 1;
    }
    const std::string words[]{schemes[v[0]], remotes[v[1]], std::to_string(v[2]), "inpatient"};
    for (std::size_t i = 0; i < 4; ++i) out.columns[i].codes.push_back(out.columns[i].book.code(words[i]));
    for (std::size_t i = 0; i < 4; ++i) out.columns[4 + i].put(v[3 + i]);
    out.first.add_person(1);
  }
  return out;
}

long long checksum(const Priced& priced) {
  long long out = 0;
  for (std::size_t i = 0; i < priced.fund.size(); ++i)
    out += priced.fund[i] + 2 * priced.major_illness[i] + 3 * priced.self[i];
  return out;
}

void batch(const policy::Policy& policy, const Claims& claims, const std::string& machine) {
  Pricing pricing(policy, {}, rule_day, false);
  pricing.use_machine(machine);
  Priced priced;
  priced.with_eligible = false;  // nor do the peers give it
  const double seconds = best_seconds(40, [&] { pricing.price(claims, priced); });
  print("batch-" + machine, static_cast<double>(claims.rows()) / seconds, checksum(priced));
}

void single(const policy::Library& library, const policy::Policy& policy, const Claims& columns) {
  std::vector<reimbursement::Claim> claims;
  for (std::size_t row = 0; row < std::min<std::size_t>(2000, columns.rows()); ++row) {
    claims.push_back(scenario::claim_at(columns, row));
    claims.back().policy = policy.id;
    claims.back().as_of = claims.back().discharged = rule_day;
  }
  policy::Editions editions;
  long long sum = 0;
  reimbursement::Plan plan;
  const double silent = best_seconds(20, [&] {
    sum = 0;
    for (const auto& claim : claims) {
      const auto& edition = editions.of(policy, rule_day, claim.statuses);
      const auto situation = reimbursement::situation_of(claim, policy.region);
      const auto facts = reimbursement::facts_of(policy, claim, situation.remote);
      reimbursement::Silent recorder;
      make_plan(edition, *claim.care, facts, recorder.unknown, plan);
      const auto t = evaluate(plan, facts, year_so_far(claim), recorder);
      sum += t.fund + 2 * t.major_illness + 3 * (t.total - t.fund - t.major_illness);
    }
  });
  print("one-claim", static_cast<double>(claims.size()) / silent, sum);
  const double explained = best_seconds(5, [&] {
    sum = 0;
    for (const auto& claim : claims) {
      const auto s = reimbursement::settle(library, claim, editions);
      sum += s.fund_pay.fen + 2 * s.major_illness_pay.fen + 3 * s.self_pay.fen;
    }
  });
  print("one-claim-explained", static_cast<double>(claims.size()) / explained, sum);
}

void csv(const policy::Library& library, const std::string& text, std::size_t rows) {
  long long sum = 0;
  const double seconds = best_seconds(1, [&] {
    scenario::Request request;
    request.policies = {"w1"};
    request.claims = text;
    request.as_of = rule_day;
    auto job = scenario::Job::open(library, std::move(request));
    while (!job->done()) job->step(1 << 20);
    const auto totals = job->result().totals[0];
    sum = totals.fund + 2 * totals.major_illness + 3 * totals.self;
  });
  print("csv-to-result", static_cast<double>(rows) / seconds, sum);
}

}  // namespace

int main(int count, char** words) {
  if (count < 4) return 2;
  const auto library = policy::Library::load(file_text(words[1]));
  if (!library) {
    for (const auto& finding : library.error())
      std::printf("%s %s\n", finding.code.c_str(), finding.fact.c_str());
    return 1;
  }
  const auto& policy = *library->find("w1");
  const Claims claims = columns_of(file_text(words[2]));
  for (int i = 4; i < count; ++i) {
    const std::string what = words[i];
    if (what == "single")
      single(*library, policy, claims);
    else if (what == "csv")
      csv(*library, file_text(words[3]), claims.rows());
    else
      batch(policy, claims, what);
  }
  return 0;
}
