#include "web/screens/model/account_devices.h"

#include "web/screens/model/device_state.h"
#include "web/screens/model/filings_view.h"
#include "web/screens/model/json_reading.h"

namespace mingbai::screens {
namespace {

constexpr std::size_t minutes = std::string_view("2026-11-22 10:20").size();

}  // namespace

std::vector<AccountDevice> account_devices(std::string_view answer, const strings::Strings& t) {
  std::vector<AccountDevice> out;
  const Json json = Json::parse(answer, nullptr, false);
  for (const Json& one : list(json, "sessions")) {
    AccountDevice device{word(one, "id"), word(one, "device"), beijing_time(word(one, "seen_at")), flag(one, "current")};
    if (device.seen.size() > minutes) device.seen.resize(minutes);
    if (device.name.empty()) device.name = t("devices.unknown");
    out.push_back(std::move(device));
  }
  return out;
}

}  // namespace mingbai::screens
