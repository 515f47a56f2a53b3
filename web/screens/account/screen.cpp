#include "web/screens/account/screen.h"

#include "web/platform/bridge.h"
#include "web/screens/model/command.h"
#include "web/ui/ui.h"

namespace mingbai::screens {

void AccountScreen::on_state(const DeviceState& state) {
  if (shown_for_ != state.account) binding_ = {}, devices_ = {}, shown_for_ = state.account;
  if (!working_ || state.account.empty()) return;
  working_ = false;
  login_.clear();
  faults_.clear();
  if (platform::route().starts_with("#/login")) platform::go("#/filings");
}

void AccountScreen::on_fault(const Report& report, Language language) {
  if (report.during != "login" && report.during != "register" && report.during != "logout") return;
  working_ = false;
  faults_.clear();
  const strings::Strings t{language};
  for (const ReportedFinding& finding : report.findings) {
    const std::string field = finding.fact.find("password") != std::string::npos ? "password" : "login";
    faults_.try_emplace(field, language == Language::zh ? finding.message_zh : finding.message_en);
  }
  if (!faults_.empty()) return;
  const auto reason = strings::find("fault." + report.code);
  const std::string field = report.code == "login_taken" ? "login" : report.code == "wrong_password" ? "password" : "form";
  faults_[field] = reason ? t(*reason) : t("fault.other");
}

bool AccountScreen::draw(const Context& c) {
  ui::Page page({.narrow = true, .name = c.t("login.login")});
  c.device.account.empty() ? draw_entry(c) : draw_signed_in(c);
  if (!ui::phone() || !ui::theme().large) return false;
  ui::gap(16);
  return ui::button(c.t("app.language"), {.before = ui::Icon::globe, .name = c.t("app.language_name"), .key = "language"});
}

void AccountScreen::send(const Context& c) {
  const strings::Strings& t = c.t;
  faults_.clear();
  if (login_.empty()) faults_["login"] = t("login.account_needed");
  if (password_.empty()) faults_["password"] = t("login.password_needed");
  if (!faults_.empty()) return;
  working_ = true;
  platform::send(command::enter(mode_ == "register", login_, password_));
  password_.clear();
}

void AccountScreen::draw_entry(const Context& c) {
  const strings::Strings& t = c.t;
  ui::heading(1, t("login.heading"), ui::Type::title);
  ui::gap(16);
  ui::Sheet sheet({.name = t("login.login"), .key = "entry"});
  ui::Stack stack({.gap = 16});
  const ui::Choice modes[] = {{"login", t("login.login")}, {"register", t("login.register")}};
  if (ui::segmented(t("login.mode"), mode_, modes, {.label_hidden = true, .width = ui::phone() ? 0.f : 320.f})) faults_.clear();
  const bool fresh = mode_ == "register";
  bool entered = ui::text_field(t("login.account"), login_,
                                {.hint = fresh ? t("login.account_hint") : std::string_view(),
                                 .error = faults_["login"],
                                 .autocomplete = "username",
                                 .required = true})
                     .entered;
  entered |= ui::text_field(t("login.password"), password_,
                            {.kind = ui::FieldKind::password,
                             .hint = fresh ? t("login.password_hint") : std::string_view(),
                             .error = faults_["password"],
                             .autocomplete = fresh ? "new-password" : "current-password",
                             .required = true})
                 .entered;
  if (const auto found = faults_.find("form"); found != faults_.end()) ui::note(ui::NoteTone::fault, found->second);
  const std::string_view why = c.device.online ? std::string_view() : t("login.offline");
  if (ui::button(working_ ? t("login.working") : fresh ? t("login.submit_register") : t("login.submit"),
                 {.kind = ui::ButtonKind::primary, .wide = true, .busy = working_, .disabled_reason = why, .key = "submit"}) ||
      (entered && !working_)) {
    send(c);
  }
  ui::hint(t("login.why"));
  draw_shared(c);
}

void AccountScreen::share(bool on) {
  platform::remember("shared", on ? "1" : "");
  platform::send(command::shared_device(on));
}

// Before one logs in: whoever sits at a computer that others use says so first.
void AccountScreen::draw_shared(const Context& c) {
  const strings::Strings& t = c.t;
  bool shared = platform::remembered("shared") == "1";
  const std::size_t held = c.device.queue.size() + c.device.drafts.size() + c.device.papers.size();
  ui::gap(8);
  if (ui::toggle(t("login.shared"), shared)) {
    sharing_ = shared && held > 0;
    if (!sharing_) share(shared);
  }
  ui::hint(t("login.shared_hint"));
  bool yes = false;
  const std::string body = t("login.shared_body", {{"count", std::to_string(held)}});
  if (ui::Dialog dialog{sharing_, {.title = t("login.shared_title"), .body = body, .key = "shared"}}; dialog) {
    if (dialog.action(t("login.shared_no"))) sharing_ = false;
    yes = dialog.action(t("login.shared_yes"), ui::ButtonKind::careful, ui::Icon::trash);
  }
  if (!yes) return;
  sharing_ = false;
  share(true);
}

void AccountScreen::draw_signed_in(const Context& c) {
  const strings::Strings& t = c.t;
  ui::heading(1, t("login.heading_in", {{"login", c.device.account}}), ui::Type::title);
  ui::gap(16);
  {
    ui::Sheet sheet({.name = t("login.login"), .key = "signed_in"});
    ui::text(t("login.why"), ui::Type::body, ui::Token::ink2);
    ui::gap(16);
    if (ui::button(t("login.logout"), {.kind = ui::ButtonKind::careful, .before = ui::Icon::log_out})) leaving_ = true;
    if (const auto found = faults_.find("form"); found != faults_.end()) ui::note(ui::NoteTone::fault, found->second);
  }
  binding_.draw(c);
  devices_.draw(c);
  const std::size_t unsent = c.device.queue.size() + c.device.drafts.size();
  std::string body(t("login.logout_body"));
  if (unsent > 0) {
    body += (t.language == Language::en ? " " : "") + t("login.logout_unsent", {{"count", std::to_string(unsent)}});
  }
  bool leave = false;
  if (ui::Dialog dialog{leaving_, {.title = t("login.logout_title"), .body = body, .key = "logout"}}; dialog) {
    if (dialog.action(t("login.stay"))) leaving_ = false;
    leave = dialog.action(t("login.logout"), ui::ButtonKind::careful, ui::Icon::log_out);
  }
  if (!leave) return;
  leaving_ = false;
  platform::send(command::logout(unsent > 0));
}

}  // namespace mingbai::screens
