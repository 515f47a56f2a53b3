#pragma once
// Random claims in columns for any policy: keys it knows and some it does not, sums from nothing to very
// large, people with several visits over the turn of a year.

#include <algorithm>
#include <cstdlib>
#include <string>

#include "core/policy/policy.h"
#include "core/scenario/columns.h"
#include "core/scenario/random.h"

namespace mingbai::test {

using policy::Fact;

inline std::size_t trials(std::size_t few, std::size_t full) {
  const char* wanted = std::getenv("MINGBAI_TRIALS");
  return wanted != nullptr && std::string(wanted) == "full" ? full : few;
}

class RandomClaims {
 public:
  RandomClaims(const policy::Policy& policy, std::uint64_t seed, std::int64_t total_most)
      : policy_(policy), random_(seed, 0), total_most_(total_most) {}

  // The next stretch; its books go on from those before, so that a code keeps its word.
  scenario::Claims next(std::size_t people) {
    scenario::Claims& out = claims_;
    out.clear();
    for (std::size_t person = 0; person < people; ++person) {
      const std::size_t visits = pick(4) == 0 ? pick(6) : 1;
      const std::string scheme = word(policy_.scheme_keys(std::nullopt));
      const std::int64_t start = parse_date("2019-01-01")->days + static_cast<std::int64_t>(pick(2700));
      for (std::size_t visit = 0; visit < visits; ++visit)
        add(out, scheme, start + static_cast<std::int64_t>(visit * pick(200)));
      out.first.add_person(visits);
    }
    return out;
  }

  std::uint64_t pick(std::uint64_t below) { return random_.below(below); }

 private:
  static scenario::Claims empty() {
    scenario::Claims out;
    for (const Fact fact : {Fact::insured_scheme,
                            Fact::insured_continuous_months,
                            Fact::insured_outpatient_basic,
                            Fact::claim_care,
                            Fact::claim_provider_region,
                            Fact::claim_provider_kind,
                            Fact::claim_provider_level,
                            Fact::claim_provider_selected,
                            Fact::claim_remote,
                            Fact::claim_category,
                            Fact::claim_disease,
                            Fact::claim_drug_program,
                            Fact::claim_prescription_days,
                            Fact::claim_split,
                            Fact::claim_continues,
                            Fact::claim_admitted,
                            Fact::claim_discharged,
                            Fact::claim_total,
                            Fact::claim_own_expense,
                            Fact::claim_over_limit,
                            Fact::claim_upfront,
                            Fact::ledger_eligible_self_pay,
                            Fact::ledger_fund_paid,
                            Fact::ledger_admissions})
      out.add(fact);
    return out;
  }

  std::string word(const std::vector<std::string>& words, bool may_lack = true) {
    if (words.empty() || (may_lack && pick(12) == 0)) return "";
    return words[pick(words.size())];
  }
  std::string word(Fact fact) { return word(policy_.dictionary.keys(fact)); }

  std::string disease() {
    const auto& list = policy_.catalogues.diseases;
    if (list.empty() || pick(4) == 0) return pick(2) == 0 ? "" : "M99999";
    return list[pick(list.size())].code;
  }
  std::string drug() {
    const auto& list = policy_.catalogues.programs;
    return list.empty() || pick(2) == 0 ? "" : list[pick(list.size())].key;
  }

  void add(scenario::Claims& out, const std::string& scheme, std::int64_t day) {
    const auto put = [&](Fact fact, const std::string& written) {
      scenario::Column& column = *out.find(fact);
      column.codes.push_back(column.book.code(written));
    };
    const auto set = [&](Fact fact, std::int64_t number) { out.find(fact)->put(number); };
    put(Fact::insured_scheme, scheme);
    put(Fact::insured_continuous_months, pick(6) == 0 ? "" : std::to_string(pick(40)));
    put(Fact::insured_outpatient_basic, word({"true", "false"}));
    put(Fact::claim_care, word({"inpatient", "inpatient", "outpatient", "special_disease", "two_diseases",
                                "negotiated_drug", "day_surgery"}));
    put(Fact::claim_provider_region, word({policy_.region, "440100", "110105"}));
    put(Fact::claim_provider_kind, word(Fact::claim_provider_kind));
    put(Fact::claim_provider_level, word({"1", "2", "3"}));
    put(Fact::claim_provider_selected, pick(3) == 0 ? "" : "true");
    put(Fact::claim_remote, word(Fact::claim_remote));
    put(Fact::claim_category, pick(4) == 0 ? word(Fact::claim_category) : "");
    put(Fact::claim_disease, disease());
    put(Fact::claim_drug_program, drug());
    put(Fact::claim_prescription_days, pick(2) == 0 ? "" : std::to_string(1 + pick(90)));
    put(Fact::claim_split, pick(8) == 0 ? "true" : "");
    put(Fact::claim_continues, pick(8) == 0 ? "split" : "");
    set(Fact::claim_admitted, day - static_cast<std::int64_t>(pick(20)));
    set(Fact::claim_discharged, day);
    const std::int64_t total = pick(30) == 0 ? 0 : random_.between(0, total_most_ >> pick(20));
    set(Fact::claim_total, total);
    set(Fact::claim_own_expense, random_.between(0, total / 3));
    set(Fact::claim_over_limit, random_.between(0, total / 4));
    set(Fact::claim_upfront, random_.between(0, total / 5));
    set(Fact::ledger_eligible_self_pay, pick(3) == 0 ? 0 : random_.between(0, 6'000'000));
    set(Fact::ledger_fund_paid, pick(3) == 0 ? 0 : random_.between(0, 70'000'000));
    put(Fact::ledger_admissions, pick(3) == 0 ? "" : std::to_string(pick(4)));
  }

  const policy::Policy& policy_;
  scenario::Random random_;
  std::int64_t total_most_;
  scenario::Claims claims_ = empty();
};

}  // namespace mingbai::test
