#include "web/screens/file/screen.h"

#include "web/platform/bridge.h"
#include "web/screens/model/command.h"
#include "web/screens/model/filing_acts.h"
#include "web/screens/model/filings_view.h"
#include "web/ui/ui.h"

namespace mingbai::screens {

void FileScreen::open(const Route& route, const CalculatorForm& bill) {
  const std::string draft(route.get("draft")), kind(route.get("kind")), step_now(route.get("step"));
  if (!draft.empty() && draft != draft_) wanted_draft_ = draft;
  wanted_filing_ = route.get("again");
  wanted_recheck_ = route.get("follows");
  wanted_edit_ = route.get("edit");
  // From one step to the next before the draft is durable: what was just written stays.
  const bool at_it = !wanted_edit_.empty() && wanted_edit_ == edits_.filing && (edited_ || saving_ || step_now == "form");
  if (at_it) wanted_edit_.clear();
  step_ = step_now == "form" ? "form" : "check";
  check_.reset();
  if (at_it) return;
  if (!draft.empty() || waits()) return;
  const bool next_step = route.fields.size() == 1 && !route.get("step").empty();
  if (next_step && !form_.kind.empty() && !gone_) return;  // what was filed before, as it was: not a draft yet
  if (edited_ || saving_) return;  // the address follows when the draft is durable
  begin(kind == "remote_care" && route.fields.size() == 1 ? from_calculator(bill) : filing_form(route));
}

// What a link asks for. Back at the link where the present draft was begun, the draft is gone on with.
void FileScreen::begin(FilingForm fresh) {
  const bool back = !draft_.empty() && !gone_ && !fresh.kind.empty() && fresh == begun_;
  if (back) return platform::replace_route(address(step_));
  start_over(fresh);
  begun_ = std::move(fresh);
}

void FileScreen::start_over(FilingForm form) {
  form_ = std::move(form);
  begun_ = {};
  draft_.clear();
  gone_ = false;
  edits_ = {};
  saved_at_.clear();
  save_fault_.clear();
  paper_fault_.clear();
  chosen_.clear();
  attempted_ = edited_ = false;
  disease_.clear();
  institution_.clear();
  check_.reset();
}

void FileScreen::load(const Context& c) {
  if (!c.device.known) return;
  if (!wanted_draft_.empty()) {
    if (const Draft* draft = c.device.draft(wanted_draft_)) {
      start_over(filing_form(draft->form));
      draft_ = draft->id;
      edits_ = draft->edits;
      saved_at_ = beijing_time(draft->updated_at).substr(11, 5);
    } else {
      ui::toast("draft", c.t("file.draft_gone"), {}, true);
      platform::replace_route("#/file");
      start_over({});
    }
    wanted_draft_.clear();
  }
  load_filing(c);
}

// What was filed before, to file it again or to have its benefit rechecked.
void FileScreen::load_filing(const Context& c) {
  if (const Filed* filed = c.device.filed(wanted_filing_)) begin(form_of_payload(filed->payload));
  if (const Filed* filed = c.device.filed(wanted_recheck_)) {
    begin(recheck_of(filed->filing, filed->payload, filed->effective_from));
  }
  wanted_filing_.clear();
  wanted_recheck_.clear();
  if (!wanted_edit_.empty()) load_edit(c);
}

// A change of what was handed in: gone on with where it was begun.
void FileScreen::load_edit(const Context& c) {
  if (const Draft* begun = draft_of_edit(c.device, wanted_edit_)) {
    start_over(filing_form(begun->form));
    draft_ = begun->id;
    edits_ = begun->edits;
    saved_at_ = beijing_time(begun->updated_at).substr(11, 5);
  } else if (const Filed* filed = c.device.filed(wanted_edit_)) {
    start_over(form_of_payload(filed->payload));
    edits_ = {filed->filing, filed->version};
  }
  wanted_edit_.clear();
}

void FileScreen::refresh(const Context& c) {
  if (check_ && checked_in_ == c.t.language && checked_on_ == c.today) return;
  const bool askable = !form_.policy().empty() && form_.kind != "remote_care" && form_.answer("application.channel").empty();
  if (askable) form_.set("application.channel", usual_channel(c.library, c.names, form_, c.today));
  check_ = filing_check(c.library, c.names, form_, c.today, c.t);
  faults_ = filing_faults(c.library, c.names, form_, c.today, attempted_, c.t);
  checked_in_ = c.t.language;
  checked_on_ = c.today;
}

std::string_view FileScreen::fault(std::string_view field) const {
  const auto found = faults_.find(std::string(field));
  return found == faults_.end() ? std::string_view() : std::string_view(found->second);
}

std::string FileScreen::address(std::string_view step) const {
  Route route{"file", {}};
  route.put("step", step == "check" ? std::string_view() : step);
  route.put("draft", draft_);
  if (draft_.empty()) route.put("edit", edits_.filing);
  return to_hash(route);
}

void FileScreen::show(std::string_view step) { platform::go(address(step)); }

void FileScreen::draw_edit_note(const Context& c) {
  if (edits_.filing.empty()) return;
  ui::note(ui::NoteTone::information, c.t("file.edits"));
  ui::gap(12);
}

void FileScreen::save() {
  if (saving_) return;
  saving_ = true;
  edited_ = false;
  platform::send(command::save_draft(draft_, form_.kind, to_json(form_), edits_));
}

void FileScreen::take(FilingForm edited) {
  if (edited == form_) return;
  form_ = std::move(edited);
  check_.reset();
  edited_ = true;
  save();
  platform::wake();
}

void FileScreen::on_state(const DeviceState& device) {
  adding_ = 0;
  gone_ = !draft_.empty() && device.known && device.draft(draft_) == nullptr;
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
      std::erase_if(route.fields, [](const auto& field) { return field.first != "step"; });
      route.put("draft", draft_);
      platform::replace_route(to_hash(route));
    }
  }
  send_chosen();
  if (edited_) save();
}

// A photo says that the document is at hand; and it needs a draft to be kept with.
bool FileScreen::on_files(std::string_view event_json) {
  const auto files = chosen_files(event_json, file_papers);
  if (!files) return false;
  paper_fault_.clear();
  for (const ChosenFile& file : *files) {
    chosen_.push_back(file);
    form_.documents.insert(file.document);
  }
  check_.reset();
  edited_ = true;
  if (!draft_.empty()) send_chosen();
  save();
  return true;
}

void FileScreen::send_chosen() {
  for (const ChosenFile& file : chosen_) platform::send_file(command::add_paper(home(), file.document, file.name), file.handle);
  adding_ += chosen_.size();
  chosen_.clear();
}

void FileScreen::on_fault(const Report& report) {
  if (report.during == "paper_add") {
    paper_fault_ = report.code;
    adding_ = 0;
  }
  if (report.during != "draft_save") return;
  saving_ = false;
  save_fault_ = report.code;
  if (!report.id.empty()) draft_ = report.id;
  if (report.code == "not_durable") send_chosen();  // the page keeps both
}

void FileScreen::draw(const Context& c) {
  load(c);
  if (waits()) {  // nothing may be typed over what is still being read
    ui::Page page({.name = c.t("door.file")});
    ui::heading(1, c.t("filings.loading"), ui::Type::title);
    return;
  }
  if (form_.kind.empty()) {
    ui::Page page({.name = c.t("door.file")});
    return draw_kinds(c);
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
  platform::send(command::submit(draft_, form_.kind, to_json(form_), payload(form_, c.names), edits_));
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
