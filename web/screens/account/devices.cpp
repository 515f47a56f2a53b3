#include "web/screens/account/devices.h"

#include "web/platform/bridge.h"
#include "web/screens/model/review.h"
#include "web/ui/ui.h"

namespace mingbai::screens {
namespace {

constexpr std::string_view answer_key = "account.devices", end_key = "account.end";

}  // namespace

void DeviceList::ask() {
  asked_ = true;
  platform::ask_server(answer_key, get_question("/api/v1/sessions"));
}

bool DeviceList::on_answer(const ServerAnswer& answer) {
  if (answer.key == end_key) {
    failed_ = !answer.good();
    ask();
    return true;
  }
  if (answer.key != answer_key) return false;
  status_ = answer.status;
  body_ = answer.body;
  return true;
}

void DeviceList::draw(const Context& c) {
  const strings::Strings& t = c.t;
  if (!asked_ && c.device.online) ask();
  ui::Sheet sheet({.name = t("devices.title"), .key = "devices"});
  ui::heading(2, t("devices.title"));
  ui::gap(8);
  if (status_ < 0) return c.device.online ? ui::spinner(t("devices.loading")) : ui::text(t("devices.offline"), ui::Type::body, ui::Token::ink2);
  if (status_ == 0 || status_ >= 400) ui::note(ui::NoteTone::fault, problem_words(status_, body_, t));
  if (failed_) ui::note(ui::NoteTone::fault, t("review.failed"));
  const std::vector<AccountDevice> devices = account_devices(body_, t);
  for (const AccountDevice& device : devices) {
    const ui::Keyed keyed(device.id);
    const std::string seen = device.current ? std::string(t("devices.this")) : t("devices.seen", {{"time", device.seen}});
    ui::list_row({.title = device.name, .detail = seen, .before = device.current ? ui::Icon::ring_check : ui::Icon::ring, .line = device.current, .pressable = false, .key = "device"});
    if (device.current) continue;
    const std::string name = t("devices.end_name", {{"device", device.name}});
    if (ui::button(t("devices.end"), {.kind = ui::ButtonKind::careful, .small = true, .name = name})) {
      platform::ask_server(end_key, delete_question("/api/v1/sessions?id=" + device.id));
    }
    ui::divider(12, 4);
  }
  if (devices.size() < 3) return;
  if (ui::button(t("devices.end_others"), {.kind = ui::ButtonKind::careful})) platform::ask_server(end_key, delete_question("/api/v1/sessions"));
}

}  // namespace mingbai::screens
