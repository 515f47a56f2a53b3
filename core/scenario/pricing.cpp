#include "core/scenario/pricing.h"

#include <algorithm>
#include <utility>

#include "core/reimbursement/claim_facts.h"
#include "core/reimbursement/evaluate.h"
#include "core/reimbursement/ledger.h"
#include "core/reimbursement/situation.h"
#include "core/scenario/claim_fields.h"
#include "core/scenario/router.h"
#include "core/scenario/shape.h"

namespace mingbai::scenario {

using policy::Fact;
using reimbursement::Claim;
using reimbursement::Ledger;
using reimbursement::Plan;
using reimbursement::Totals;

void Priced::resize(std::size_t rows, std::size_t steps) {
  for (auto* column : {&eligible, &fund, &major_illness, &self}) column->resize(rows);
  plan.resize(rows);
  if (moved.size() < steps) moved.resize(steps);
  for (auto& column : moved) column.resize(rows);
}

namespace {

// What tells plans apart, for finding one again.
std::vector<std::int64_t> marks(const Plan& plan) {
  const auto place = [](const void* p) {
    return static_cast<std::int64_t>(reinterpret_cast<std::intptr_t>(p));
  };
  std::vector<std::int64_t> out{place(plan.benefit), static_cast<std::int64_t>(plan.stop), plan.determined,
                                plan.lacks_rule, plan.benefits};
  for (const auto& step : plan.steps)
    out.insert(out.end(), {static_cast<std::int64_t>(step.why), step.figure, step.second_figure,
                           place(step.authority), place(step.second), place(step.cited)});
  for (const auto* condition : plan.unmet) out.push_back(place(condition));
  return out;
}

std::optional<policy::DeductibleWay> way_of(const Plan& plan) {
  for (std::size_t at = 0; at < plan.steps.size(); ++at)
    if (plan.benefit->steps[at].kind == policy::StepKind::deductible && plan.steps[at].concerns())
      return plan.benefit->steps[at].way;
  return std::nullopt;
}

constexpr std::size_t part_rows = 8192;

struct Route {
  std::uint32_t plan = 0;
  std::uint32_t shape = UINT32_MAX;  // none: nothing is paid
  std::uint16_t place = 0;
  std::uint8_t admits = 0;  // a stay in a bed
  std::uint8_t splits = 0;
};

}  // namespace

struct Pricing::Inside {
  const policy::Policy* policy;
  policy::StatusSet statuses;
  std::optional<Date> as_of;
  bool with_steps;
  Router router;
  bool blocks = true;     // every benefit suits blocks
  std::size_t steps = 0;  // of the longest benefit
  policy::Editions editions{};
  std::vector<std::unique_ptr<Plan>> plans{};
  std::map<std::vector<std::int64_t>, std::uint32_t> plan_numbers{};
  std::vector<std::unique_ptr<Shape>> shapes{};
  std::vector<std::uint32_t> shape_of{};  // by plan, with the place below
  std::vector<std::uint16_t> place_of{};
  std::vector<Route> routes{};
  bool one_shape = true;  // every route lies in the first shape, at the place of its own number
  People people{};
  std::uint64_t undetermined = 0;
  std::string machine{};                               // empty: the best there is
  std::vector<std::int64_t> year_self{}, year_fund{};  // by row
  std::vector<std::uint32_t> row_route{};              // by row
  std::vector<std::uint32_t> list{}, person_of{};
  std::vector<std::uint16_t> places{};

  std::uint32_t keep(Plan plan) {
    const auto [found, is_new] =
        plan_numbers.try_emplace(marks(plan), static_cast<std::uint32_t>(plans.size()));
    if (!is_new) return found->second;
    const bool pays = plan.determined && plan.benefits;
    shape_of.push_back(UINT32_MAX);
    place_of.push_back(0);
    if (pays) {
      std::size_t shape = 0;
      while (shape < shapes.size() &&
             (shapes[shape]->benefit != plan.benefit || shapes[shape]->places() >= Shape::places_most))
        ++shape;
      if (shape == shapes.size()) shapes.push_back(std::make_unique<Shape>(*plan.benefit));
      if (blocks) place_of.back() = shapes[shape]->add(plan);
      shape_of.back() = static_cast<std::uint32_t>(shape);
    }
    plans.push_back(std::make_unique<Plan>(std::move(plan)));
    return found->second;
  }

  Claim claim_of(const Claims& claims, std::size_t row) const {
    Claim claim = claim_at(claims, row);
    claim.statuses = statuses;
    claim.as_of = as_of;
    if (!claim.discharged)
      claim.discharged =
          claim.care == reimbursement::Care::outpatient && claim.admitted ? claim.admitted : as_of;
    return claim;
  }

  policy::Facts plan_of(const Claim& claim, Plan& plan) {
    const auto situation = reimbursement::situation_of(claim, claim.insured.region.value_or(policy->region));
    auto facts = reimbursement::facts_of(*policy, claim, situation.remote);
    policy::NoNames nobody;
    if (claim.care && claim.discharged)
      make_plan(editions.of(*policy, *claim.discharged, statuses), *claim.care, facts, nobody, plan);
    return facts;
  }

  // One row by itself. `ledger` is the person's year before it, and afterwards.
  void one(const Claims& claims, std::size_t row, bool first, Ledger& ledger, Priced& out) {
    Claim claim = claim_of(claims, row);
    const std::string year = claim.discharged ? to_iso(*claim.discharged).substr(0, 4) : "";
    if (!first) claim.ledger = ledger.year == year ? ledger : Ledger{};
    claim.ledger.year = year;
    Plan plan;
    const auto facts = plan_of(claim, plan);
    reimbursement::Silent silent;
    std::vector<std::int64_t> moves(steps + 1);
    const Totals totals = evaluate(plan, facts, year_so_far(claim), silent, moves.data());
    const bool pays = totals.determined && totals.benefits;
    ledger = pays ? after(claim.ledger, claim, totals, way_of(plan)) : claim.ledger;
    undetermined += totals.determined ? 0 : 1;
    out.eligible[row] = totals.eligible;
    out.fund[row] = totals.fund;
    out.major_illness[row] = totals.major_illness;
    out.self[row] = totals.total - totals.fund - totals.major_illness;
    for (std::size_t at = 0; at < out.moved.size(); ++at) out.moved[at][row] = pays ? moves[at] : 0;
    out.plan[row] = keep(std::move(plan));
  }

  void one_by_one(const Claims& claims, Priced& out) {
    Ledger ledger;
    for (std::size_t person = 0; person < claims.people(); ++person)
      for (std::size_t row = claims.first[person]; row < claims.first[person + 1]; ++row)
        one(claims, row, row == claims.first[person], ledger, out);
  }

  std::uint32_t find_route(const Claims& claims, std::size_t row, std::size_t person) {
    const std::uint64_t key = router.key(row, people, person);
    if (const std::uint32_t found = router.route(key); found != Router::no_route) return found;
    Claim claim = claim_of(claims, row);
    claim.ledger.eligible_self_pay = {people.eligible_self_pay[person]};
    claim.ledger.fund_paid = {people.fund_paid[person]};
    claim.ledger.major_illness_paid = {people.major_illness_paid[person]};
    claim.ledger.admissions = static_cast<int>(people.admissions[person]);
    claim.ledger.splits = static_cast<int>(people.splits[person]);
    Plan plan;
    plan_of(claim, plan);
    Route route;
    const bool bed =
        claim.care == reimbursement::Care::inpatient || claim.care == reimbursement::Care::day_surgery;
    route.admits = bed ? 1 : 0;
    route.splits = claim.split ? 1 : 0;
    route.plan = keep(std::move(plan));
    route.shape = shape_of[route.plan];
    route.place = place_of[route.plan];
    if (route.shape == 0 && route.place < routes.size() && one_shape && routes.size() < Shape::places_most)
      route.place = shapes[0]->add(*plans[route.plan]);  // so that a row's route is its place
    one_shape = one_shape && route.shape == 0 && route.place == routes.size();
    const auto number = static_cast<std::uint32_t>(routes.size());
    routes.push_back(route);
    router.set_route(key, number);
    return number;
  }

  static std::int64_t number(const Column* column, std::size_t row) {
    if (column == nullptr) return 0;
    if (column->coded) {
      std::int64_t out = 0;
      for (char c : column->book.word(column->codes[row])) out = out * 10 + (c - '0');
      return out;
    }
    return column->numbers[row] == unknown ? 0 : column->numbers[row];
  }

  // Nothing is paid: what is eligible all the same.
  void still(const Claims& claims, std::size_t row, Priced& out) {
    policy::Facts facts(policy->symbols);
    for (const Column& column : claims.columns)
      if (!column.coded && policy::type_of(column.fact) == policy::FactType::money)
        facts.set(column.fact, number(&column, row));
    reimbursement::Silent silent;
    const Plan& plan = *plans[out.plan[row]];
    undetermined += plan.determined ? 0 : 1;
    const Totals totals = evaluate(plan, facts, reimbursement::YearSoFar{}, silent);
    out.eligible[row] = totals.eligible;
    out.fund[row] = out.major_illness[row] = 0;
    out.self[row] = totals.total;
    for (auto& column : out.moved) column[row] = 0;
  }

  static bool small(const Claims& claims) {
    std::uint64_t bits = 0;
    for (const Column& column : claims.columns)
      if (!column.coded && policy::type_of(column.fact) == policy::FactType::money) bits |= column.bits;
    return bits < static_cast<std::uint64_t>(sums_in_double_below);
  }

  static const std::int64_t* sums(const Claims& claims, Fact fact) {
    const Column* column = claims.find(fact);
    return column == nullptr ? nullptr : column->numbers.data();
  }

  // The people's nth rows, which depend on no other rows of the stretch.
  void round(const Claims& claims, std::size_t nth, bool in_double, Priced& out) {
    list.clear();
    person_of.clear();
    for (std::size_t person = 0; person < claims.people(); ++person)
      if (claims.first[person] + nth < claims.first[person + 1]) {
        const std::size_t row = claims.first[person] + nth;
        const std::int32_t year = router.year(row);
        if (nth > 0 && people.year[person] != year) people.forget(person);
        people.year[person] = year;
        row_route[row] = find_route(claims, row, person);
        out.plan[row] = routes[row_route[row]].plan;
        year_self[row] = people.eligible_self_pay[person];
        year_fund[row] = people.fund_paid[person];
        list.push_back(static_cast<std::uint32_t>(row));
        person_of.push_back(static_cast<std::uint32_t>(person));
      }
    for (const std::uint32_t row : list)
      if (routes[row_route[row]].shape == UINT32_MAX) still(claims, row, out);
    for (std::uint32_t shape = 0; shape < shapes.size(); ++shape) run(claims, shape, in_double, out);
    for (std::size_t i = 0; i < list.size(); ++i) carry(list[i], person_of[i], out);
  }

  void run(const Shape& shape, const BlockRows& rows, bool in_double) const {
    if (machine.empty() || !in_double || !run_shape_on(machine, shape, rows))
      run_shape(shape, rows, in_double);
  }

  static BlockRows rows_of(const Claims& claims, Priced& out) {
    BlockRows in;
    in.total = sums(claims, Fact::claim_total);
    in.own_expense = sums(claims, Fact::claim_own_expense);
    in.over_limit = sums(claims, Fact::claim_over_limit);
    in.upfront = sums(claims, Fact::claim_upfront);
    in.eligible = out.with_eligible ? out.eligible.data() : nullptr;
    in.fund = out.fund.data();
    in.major_illness = out.major_illness.data();
    in.self = out.self.data();
    return in;
  }

  void run(const Claims& claims, std::uint32_t shape, bool in_double, Priced& out) {
    std::vector<std::uint32_t> rows;
    places.clear();
    for (const std::uint32_t row : list)
      if (const Route& route = routes[row_route[row]]; route.shape == shape) {
        rows.push_back(row);
        places.push_back(route.place);
      }
    if (rows.empty()) return;
    std::vector<std::int64_t*> moved;
    for (auto& column : out.moved) moved.push_back(column.data());
    for (std::size_t at = shapes[shape]->steps; at < out.moved.size(); ++at)
      for (const std::uint32_t row : rows) out.moved[at][row] = 0;
    BlockRows in = rows_of(claims, out);
    in.count = rows.size();
    in.list = rows.size() == claims.rows() ? nullptr : rows.data();
    in.places = places.data();
    in.eligible_self_pay = year_self.data();
    in.fund_paid = year_fund.data();
    in.moved = with_steps ? moved.data() : nullptr;
    run(*shapes[shape], in, in_double);
  }

  void carry(std::size_t row, std::size_t person, const Priced& out) {
    const Route& route = routes[row_route[row]];
    if (route.shape == UINT32_MAX) return;
    people.eligible_self_pay[person] += out.eligible[row] - out.fund[row];
    people.fund_paid[person] += out.fund[row];
    people.major_illness_paid[person] += out.major_illness[row];
    people.admissions[person] += route.admits;
    people.splits[person] += route.splits;
  }

  void begin_years(const Claims& claims) {
    people.assign(claims.people());
    const auto take = [&](Fact fact, std::vector<std::int64_t>& into) {
      const Column* column = claims.find(fact);
      if (column == nullptr) return;
      for (std::size_t person = 0; person < claims.people(); ++person)
        if (claims.first[person] < claims.first[person + 1])
          into[person] = number(column, claims.first[person]);
    };
    take(Fact::ledger_eligible_self_pay, people.eligible_self_pay);
    take(Fact::ledger_fund_paid, people.fund_paid);
    take(Fact::ledger_major_illness_paid, people.major_illness_paid);
    take(Fact::ledger_admissions, people.admissions);
    take(Fact::ledger_splits, people.splits);
  }

  // Whether every row has a total (small sums are known) and a day, so that blocks can take them all.
  bool regular(const Claims& claims, bool small) const {
    const std::int64_t* totals = sums(claims, Fact::claim_total);
    if (totals == nullptr || claims.find(Fact::claim_care) == nullptr) return false;
    for (std::size_t row = 0; row < claims.rows(); ++row) {
      if (!small && totals[row] == unknown) return false;
      if (!router.has_day(row)) return false;
      if (small && router.one_day()) break;
    }
    return true;
  }

  // People of one row each whose routes show in their codes: the common case of a CSV.
  bool plain(const Claims& claims, Priced& out) {
    if (with_steps || !router.plain() || !claims.first.one_row_each()) return false;
    BlockRows in = rows_of(claims, out);
    in.count = claims.rows();
    in.eligible_self_pay = sums(claims, Fact::ledger_eligible_self_pay);
    in.fund_paid = sums(claims, Fact::ledger_fund_paid);
    places.resize(std::min(in.count, part_rows));
    bool began = false;
    // A part of the rows at a time, so that what was just read is still near.
    for (std::size_t first = 0; first < in.count; first += part_rows) {
      BlockRows part = in.part(first, part_rows);
      if (router.routes_of(claims, first, part.count, places.data()))
        for (std::size_t i = 0; i < part.count; ++i)
          if (places[i] == Router::missing_route) {
            if (!std::exchange(began, true)) {
              router.make_keys(claims);
              begin_years(claims);
            }
            places[i] = static_cast<std::uint16_t>(find_route(claims, first + i, first + i));
          }
      if (!one_shape || routes.size() >= Router::missing_route) return false;
      part.places = places.data();
      run(*shapes[0], part, true);
    }
    return true;
  }

  void price(const Claims& claims, Priced& out) {
    const std::size_t rows = claims.rows();
    if (rows == 0) return out.resize(0, with_steps ? steps : 0);
    out.resize(rows, with_steps ? steps : 0);
    const bool in_double = small(claims);
    if (blocks) router.prepare(claims);
    if (!blocks || !router.usable() || !regular(claims, in_double)) return one_by_one(claims, out);
    if (in_double && plain(claims, out)) return;
    router.make_keys(claims);
    year_self.resize(rows);
    year_fund.resize(rows);
    row_route.resize(rows);
    begin_years(claims);
    std::size_t most = 0;
    for (std::size_t person = 0; person < claims.people(); ++person)
      most = std::max<std::size_t>(most, claims.first[person + 1] - claims.first[person]);
    for (std::size_t nth = 0; nth < most; ++nth) round(claims, nth, in_double, out);
  }
};

Pricing::Pricing(const policy::Policy& policy, policy::StatusSet statuses, std::optional<Date> as_of,
                 bool with_steps)
    : inside_(new Inside{&policy, statuses, as_of, with_steps, Router(policy, as_of)}) {
  for (const auto& benefit : policy.benefits) {
    inside_->steps = std::max(inside_->steps, benefit.steps.size());
    inside_->blocks = inside_->blocks && Shape::suits(benefit);
  }
}
Pricing::~Pricing() = default;
Pricing::Pricing(Pricing&&) noexcept = default;

void Pricing::price(const Claims& claims, Priced& out) { inside_->price(claims, out); }

void Pricing::price_one_by_one(const Claims& claims, Priced& out) {
  out.resize(claims.rows(), inside_->with_steps ? inside_->steps : 0);
  inside_->one_by_one(claims, out);
}

const policy::Policy& Pricing::policy() const { return *inside_->policy; }
const Plan& Pricing::plan(std::uint32_t number) const { return *inside_->plans[number]; }
void Pricing::use_machine(std::string_view machine) { inside_->machine = machine; }

std::size_t Pricing::plans() const { return inside_->plans.size(); }
std::uint64_t Pricing::undetermined() const { return inside_->undetermined; }

}  // namespace mingbai::scenario
