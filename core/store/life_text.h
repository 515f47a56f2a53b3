#pragma once
// A filing's life and events in the form they travel in (docs/formats/filing-life.md).

#include <string>
#include <vector>

#include "core/filing/life/life.h"
#include "core/store/events.h"
#include "core/sync/record.h"

namespace mingbai::store {

// {"stage","since","version","by","effective_from","effective_to","next"}; `next` is what the reader may do.
std::string life_text(const filing::Life&, std::int64_t version, const std::vector<filing::Action>& next);

// For a reader who did not hand it in: {"own": false, …}. Such a filing is not his to edit.
std::string life_of_another(const std::string& life);

// A submission that was received is told twice: as what the receipt says (`received`) and as the event.
std::vector<sync::Event> events_text(const std::vector<KeptEvent>&);

}  // namespace mingbai::store
