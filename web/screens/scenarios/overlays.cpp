#include "web/screens/scenarios/overlays.h"

#include <algorithm>

#include "web/platform/bridge.h"
#include "web/screens/model/scenario_cases.h"

namespace mingbai::screens {
namespace {

constexpr const char* kept = "scenario.overlays";

}  // namespace

void KeptOverlays::read() {
  if (read_) return;
  texts_ = read_kept(platform::remembered(kept));
  bundled_ = read_bundled_overlays(platform::policies());
  read_ = true;
}

std::vector<Overlay> KeptOverlays::heads() {
  read();
  std::vector<Overlay> out;
  for (const std::string& text : texts_) out.push_back(read_overlay_head(text));
  for (const std::string& text : bundled_) out.push_back(read_overlay_head(text));
  return out;
}

bool KeptOverlays::is_own(std::string_view id) {
  read();
  return std::any_of(texts_.begin(), texts_.end(), [&](const std::string& text) { return read_overlay_head(text).id == id; });
}

const std::string* KeptOverlays::find(std::string_view id) {
  read();
  for (const auto* texts : {&texts_, &bundled_}) {
    for (const std::string& text : *texts) {
      if (read_overlay_head(text).id == id) return &text;
    }
  }
  return nullptr;
}

void KeptOverlays::keep(const std::string& text) {
  read();
  const std::string id = read_overlay_head(text).id;
  for (std::string& old : texts_) {
    if (read_overlay_head(old).id != id) continue;
    old = text;
    return write();
  }
  texts_.push_back(text);
  write();
}

void KeptOverlays::forget(std::string_view id) {
  read();
  std::erase_if(texts_, [&](const std::string& text) { return read_overlay_head(text).id == id; });
  write();
}

void KeptOverlays::write() const { platform::remember(kept, write_kept(texts_)); }

}  // namespace mingbai::screens
