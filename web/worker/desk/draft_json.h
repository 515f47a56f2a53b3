#pragma once
// A draft as JSON, alike in the state that the page hears and in a backup: { id, kind, form, updated_at, edits }. `edits` is
// null, or { filing, version }: the filing that the draft changes, and its version when the draft was begun.

#include <nlohmann/json.hpp>

#include "core/store/device_drafts.h"

namespace mingbai::worker {

nlohmann::json draft_json(const store::Draft&);

}  // namespace mingbai::worker
