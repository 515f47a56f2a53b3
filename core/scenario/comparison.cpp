#include "core/scenario/comparison.h"

#include <algorithm>
#include <tuple>

#include "core/scenario/claim_fields.h"

namespace mingbai::scenario {
namespace {

constexpr std::int64_t band_edges_yuan[] = {-5000, -2000, -500, -200, 0, 200, 500, 2000, 5000};

std::vector<Band> bands() {
  std::vector<Band> out;
  std::optional<std::int64_t> from;
  for (const std::int64_t edge : band_edges_yuan) {
    out.push_back({from, edge * 100, 0, 0});
    from = edge * 100;
  }
  out.push_back({from, std::nullopt, 0, 0});
  return out;
}

Text label_of(const policy::Policy& policy, policy::Fact fact, const std::string& word) {
  if (word.empty()) return {"未知", "not known"};
  if (fact == policy::Fact::insured_scheme)
    if (const auto* scheme = policy.scheme(word)) return scheme->label;
  for (const auto& value : policy.dictionary.of(fact).domain)
    if (value.key == word) return value.label;
  return {word, word};
}

// Where the word stands in the fact's domain; others after, by the word.
std::size_t order_of(const policy::Policy& policy, policy::Fact fact, const std::string& word) {
  std::size_t at = 0;
  if (fact == policy::Fact::insured_scheme) {
    for (const auto& scheme : policy.schemes) {
      if (scheme.key == word) return at;
      ++at;
    }
    return at;
  }
  for (const auto& value : policy.dictionary.of(fact).domain) {
    if (value.key == word) return at;
    ++at;
  }
  return at;
}

std::int64_t sum_between(const std::vector<std::int64_t>& column, std::size_t first, std::size_t last) {
  std::int64_t out = 0;
  for (std::size_t row = first; row < last; ++row) out += column[row];
  return out;
}

}  // namespace

Comparison::Comparison(std::vector<Pricing*> pricings, std::vector<policy::Fact> groups)
    : pricings_(std::move(pricings)), totals_(pricings_.size()), bands_(bands()) {
  for (const policy::Fact fact : groups) groups_.push_back({fact, 0, false, {}, {}});
}

void Comparison::add(const Claims& claims, const std::vector<Priced>& priced) {
  people_ += claims.people();
  claims_ += claims.rows();
  add_totals(claims, priced);
  add_groups(claims, priced);
  if (priced.size() == 2) add_people(claims, priced);
}

void Comparison::add_totals(const Claims& claims, const std::vector<Priced>& priced) {
  for (std::size_t p = 0; p < priced.size(); ++p) {
    const Priced& prices = priced[p];
    Sums& sums = totals_[p];
    const std::size_t rows = claims.rows();
    std::int64_t eligible = 0, fund = 0, major = 0, self = 0;
    for (std::size_t row = 0; row < rows; ++row) {
      eligible += prices.eligible[row];
      fund += prices.fund[row];
      major += prices.major_illness[row];
      self += prices.self[row];
    }
    sums.eligible += eligible;
    sums.fund += fund;
    sums.major_illness += major;
    sums.self += self;
    sums.total += fund + major + self;
  }
}

// People of several rows count once in each group their rows lie in.
void Comparison::add_groups(const Claims& claims, const std::vector<Priced>& priced) {
  const Priced& a = priced.front();
  const Priced& b = priced.back();
  const bool one_row_each = claims.first.one_row_each();
  for (GroupTable& table : groups_) {
    const Column* column = claims.find(table.fact);
    if (column == nullptr || !column->coded) continue;
    table.there = true;
    table.by_code.resize(column->book.size());
    for (std::size_t code = table.words.size(); code < column->book.size(); ++code)
      table.words.push_back(column->book.word(static_cast<Code>(code)));
    const Code* codes = column->codes.data();
    if (one_row_each && priced.size() == 1) {
      for (std::size_t row = 0; row < claims.rows(); ++row) {
        GroupSums& sums = table.by_code[codes[row]];
        ++sums.people;
        ++sums.claims;
        sums.total += a.fund[row] + a.major_illness[row] + a.self[row];
        sums.fund[0] += a.fund[row];
        sums.self[0] += a.self[row];
      }
      for (GroupSums& sums : table.by_code) sums.fund[1] = sums.fund[0], sums.self[1] = sums.self[0];
      continue;
    }
    if (one_row_each) {
      for (std::size_t row = 0; row < claims.rows(); ++row) {
        GroupSums& sums = table.by_code[codes[row]];
        ++sums.people;
        ++sums.claims;
        sums.total += a.fund[row] + a.major_illness[row] + a.self[row];
        sums.fund[0] += a.fund[row];
        sums.fund[1] += b.fund[row];
        sums.self[0] += a.self[row];
        sums.self[1] += b.self[row];
        sums.winners += b.self[row] < a.self[row] ? 1 : 0;
        sums.losers += b.self[row] > a.self[row] ? 1 : 0;
      }
      continue;
    }
    for (std::size_t person = 0; person < claims.people(); ++person) {
      const std::size_t first = claims.first[person], last = claims.first[person + 1];
      for (std::size_t row = first; row < last; ++row) {
        if (row > first && std::find(codes + first, codes + row, codes[row]) != codes + row) continue;
        GroupSums& sums = table.by_code[codes[row]];
        std::int64_t self[2] = {0, 0};
        for (std::size_t other = row; other < last; ++other) {
          if (codes[other] != codes[row]) continue;
          ++sums.claims;
          sums.total += a.fund[other] + a.major_illness[other] + a.self[other];
          sums.fund[0] += a.fund[other];
          sums.fund[1] += b.fund[other];
          self[0] += a.self[other];
          self[1] += b.self[other];
        }
        ++sums.people;
        sums.self[0] += self[0];
        sums.self[1] += self[1];
        sums.winners += self[1] < self[0] ? 1 : 0;
        sums.losers += self[1] > self[0] ? 1 : 0;
      }
    }
  }
}

void Comparison::add_people(const Claims& claims, const std::vector<Priced>& priced) {
  for (std::size_t person = 0; person < claims.people(); ++person) {
    const std::size_t first = claims.first[person], last = claims.first[person + 1];
    const std::int64_t difference =
        sum_between(priced[1].self, first, last) - sum_between(priced[0].self, first, last);
    bool differs = difference != 0;
    for (std::size_t row = first; row < last && !differs; ++row)
      differs = priced[0].self[row] != priced[1].self[row] || priced[0].fund[row] != priced[1].fund[row];
    if (differs) add_clauses(claims, priced, person);
    if (difference == 0) {
      ++unchanged_;
      continue;
    }
    Side& side = difference < 0 ? winners_ : losers_;
    ++side.people;
    side.sum += difference < 0 ? -difference : difference;
    auto band = std::ranges::find_if(bands_, [&](const Band& b) { return !b.to || difference < *b.to; });
    ++band->people;
    band->sum += difference;
    keep_example(difference < 0 ? gained_ : lost_, claims, person, difference, difference < 0);
  }
}

void Comparison::add_clauses(const Claims& claims, const std::vector<Priced>& priced, std::size_t person) {
  const std::uint64_t number = claims.people_before + person;
  for (std::size_t row = claims.first[person]; row < claims.first[person + 1]; ++row) {
    const reimbursement::Plan* plans[2];
    std::int64_t rest[2];  // what the person pays that no step moved
    for (std::size_t p = 0; p < 2; ++p) {
      plans[p] = &pricings_[p]->plan(priced[p].plan[row]);
      rest[p] = priced[p].self[row];
    }
    // A step of the one stands against the step of the same key of the other.
    const auto key = [&](std::size_t p, std::size_t at) -> const std::string& {
      return plans[p]->benefit->steps[at].key;
    };
    std::vector<bool> met(plans[1]->steps.size(), false);
    const auto moved = [&](std::size_t p, std::size_t at) {
      const std::int64_t amount = priced[p].moved[at][row];
      return plans[p]->benefit->steps[at].kind == policy::StepKind::second_tier ? -amount : amount;
    };
    for (std::size_t at = 0; at < plans[0]->steps.size(); ++at) {
      std::int64_t difference = -moved(0, at);
      rest[0] -= moved(0, at);
      const policy::Authority* cited = plans[0]->steps[at].cited;
      for (std::size_t other = 0; other < met.size(); ++other) {
        if (met[other] || key(1, other) != key(0, at)) continue;
        met[other] = true;
        difference += moved(1, other);
        rest[1] -= moved(1, other);
        if (plans[1]->steps[other].cited != nullptr) cited = plans[1]->steps[other].cited;
        break;
      }
      if (cited == nullptr) cited = &plans[0]->benefit->authority;
      const auto& step = plans[0]->benefit->steps[at];
      count_clause(cited, step.key, step.label, difference, number);
    }
    for (std::size_t other = 0; other < met.size(); ++other) {
      if (met[other]) continue;
      rest[1] -= moved(1, other);
      const auto& step = plans[1]->benefit->steps[other];
      const auto* cited = plans[1]->steps[other].cited;
      count_clause(cited == nullptr ? &plans[1]->benefit->authority : cited, step.key, step.label,
                   moved(1, other), number);
    }
    const policy::Authority* cited = nullptr;
    for (const auto* plan : plans)
      for (const auto* condition : plan->unmet)
        if (!plan->benefits && condition->effect == policy::Effect::no_benefit) cited = &condition->authority;
    for (const auto* plan : plans)
      if (cited == nullptr && plan->benefit != nullptr) cited = &plan->benefit->authority;
    count_clause(cited, "benefit", {"有没有待遇", "Whether there is a benefit"}, rest[1] - rest[0], number);
  }
}

void Comparison::count_clause(const policy::Authority* cited, const std::string& step, const Text& label,
                              std::int64_t difference, std::uint64_t person) {
  if (difference == 0) return;
  const std::string document = cited == nullptr ? "" : cited->source.document;
  const std::string clause = cited == nullptr ? "" : cited->source.clause;
  auto found = std::ranges::find_if(clauses_, [&](const ClauseSums& sums) {
    return sums.share.step == step && sums.share.document == document && sums.share.clause == clause;
  });
  if (found == clauses_.end())
    found = clauses_.insert(clauses_.end(), {{document, clause, step, label, 0, 0}, UINT64_MAX});
  found->share.difference += difference;
  if (found->last_person != person) ++found->share.people;
  found->last_person = person;
}

void Comparison::keep_example(std::vector<Example>& examples, const Claims& claims, std::size_t person,
                              std::int64_t difference, bool gained) {
  const auto size = [&](std::int64_t d) { return gained ? -d : d; };
  if (examples.size() == examples_most && size(examples.back().difference) >= size(difference)) return;
  Example made{claims.people_before + person + 1, difference, {}};
  for (std::size_t row = claims.first[person]; row < claims.first[person + 1]; ++row)
    made.claims.push_back(claim_at(claims, row));
  const auto at = std::ranges::find_if(
      examples, [&](const Example& other) { return size(other.difference) < size(difference); });
  examples.insert(at, std::move(made));
  if (examples.size() > examples_most) examples.pop_back();
}

void Comparison::finish(Summary& out) const {
  out.people = people_;
  out.claims = claims_;
  out.totals = totals_;
  for (std::size_t p = 0; p < totals_.size(); ++p) {
    out.totals[p].undetermined = pricings_[p]->undetermined();
    for (std::uint32_t n = 0; n < pricings_[p]->plans(); ++n)
      out.basis = policy::weaker(out.basis, pricings_[p]->plan(n).basis);
  }
  for (const GroupTable& table : groups_) {
    if (!table.there) continue;
    const auto& policy = pricings_.front()->policy();
    const auto begin = static_cast<std::ptrdiff_t>(out.groups.size());
    for (std::size_t code = 0; code < table.by_code.size(); ++code) {
      const GroupSums& sums = table.by_code[code];
      if (sums.people == 0) continue;
      const std::string& word = table.words[code];
      Group group{std::string(policy::name_of(table.fact)),
                  word,
                  label_of(policy, table.fact, word),
                  sums.people,
                  sums.claims,
                  sums.total,
                  {},
                  {},
                  sums.winners,
                  sums.losers};
      group.fund.assign(sums.fund, sums.fund + totals_.size());
      group.self.assign(sums.self, sums.self + totals_.size());
      out.groups.push_back(std::move(group));
    }
    std::sort(out.groups.begin() + begin, out.groups.end(), [&](const Group& a, const Group& b) {
      return std::tuple(order_of(policy, table.fact, a.key), a.key) <
             std::tuple(order_of(policy, table.fact, b.key), b.key);
    });
  }
  if (totals_.size() < 2) return;
  const Sums &a = totals_[0], &b = totals_[1];
  out.difference = {b.total - a.total, b.eligible - a.eligible,
                    b.fund - a.fund,   b.major_illness - a.major_illness,
                    b.self - a.self,   0};
  out.winners = winners_;
  out.losers = losers_;
  out.unchanged = unchanged_;
  out.histogram = bands_;
  for (const ClauseSums& sums : clauses_) out.clauses.push_back(sums.share);
  std::ranges::sort(out.clauses, [](const ClauseShare& x, const ClauseShare& y) {
    const auto size = [](std::int64_t d) { return d < 0 ? d : -d; };
    return std::tuple(size(x.difference), x.document, x.clause, x.step) <
           std::tuple(size(y.difference), y.document, y.clause, y.step);
  });
  out.most_gained = gained_;
  out.most_lost = lost_;
}

}  // namespace mingbai::scenario
