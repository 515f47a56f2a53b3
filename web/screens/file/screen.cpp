#include "web/screens/file/screen.h"

#include "web/platform/bridge.h"
#include "web/screens/model/command.h"
#include "web/screens/model/filings_view.h"
#include "web/ui/ui.h"

namespace mingbai::screens {

void FileScreen::open(const Route& route, const CalculatorForm& bill) {
  const std::string draft(route.get("draft"));
  if (!draft.empty() && draft != draft_) wanted_draft_ = draft;
  wanted_filing_ = route.get("again");
  if (draft.empty() && wanted_filing_.empty() && !draft_.empty() && !edited_ && !saving_) start_over({});
  if (draft.empty() && draft_.empty() && form_ == FilingForm{}) form_ = from_calculator(bill);
  step_ = route.get("step") == "form" ? "form" : "check";
  check_.reset();
}

void FileScreen::start_over(FilingForm form) {
  form_ = std::move(form);
  draft_.clear();
  saved_at_.clear();
  save_fault_.clear();
  attempted_ = edited_ = false;
  check_.reset();
}

void FileScreen::load(const Context& c) {
  if (!c.device.known) return;
  if (!wanted_draft_.empty()) {
    if (const Draft* draft = c.device.draft(wanted_draft_)) {
      start_over(filing_form(draft->form));
      draft_ = draft->id;
      saved_at_ = beijing_time(draft->updated_at).substr(11, 5);
    } else {
      ui::toast("draft", c.t("file.draft_gone"), {}, true);
      platform::replace_route("#/file");
    }
    wanted_draft_.clear();
  }
  if (!wanted_filing_.empty()) {
    if (const Filed* filed = c.device.filed(wanted_filing_)) start_over(form_of_payload(filed->payload));
    wanted_filing_.clear();
  }
}

void FileScreen::refresh(const Context& c) {
  if (check_ && checked_in_ == c.t.language && checked_on_ == c.today) return;
  check_ = filing_check(c.library, c.names, form_, c.today, c.t);
  faults_ = filing_faults(c.library, c.names, form_, c.today, attempted_, c.t);
  checked_in_ = c.t.language;
  checked_on_ = c.today;
}

std::string_view FileScreen::fault(std::string_view field) const {
  const auto found = faults_.find(std::string(field));
  return found == faults_.end() ? std::string_view() : std::string_view(found->second);
}

void FileScreen::show(std::string_view step) {
  Route route{"file", {}};
  route.put("step", step == "check" ? std::string_view() : step);
  route.put("draft", draft_);
  platform::go(to_hash(route));
}

void FileScreen::save() {
  if (saving_) return;
  saving_ = true;
  edited_ = false;
  platform::send(command::save_draft(draft_, to_json(form_)));
}

void FileScreen::take(FilingForm edited) {
  if (edited == form_) return;
  form_ = std::move(edited);
  check_.reset();
  edited_ = true;
  save();
  platform::wake();
}

void FileScreen::on_saved(const Report& report) {
  if (!saving_) return;
  saving_ = false;
  save_fault_.clear();
  saved_at_ = beijing_time(report.at).substr(11, 5);
  if (draft_ != report.id) {
    draft_ = report.id;
    Route route = parse_route(platform::route());
    if (route.screen == "file") {
      std::erase_if(route.fields, [](const auto& field) { return field.first == "draft" || field.first == "again"; });
      route.put("draft", draft_);
      platform::replace_route(to_hash(route));
    }
  }
  if (edited_) save();
}

void FileScreen::on_fault(const Report& report) {
  if (report.during != "draft_save") return;
  saving_ = false;
  save_fault_ = report.code;
  if (!report.id.empty()) draft_ = report.id;
}

void FileScreen::draw(const Context& c) {
  load(c);
  if (!wanted_draft_.empty() || !wanted_filing_.empty()) {  // nothing may be typed over what is still being read
    ui::Page page({.name = c.t("door.file")});
    ui::heading(1, c.t("filings.loading"), ui::Type::title);
    return;
  }
  refresh(c);
  FilingForm edited = form_;
  {
    ui::Page page({.name = c.t("door.file")});
    step_ == "form" ? draw_form(edited, c) : draw_check(edited, c);
  }
  take(std::move(edited));
  draw_dialogs(c);
}

void FileScreen::submit(const Context& c) {
  platform::send(command::submit(draft_, to_json(form_), payload(form_, c.names)));
  ui::toast("queued", c.device.account.empty() ? c.t("file.queued_login") : c.t("file.queued"));
  start_over({});
  saving_ = false;
  platform::go("#/filings");
}

void FileScreen::draw_dialogs(const Context& c) {
  const strings::Strings& t = c.t;
  std::string body(t("file.confirm_body"));
  if (c.device.account.empty()) body += (t.language == Language::en ? " " : "") + std::string(t("file.confirm_login"));
  bool confirmed = false;
  if (ui::Dialog dialog{confirming_, {.title = t("file.confirm_title"), .body = body, .key = "confirm"}}; dialog) {
    ui::Stack facts({.gap = 8});
    for (const FactRow& row : form_facts(form_, c.names, t)) ui::fact(row.label, row.value, 148);
    ui::gap(16);
    if (dialog.action(t("file.confirm_no"))) confirming_ = false;
    confirmed = dialog.action(t("file.confirm_yes"), ui::ButtonKind::primary);
  }
  if (confirmed) {
    confirming_ = false;
    submit(c);
  }
  bool discard = false;
  if (ui::Dialog dialog{discarding_, {.title = t("file.discard_title"), .body = t("file.discard_body"), .key = "discard"}};
      dialog) {
    if (dialog.action(t("file.keep"))) discarding_ = false;
    discard = dialog.action(t("file.discard"), ui::ButtonKind::careful, ui::Icon::trash);
  }
  if (discard) {
    discarding_ = false;
    platform::send(command::delete_draft(draft_));
    start_over({});
    platform::go("#/filings");
  }
}

}  // namespace mingbai::screens
