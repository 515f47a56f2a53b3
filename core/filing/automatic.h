#pragma once
// What happens by itself (自动办理): an application in effect at once, the review that follows a
// confirmation, a benefit that begins, is due for recheck or ends on its day. The clock is an argument.
//
// After a confirmation the application is judged again as of that day. When it no longer stands, the server
// only proposes the refusal, with every reason: people refuse people.

#include <functional>
#include <vector>

#include "core/filing/judgement.h"
#include "core/filing/life/life.h"

namespace mingbai::filing {

using JudgeAgain = std::function<Judgement()>;

// The events that are due at that moment, in order; each of them is one that `advance` accepts. `again` may
// be empty where nothing was confirmed.
std::vector<Event> automatic_events(const LifeRules&, Life, sync::Milliseconds at, const JudgeAgain& again);

// The days a decision taken on that day grants.
void grant_days(const LifeRules&, Event&);

}  // namespace mingbai::filing
