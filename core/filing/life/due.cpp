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

// The first day of the benefit, as far as it is known before the decision.
Date first_day(const LifeRules& rules, const Life& life, Date today) {
  if (life.stage == Stage::reviewed) return life.effective_from.value_or(today);
  return rules.benefit_from.value_or(today);
}

bool takes_effect_straight(const LifeRules& rules, const Life& life, Date today) {
  if (life.stage == Stage::reviewed) return true;
  return rules.mode == Mode::instant && first_day(rules, life, today) <= today;
}

}  // namespace

std::optional<Date> due_day(const LifeRules& rules, const Life& life, Date today) {
  if (decided(rules, life)) return life.stage == Stage::reviewed ? first_day(rules, life, today) : today;
  if (!life.effective_to) return std::nullopt;
  if (life.stage == Stage::in_effect) return *life.effective_to + (rules.rechecks ? 0 : 1);
  if (life.stage == Stage::recheck_due) return *life.effective_to + 1;
  return std::nullopt;
}

std::optional<EventType> due(const LifeRules& rules, const Life& life, Date today) {
  const auto day = due_day(rules, life, today);
  if (!day || today < *day) return std::nullopt;
  if (decided(rules, life)) {
    return takes_effect_straight(rules, life, today) ? EventType::took_effect : EventType::reviewed;
  }
  return *life.effective_to < today ? EventType::expired : EventType::recheck_due;
}

}  // namespace mingbai::filing
