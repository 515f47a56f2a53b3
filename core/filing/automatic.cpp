#include "core/filing/automatic.h"

#include "core/filing/civil_day.h"

namespace mingbai::filing {
namespace {

constexpr int steps_most = 6;  // a life has no longer chain of days

Event event_due(const LifeRules& rules, const Life& life, EventType type, sync::Milliseconds at,
                const JudgeAgain& again) {
  Event event{.type = type, .at = at, .day = day_in_china(at)};
  if (life.stage == Stage::confirmed && again) {
    const Judgement judgement = again();
    if (!judgement.received) {
      event.type = EventType::refusal_proposed;
      event.reasons = judgement.findings;
      return event;
    }
    // Confirmed again after a recheck: the days of the new decision, not of the old.
    if (life.effective_from) {
      grant_days(judgement.rules, event);
      return event;
    }
  }
  const bool grants =
      type == EventType::reviewed || (type == EventType::took_effect && life.stage != Stage::reviewed);
  if (grants) grant_days(rules, event);
  return event;
}

}  // namespace

void grant_days(const LifeRules& rules, Event& event) {
  event.effective_from = rules.benefit_from.value_or(event.day);
  event.effective_to = rules.benefit_to;
}

std::vector<Event> automatic_events(const LifeRules& rules, Life life, sync::Milliseconds at,
                                    const JudgeAgain& again) {
  std::vector<Event> events;
  for (int step = 0; step < steps_most; ++step) {
    const auto type = due(rules, life, day_in_china(at));
    if (!type) break;
    Event event = event_due(rules, life, *type, at, again);
    auto next = advance(rules, life, event);
    if (!next) break;
    life = std::move(*next);
    events.push_back(std::move(event));
  }
  return events;
}

}  // namespace mingbai::filing
