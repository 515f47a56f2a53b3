#include "core/filing/life/life.h"

namespace mingbai::filing {
namespace {

// Decided; what remains is the day itself.
bool decided(const LifeRules& rules, const Life& life) {
  switch (life.stage) {
    case Stage::submitted:
      return !rules.waits_for_person;
    case Stage::confirmed:
      return rules.by == Decider::institution;
    case Stage::reviewed:
      return true;
    default:
      return false;
  }
}

bool reviewed_first(const LifeRules& rules, const Life& life) {
  return life.stage == Stage::confirmed || (life.stage == Stage::submitted && !rules.waits_for_person);
}

}  // namespace

std::optional<Date> due_day(const LifeRules& rules, const Life& life, Date today) {
  if (decided(rules, life)) {
    if (reviewed_first(rules, life)) return today;
    return life.effective_from.value_or(today);
  }
  if (!life.effective_to) return std::nullopt;
  if (life.stage == Stage::in_effect) return *life.effective_to + (rules.rechecks ? 0 : 1);
  if (life.stage == Stage::recheck_due) return *life.effective_to + 1;
  return std::nullopt;
}

std::optional<EventType> due(const LifeRules& rules, const Life& life, Date today) {
  const auto day = due_day(rules, life, today);
  if (!day || today < *day) return std::nullopt;
  if (decided(rules, life)) {
    return reviewed_first(rules, life) ? EventType::reviewed : EventType::took_effect;
  }
  const bool over = *life.effective_to < today;
  return over ? EventType::expired : EventType::recheck_due;
}

}  // namespace mingbai::filing
