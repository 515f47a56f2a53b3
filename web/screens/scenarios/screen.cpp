#include "web/screens/scenarios/screen.h"

#include "web/platform/bridge.h"
#include "web/screens/model/json_reading.h"
#include "web/ui/ui.h"

namespace mingbai::screens {

void ScenariosScreen::open(const Route& route) {
  const std::string_view part = route.get("part");
  part_ = part == "change" || part == "compare" ? std::string(part) : "cases";
}

bool ScenariosScreen::on_event(std::string_view json) {
  const Json event = Json::parse(json, nullptr, false);
  const std::string name = word(event, "event");
  if (!word(event, "key").empty()) return false;  // of a run somebody else began
  if (name == "batch_fault") {
    const std::string during = word(event, "during");
    if (during != "compare") fault_ = during.empty() ? "start" : during;
    compare_.on_fault(json);
    return true;
  }
  if (cases_.on_event(name, json) || change_.on_event(name, json) || compare_.on_event(name, json)) {
    fault_.clear();
    return true;
  }
  return false;
}

void ScenariosScreen::draw(const Context& c, const std::string& bill) {
  const strings::Strings& t = c.t;
  ui::Page page({.name = t("door.scenarios")});
  ui::caption(t("scenario.crumb"));
  if (part_ == "cases") cases_.draw_heading(c);
  if (part_ == "change") change_.draw_heading(c);
  if (part_ == "compare") compare_.draw_heading(c);
  ui::gap(12);
  const ui::Choice parts[] = {{"cases", t("scenario.part_cases")}, {"change", t("scenario.part_change")}, {"compare", t("scenario.part_compare")}};
  if (ui::segmented(t("scenario.parts"), part_, parts, {.label_hidden = true, .width = ui::phone() ? 0.f : 480.f})) {
    Route route{"scenarios", {}};
    if (part_ != "cases") route.put("part", part_);
    platform::replace_route(to_hash(route));
    platform::wake();
  }
  ui::gap(20);
  if (!fault_.empty()) {
    ui::note(ui::NoteTone::fault, fault_ == "start" ? t("scenario.fault_start") : t("scenario.fault"));
    ui::gap(16);
  }
  if (part_ == "cases") cases_.draw(c, bill);
  if (part_ == "change") change_.draw(c);
  if (part_ == "compare") compare_.draw(c);
}

}  // namespace mingbai::screens
