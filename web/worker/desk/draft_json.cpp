#include "web/worker/desk/draft_json.h"

#include "core/sync/instant.h"
#include "web/worker/desk/json_object.h"

namespace mingbai::worker {

nlohmann::json draft_json(const store::Draft& draft) {
  nlohmann::json out;
  put_text(out, "id", draft.id);
  put_text(out, "kind", draft.kind);
  put_parsed(out, "form", draft.form);
  put_text(out, "updated_at", sync::utc_text(draft.updated_at));
  put(out, "edits", nullptr);
  if (draft.filing.empty()) return out;
  put_text(out["edits"], "filing", draft.filing);
  put_number(out["edits"], "version", draft.base_version);
  return out;
}

}  // namespace mingbai::worker
