#include "web/screens/rest_screens.h"

#include <emscripten.h>

#include "web/platform/bridge.h"
#include "web/ui/gallery.h"
#include "web/ui/ui.h"

namespace mingbai::screens {
namespace {

// `start`: why nothing of the device is known yet.
void draw_storage_notes(const Context& c, std::string_view start) {
  const strings::Strings& t = c.t;
  if (const auto reason = strings::find("fault." + std::string(start)); !start.empty() && reason) {
    return ui::toast("storage", t(*reason), {}, true);
  }
  if (!c.device.known) return;
  const bool shared = c.device.storage_fault == "shared_device";  // as somebody wants it: no fault
  if (shared) ui::top_line(t("fault.shared_device"), ui::Icon::info, true);
  if (!shared && !c.device.storage_fault.empty()) {
    const auto reason = strings::find("fault." + c.device.storage_fault);
    ui::toast("storage", reason ? t(*reason) : t("app.storage_memory"), {}, true);
  } else {
    ui::close_toast("storage");
  }
}

}  // namespace

void RestScreens::open(std::string_view screen, const Route& route, const CalculatorScreen& calculator) {
  if (screen == "file") file_.open(route, calculator.form());
  if (screen == "filings") filings_.open(route);
  if (screen == "review") review_.open(route);
  if (screen == "rules") rules_.open(route);
  if (screen == "scenarios") scenarios_.open(route);
}

// What the account may do besides filing: the server's answer decides, every time again.
void RestScreens::ask_who(const DeviceState& device) {
  roles_.clear();
  review_.forget();
  if (!device.account.empty()) platform::ask_server("who", get_question("/api/v1/sessions/current"));
  if (const Route route = parse_route(platform::route()); route.screen == "review") review_.open(route);
}

bool RestScreens::on_answer(std::string_view json) {
  const auto answer = server_answer(json);
  if (!answer) return false;
  if (filings_.on_answer(*answer)) return true;
  if (answer->key != "who") return review_.on_answer(*answer) || account_.on_answer(*answer);
  roles_ = answer->good() ? staff_roles(answer->body) : std::vector<StaffRole>{};
  review_.on_roles(roles_);
  return true;
}

void RestScreens::on_event(std::string_view json, DeviceState& device) {
  if (review_.on_event(json) || scenarios_.on_event(json) || on_answer(json)) return;
  if (file_.on_files(json) || filings_.on_files(json) || filings_.on_backup(json)) return;
  on_report(read_report(json), device);
}

void RestScreens::on_report(const Report& report, DeviceState& device) {
  const std::string before = device.account;
  switch (report.kind) {
    case Report::Kind::state:
      device = report.state;
      start_fault_.clear();
      account_.on_state(device);
      file_.on_state(device);
      if (device.account != before) ask_who(device);
      break;
    case Report::Kind::saved: file_.on_saved(report); break;
    case Report::Kind::restored: filings_.on_restored(report); break;
    case Report::Kind::fault:
      file_.on_fault(report);
      filings_.on_fault(report);
      if (report.during == "sync") told_ = report.code, said_ = false;
      if (report.during == "start") start_fault_ = report.code;
      account_.on_fault(report, ui::theme().language);
      break;
    case Report::Kind::other: break;
  }
}

bool RestScreens::draw(std::string_view screen, const Context& c, CalculatorScreen& calculator) {
  if (screen == "login") return account_.draw(c);
  if (screen == "file") file_.draw(c);
  if (screen == "filings") filings_.draw(c);
  if (screen == "review") review_.draw(c);
  if (screen == "rules") rules_.draw(c);
  if (screen == "scenarios") scenarios_.draw(c, calculator.message(c));
  if (screen == "components") ui::gallery();
  return false;
}

void RestScreens::draw_notes(const Context& c) {
  draw_storage_notes(c, start_fault_);
  const auto words = strings::find("fault." + told_);
  if (told_.empty() || !words || (said_ && !ui::toast_stands("sync"))) return told_.clear();
  ui::toast("sync", c.t(*words), {}, true);  // again in every picture: it follows the language
  said_ = true;
}

bool RestScreens::reviews() const { return screens::reviews(roles_); }

}  // namespace mingbai::screens

// The one function of this half that is known by name, to the page's script alone, which calls it when the half is here.
extern "C" EMSCRIPTEN_KEEPALIVE void mingbai_rest_arrived() { mingbai::screens::take_rest(*new mingbai::screens::RestScreens); }
