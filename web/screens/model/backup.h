#pragma once
// A backup of what stands on this device only: drafts, filings and edits not sent yet, edits that came too late; as one file that
// another device reads.
//
//   {"format":"mingbai-drafts","version":1,"drafts":[{"id":…,"kind":…,"form":{…},"updated_at":…}]}
//
// A draft of an edit says of what: "edits":{"filing":…,"version":…}. An unsent filing comes back as a draft under the same id: its person looks at it and submits it again. What a device has
// already it keeps as it is. Photos are not in it.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "web/screens/model/device_state.h"

namespace mingbai::screens {

std::string backup_of(const DeviceState&);

struct Restoration {
  std::vector<Draft> drafts;  // to be saved
  int skipped = 0;            // there already
};
// Nothing: the text is no backup.
std::optional<Restoration> restoration_from(std::string_view text, const DeviceState&);

}  // namespace mingbai::screens
