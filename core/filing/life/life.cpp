#include "core/filing/life/life.h"

#include <algorithm>
#include <array>

namespace mingbai::filing {
namespace {

constexpr std::array stages = {Stage::draft,       Stage::submitted, Stage::supplement_asked,
                               Stage::confirmed,   Stage::reviewed,  Stage::in_effect,
                               Stage::recheck_due, Stage::expired,   Stage::refusal_proposed,
                               Stage::refused,     Stage::withdrawn, Stage::cancelled};

// Where an accepted event leads; nothing when it changes no stage.
std::optional<Stage> stage_after(const Life& life, const Event& event) {
  switch (event.type) {
    case EventType::submitted:
    case EventType::supplied:
      return Stage::submitted;
    case EventType::supplement_asked:
      return Stage::supplement_asked;
    case EventType::confirmed:
      return Stage::confirmed;
    case EventType::reviewed:
      return Stage::reviewed;
    case EventType::took_effect:
      return Stage::in_effect;
    case EventType::recheck_due:
      return Stage::recheck_due;
    case EventType::expired:
      return Stage::expired;
    case EventType::refusal_proposed:
      return Stage::refusal_proposed;
    case EventType::refused:
      if (event.by == Role::system && life.stage != Stage::draft) return std::nullopt;
      return Stage::refused;
    case EventType::withdrawn:
      return Stage::withdrawn;
    case EventType::cancelled:
      return Stage::cancelled;
    case EventType::spot_checked:
      return event.outcome == "set_aside" ? std::optional(Stage::refusal_proposed) : std::nullopt;
    case EventType::providers_changed:
    case EventType::note:
      break;
  }
  return std::nullopt;
}

void note_dates(Life& life, const Event& event) {
  if (event.type == EventType::submitted) {
    life.effective_from = life.effective_to = std::nullopt;
    life.providers.clear();
  }
  if (event.type == EventType::reviewed || event.type == EventType::took_effect) {
    if (event.effective_from) life.effective_from = event.effective_from;
    if (event.type == EventType::reviewed || event.effective_to) life.effective_to = event.effective_to;
  }
  const bool ends = event.type == EventType::cancelled ||
                    (event.type == EventType::refused && event.by != Role::system && life.effective_from);
  if (ends && (!life.effective_to || event.day < *life.effective_to)) life.effective_to = event.day;
}

}  // namespace

std::string_view to_key(Stage stage) {
  constexpr std::string_view keys[] = {
      "draft",       "submitted", "supplement_asked", "confirmed", "reviewed",  "in_effect",
      "recheck_due", "expired",   "refusal_proposed", "refused",   "withdrawn", "cancelled"};
  return keys[static_cast<std::size_t>(stage)];
}

std::optional<Stage> read_stage(std::string_view key) {
  const auto found =
      std::find_if(stages.begin(), stages.end(), [&](Stage stage) { return to_key(stage) == key; });
  return found == stages.end() ? std::nullopt : std::optional(*found);
}

std::span<const Stage> all_stages() { return stages; }

Life after(Life life, const Event& event) {
  const auto stage = stage_after(life, event);
  note_dates(life, event);
  if (event.type == EventType::providers_changed) life.providers = event.providers;
  if (!stage) return life;
  const bool proposed = *stage == Stage::refusal_proposed;
  life.proposed_by = proposed ? event.actor : 0;
  life.proposed_reasons = proposed ? event.reasons : "[]";
  life.stage = *stage;
  life.since = event.at;
  life.by = event.by;
  return life;
}

Life fold(std::span<const Event> events) {
  Life life;
  for (const Event& event : events) life = after(std::move(life), event);
  return life;
}

}  // namespace mingbai::filing
