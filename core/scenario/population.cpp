#include "core/scenario/population.h"

#include <algorithm>

#include "core/base/money.h"

namespace mingbai::scenario {
namespace {

using policy::Fact;

bool is_cost_part(Fact fact) {
  return fact == Fact::claim_own_expense || fact == Fact::claim_over_limit || fact == Fact::claim_upfront;
}

std::size_t by_weight(const std::vector<std::uint32_t>& up_to, Random& random) {
  const std::uint64_t drawn = random.below(up_to.back());
  return static_cast<std::size_t>(std::ranges::upper_bound(up_to, drawn) - up_to.begin());
}

std::int64_t between_quantiles(const std::vector<std::int64_t>& values, Random& random) {
  const std::size_t part = random.below(values.size() - 1);
  return random.between(values[part], values[part + 1]);
}

}  // namespace

Drawing::Drawing(const Population& population, std::uint64_t seed) : population_(&population), seed_(seed) {
  for (const auto* draws : {&population.person, &population.visit})
    for (const Draw& draw : *draws) column_of(draw.fact);
  for (const Draw& draw : population.person) person_.push_back(prepare(draw));
  for (const VisitCount& count : population.visits) counts_only_.push_back(prepare(count.only));
  for (const Draw& draw : population.visit) visit_.push_back(prepare(draw));
  day_ = total_ = layout_.columns.size();
  for (std::size_t i = 0; i < layout_.columns.size(); ++i) {
    if (layout_.columns[i].fact == Fact::claim_discharged) day_ = i;
    if (layout_.columns[i].fact == Fact::claim_total) total_ = i;
  }
}

std::size_t Drawing::column_of(Fact fact) {
  return static_cast<std::size_t>(&layout_.add(fact) - layout_.columns.data());
}

std::vector<Drawing::OnlyCodes> Drawing::prepare(const std::vector<Only>& only) {
  std::vector<OnlyCodes> out;
  for (const Only& one : only) {
    OnlyCodes codes{column_of(one.fact), {}};
    for (const auto& word : one.words) codes.codes.push_back(layout_.columns[codes.column].book.code(word));
    out.push_back(std::move(codes));
  }
  return out;
}

Drawing::Prepared Drawing::prepare(const Draw& draw) {
  Prepared out{&draw, column_of(draw.fact), 0, prepare(draw.only), draw.numbers, is_cost_part(draw.fact)};
  if (draw.of) out.of = column_of(*draw.of);
  Column& column = layout_.columns[out.column];
  if (!column.coded) return out;
  out.values.clear();
  for (const auto& word : draw.words) out.values.push_back(column.book.code(word));
  if (draw.kind == Draw::Kind::uniform)
    for (std::int64_t v = draw.numbers[0]; v <= draw.numbers[1]; ++v)
      out.values.push_back(column.book.code(std::to_string(v)));
  return out;
}

bool Drawing::fits(const std::vector<OnlyCodes>& only, const Slots& slots) {
  return std::ranges::all_of(only, [&](const OnlyCodes& one) {
    return std::ranges::find(one.codes, slots[one.column]) != one.codes.end();
  });
}

std::int64_t Drawing::value(const Prepared& draw, const Slots& slots, Random& random) const {
  const auto& numbers = draw.draw->numbers;
  switch (draw.draw->kind) {
    case Draw::Kind::choose:
      return draw.values[by_weight(draw.draw->weights_up_to, random)];
    case Draw::Kind::uniform:
      if (layout_.columns[draw.column].coded) return draw.values[random.below(draw.values.size())];
      return random.between(numbers[0], numbers[1]);
    case Draw::Kind::quantiles:
      return between_quantiles(numbers, random);
    case Draw::Kind::share_of: {
      const auto ratio = static_cast<std::int32_t>(random.between(numbers[0], numbers[1]));
      const std::int64_t sum = slots[draw.of];
      return sum == unknown ? unknown : half_up(Money{sum}, Ratio{ratio}).fen;
    }
    case Draw::Kind::days_before: {
      const std::int64_t days = random.between(numbers[0], numbers[1]);
      return slots[draw.of] == unknown ? unknown : slots[draw.of] - days;
    }
  }
  return unknown;
}

void Drawing::run(const std::vector<Prepared>& draws, Slots& slots, Random& random) const {
  std::int64_t parts = 0;
  for (const Prepared& draw : draws) {
    if (!fits(draw.only, slots)) continue;
    std::int64_t drawn = value(draw, slots, random);
    if (draw.cost_part && drawn != unknown && total_ < slots.size() && slots[total_] != unknown) {
      drawn = std::min(drawn, slots[total_] - parts);
      parts += drawn;
    }
    slots[draw.column] = drawn;
  }
}

std::uint32_t Drawing::visits_of(const Slots& person, Random& random) const {
  for (std::size_t i = 0; i < population_->visits.size(); ++i)
    if (fits(counts_only_[i], person)) {
      const VisitCount& count = population_->visits[i];
      return std::min(count.counts[by_weight(count.weights_up_to, random)], visits_most);
    }
  return 0;
}

void Drawing::draw(Claims& claims, std::uint64_t number) const {
  Random random(seed_, number);
  Slots person;
  // Money of a claim left out is 0.00, but for its total.
  for (const Column& column : layout_.columns) {
    const bool optional =
        policy::type_of(column.fact) == policy::FactType::money && column.fact != Fact::claim_total;
    person.push_back(column.coded || optional ? 0 : unknown);
  }
  run(person_, person, random);
  std::vector<Slots> visits(visits_of(person, random), person);
  for (Slots& visit : visits) run(visit_, visit, random);
  if (day_ < layout_.columns.size())
    std::ranges::stable_sort(visits, {}, [&](const Slots& visit) { return visit[day_]; });
  for (const Slots& visit : visits)
    for (std::size_t i = 0; i < visit.size(); ++i) {
      Column& column = claims.columns[i];
      if (column.coded)
        column.codes.push_back(static_cast<Code>(visit[i]));
      else
        column.put(visit[i]);
    }
  claims.first.add_person(visits.size());
}

}  // namespace mingbai::scenario
