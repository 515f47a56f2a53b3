// The form itself: whose filing, the trip, what is held; beside it what is saved and the one way out.
#include "web/platform/bridge.h"
#include "web/screens/file/screen.h"
#include "web/screens/model/filing_words.h"
#include "web/screens/pieces.h"
#include "web/ui/ui.h"

namespace mingbai::screens {
namespace {

// Two fields beside each other where there is room.
template <typename First, typename Second>
void pair(std::string_view key, First first, Second second) {
  if (ui::phone()) {
    first();
    ui::gap(16);
    second();
    return;
  }
  ui::Columns columns({.tracks = {ui::fill(), ui::fill()}, .gap = 24, .key = key});
  columns.next();
  first();
  columns.next();
  second();
}

}  // namespace

void FileScreen::draw_form(FilingForm& form, const Context& c) {
  const strings::Strings& t = c.t;
  const std::string check = address("check"), kind = kind_words(form.kind, c.names, t);
  const ui::Crumb crumbs[] = {{t("door.file"), "#/file"}, {kind, ""}, {t("file.step_check"), check}, {t("file.step_form"), ""}};
  ui::breadcrumbs(crumbs);
  ui::heading(1, t("file.form_heading"), ui::Type::title);
  ui::text(t("file.form_subject", {{"title", form_title(form, c.names, t)}}), ui::Type::label, ui::Token::ink2);
  ui::gap(20);
  draw_edit_note(c);
  auto fields = [&] {
    draw_person(form, c);
    if (form.whom == "other") draw_agent(form, c);
    draw_matter(form, c);
    draw_bring(form, c);
  };
  if (ui::desktop()) {
    ui::Columns columns({.tracks = {ui::fill(), ui::fixed(352)}, .gap = 32, .key = "form"});
    columns.next();
    fields();
    columns.next({.sticky = true});
    draw_summary(c);
  } else {
    fields();
    draw_summary(c);
  }
}

void FileScreen::draw_person(FilingForm& form, const Context& c) {
  const strings::Strings& t = c.t;
  const std::string_view title = form.whom == "other" ? t("file.person_other") : t("file.person");
  ui::Sheet sheet({.name = title, .key = "person"});
  ui::heading(2, title);
  ui::gap(16);
  // The browser knows the name of who sits in front of it, nobody else's.
  const std::string_view own = form.whom == "other" ? "" : "name";
  pair("person", [&] { ui::text_field(t("file.name"), form.name, {.error = fault("name"), .autocomplete = own, .required = true}); },
       [&] {
         ui::text_field(t("file.number"), form.number,
                        {.kind = ui::FieldKind::identity, .hint = t("file.number_hint"), .error = fault("number"), .required = true});
       });
}

void FileScreen::draw_agent(FilingForm& form, const Context& c) {
  const strings::Strings& t = c.t;
  ui::Sheet sheet({.name = t("file.agent"), .key = "agent"});
  ui::heading(2, t("file.agent"));
  ui::gap(16);
  pair("agent", [&] { ui::text_field(t("file.agent_name"), form.agent_name, {.error = fault("agent_name"), .autocomplete = "name", .required = true}); },
       [&] {
         ui::text_field(t("file.agent_number"), form.agent_number,
                        {.kind = ui::FieldKind::identity, .error = fault("agent_number")});
       });
}

// What was answered before, to read again; of remote care also the days.
void FileScreen::draw_matter(FilingForm& form, const Context& c) {
  const strings::Strings& t = c.t;
  ui::Sheet sheet({.name = t("file.trip"), .key = "matter"});
  ui::heading(2, t("file.trip"));
  ui::gap(16);
  FilingForm nobody = without_person(form);
  nobody.whom = "self";
  nobody.documents.clear();
  draw_facts(form_facts(nobody, c.names, t));
  if (!check_->prepares.empty()) ui::note(ui::NoteTone::information, check_->prepares);
  if (form.kind != "remote_care") return;
  ui::gap(16);
  auto day = [&](const char* fact, std::string_view label, std::string_view hint, std::string_view field) {
    std::string typed = form.answer(fact);
    if (ui::text_field(label, typed, {.kind = ui::FieldKind::date, .hint = hint, .error = fault(field)})) form.set(fact, typed);
  };
  pair("dates", [&] { day("application.from", t("file.from"), {}, "from"); },
       [&] { day("application.to", t("file.to"), t("file.to_hint"), "to"); });
}

void FileScreen::draw_saving(const Context& c) {
  const strings::Strings& t = c.t;
  if (!save_fault_.empty()) {
    const auto reason = strings::find("fault." + save_fault_);
    ui::note(ui::NoteTone::fault, "**" + std::string(t("file.not_saved")) + "** " + std::string(reason ? t(*reason) : t("fault.other")));
    return;
  }
  const bool pending = saving_ || edited_;
  if (!pending && saved_at_.empty()) return;
  const ui::Region status(ui::Role::status, {}, "saving");
  ui::Row row({.gap = 8, .wrap = false});
  ui::icon(pending ? ui::Icon::clock : ui::Icon::ring_check, 24, ui::Token::pine);
  ui::text(pending ? std::string(t("file.saving")) : t("file.saved", {{"time", saved_at_}}), ui::Type::label, ui::Token::ink2);
}

void FileScreen::draw_summary(const Context& c) {
  const strings::Strings& t = c.t;
  ui::Sheet sheet({.padding = ui::phone() ? 20.f : 28.f, .name = t("file.verdict"), .key = "summary"});
  const bool ready = check_->answer == CheckView::Answer::eligible;
  ui::caption(t("file.verdict"));
  ui::heading(2, check_->heading);
  if (!ready) {
    ui::gap(12);
    if (ui::button(t("file.change_check"), {.kind = ui::ButtonKind::secondary, .small = true, .wide = true})) show("check");
  }
  ui::gap(16);
  draw_saving(c);
  if (!fault("form").empty()) ui::note(ui::NoteTone::fault, fault("form"));
  ui::gap(16);
  const std::string_view why = !ready                             ? t("file.check_unready")
                               : attempted_ && !faults_.empty() ? t("file.submit_unready")
                                                                  : std::string_view();
  if (ui::button(t("file.submit"), {.kind = ui::ButtonKind::primary, .wide = true, .disabled_reason = why})) {
    attempted_ = true;
    faults_ = filing_faults(c.library, c.names, form_, c.today, true, t);
    confirming_ = faults_.empty();
  }
  if (draft_.empty()) return;
  ui::gap(8);
  if (ui::button(t("file.discard"), {.kind = ui::ButtonKind::careful_words, .small = true, .wide = true})) discarding_ = true;
}

}  // namespace mingbai::screens
