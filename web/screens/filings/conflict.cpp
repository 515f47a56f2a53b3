#include "web/screens/filings/conflict.h"

#include "web/platform/bridge.h"
#include "web/screens/model/command.h"
#include "web/screens/model/filing_check.h"
#include "web/screens/model/filings_view.h"
#include "web/screens/model/route.h"
#include "web/ui/ui.h"

namespace mingbai::screens {
namespace {

std::string_view line_of(std::string_view choice, const strings::Strings& t) {
  if (choice == "mine") return t("conflict.mine_line");
  return choice == "theirs" ? t("conflict.theirs_line") : t("conflict.draft_line");
}

std::string_view words_of(std::string_view choice, const strings::Strings& t) {
  if (choice == "mine") return t("conflict.mine");
  return choice == "theirs" ? t("conflict.theirs") : t("conflict.draft");
}

}  // namespace

void FilingConflict::open(std::string_view id) {
  if (id == id_) return;
  *this = {};
  id_ = id;
}

void FilingConflict::on_fault(const Report& report) {
  if (report.during != "conflict_settle") return;
  fault_ = report.code;
  asking_.clear();
}

void FilingConflict::draw_cards(const Context& c) const {
  if (c.device.conflicts.empty()) return;
  const strings::Strings& t = c.t;
  const ui::Region list(ui::Role::list, t("conflict.list"));
  for (const HeldConflict& conflict : c.device.conflicts) {
    const ui::Keyed keyed(conflict.id);
    const std::string title = form_title(form_of_payload(conflict.payload), c.names, t);
    Route route{"filings", {}};
    route.put("conflict", conflict.id);
    const std::string target = to_hash(route);
    ui::Sheet sheet({.surface = ui::Surface::urgent, .padding = ui::phone() ? 20.f : 24.f, .name = title, .key = "conflict"});
    {
      ui::Row head({.gap = 12});
      ui::heading(2, title, ui::Type::strong);
      ui::status_chip(ui::Tone::waiting, t("conflict.chip"));
    }
    ui::text(t("conflict.line"), ui::Type::label, ui::Token::ink2);
    ui::gap(12);
    if (ui::button(t("conflict.open"), {.kind = ui::ButtonKind::primary, .small = true, .target = target})) platform::go(target);
  }
}

bool FilingConflict::draw(const Context& c) {
  if (id_.empty()) return false;
  const HeldConflict* conflict = c.device.conflict(id_);
  const Filed* filed = conflict == nullptr ? nullptr : c.device.filed(conflict->filing);
  if (filed == nullptr) {
    if (c.device.known) settled(c);
    return false;
  }
  if (filing_.empty()) ui::close_toast("sync");  // it said to come here
  filing_ = filed->filing;
  const strings::Strings& t = c.t;
  const ConflictView view = conflict_view(c.names, *conflict, *filed, t);
  {
    ui::Page page({.name = t("door.filings")});
    const ui::Crumb crumbs[] = {{t("door.filings"), "#/filings"}, {view.title, ""}};
    ui::breadcrumbs(crumbs);
    ui::heading(1, t("conflict.title"), ui::Type::title);
    ui::text(t("conflict.line"), ui::Type::label, ui::Token::ink2);
    ui::gap(20);
    if (!fault_.empty()) {
      const auto reason = strings::find("fault." + fault_);
      ui::note(ui::NoteTone::fault, reason ? t(*reason) : t("fault.other"));
    }
    ui::Sheet sheet({.name = view.title, .key = "sides"});
    ui::heading(2, view.title);
    ui::gap(12);
    by_field_ && !view.over ? draw_choices(view, *conflict, *filed, c) : draw_differences(view, c);
    ui::divider(20, 20);
    draw_ways(view, c);
  }
  draw_dialog(view, c);
  return true;
}

// Decided here, in another tab, or gone with a logout: what is left to see is the filing with its history.
void FilingConflict::settled(const Context& c) {
  if (!asking_.empty()) ui::toast("conflict", c.t("conflict.done"));
  Route route{"filings", {}};
  route.put("filing", filing_);
  const std::string filing = filing_;
  *this = {};
  settled_ = filing;
  platform::replace_route(to_hash(route));
}

void FilingConflict::draw_differences(const ConflictView& view, const Context& c) const {
  const strings::Strings& t = c.t;
  const ui::ColumnSpec columns[] = {{t("conflict.field"), 1}, {t("conflict.mine_column"), 2}, {t("conflict.theirs_column"), 2}};
  std::vector<std::vector<ui::Cell>> rows{{{t("conflict.who")}, {view.mine.who}, {view.theirs.who}},
                                          {{t("conflict.when")}, {view.mine.when}, {view.theirs.when}},
                                          {{t("conflict.order")}, {view.mine.order}, {view.theirs.order}}};
  for (const ConflictField& field : view.differing) rows.push_back({{field.label}, {field.mine, true}, {field.theirs, true}});
  ui::table(columns, rows, {.name = t("conflict.list"), .key = "sides"});
  ui::gap(12);
  if (view.differing.empty()) ui::text(t("conflict.same"), ui::Type::label, ui::Token::ink2);
  std::string labels;
  for (const std::string& label : view.equal) labels += (labels.empty() ? std::string() : std::string(t("list.and"))) + label;
  if (!labels.empty()) ui::hint(t("conflict.equal", {{"count", std::to_string(view.equal.size())}, {"labels", labels}}));
}

void FilingConflict::draw_choices(const ConflictView& view, const HeldConflict& conflict, const Filed& filed, const Context& c) {
  const strings::Strings& t = c.t;
  for (const ConflictField& field : view.differing) {
    const ui::Keyed keyed(field.part);
    std::string choice = choices_.contains(field.part) ? choices_[field.part] : std::string();
    const std::string mine = t("conflict.use_mine", {{"value", field.mine}}), theirs = t("conflict.use_theirs", {{"value", field.theirs}});
    const ui::Choice both[] = {{"mine", mine}, {"theirs", theirs}};
    if (ui::radio_list(field.label, choice, both)) choices_[field.part] = choice;
    ui::gap(16);
  }
  ui::hint(t("conflict.by_field_line"));
  std::string why;
  const std::size_t left = left_to_choose(view, choices_);
  const std::string payload = chosen_payload(conflict, filed, choices_);
  if (left > 0) {
    why = t("conflict.left", {{"count", std::to_string(left)}});
  } else if (const auto result = check_payload(c.library, payload, c.today); !result || result->verdict != eligibility::Verdict::eligible) {
    why = t("conflict.ineligible");
  }
  ui::gap(12);
  ui::Stack stack({});
  if (ui::button(t("conflict.send"), {.kind = ui::ButtonKind::primary, .before = ui::Icon::check, .disabled_reason = why})) {
    asking_ = "fields";
    fault_.clear();
    platform::send(command::settle_conflict(view.id, view.version, to_json(form_of_payload(payload)), payload));
  }
}

void FilingConflict::draw_ways(const ConflictView& view, const Context& c) {
  const strings::Strings& t = c.t;
  const auto way = [&](std::string_view choice, ui::ButtonKind kind) {
    ui::Stack stack({.gap = 4, .key = choice});
    if (ui::button(words_of(choice, t), {.kind = kind, .small = true, .key = choice})) asking_ = choice;
    ui::hint(line_of(choice, t));
    ui::gap(12);
  };
  way(view.over ? "draft" : "mine", by_field_ ? ui::ButtonKind::secondary : ui::ButtonKind::primary);
  way("theirs", ui::ButtonKind::secondary);
  if (view.over || view.differing.size() < 2) return;
  ui::Stack stack({.gap = 4, .key = "fields"});
  if (!by_field_ && ui::button(t("conflict.by_field"), {.kind = ui::ButtonKind::secondary, .small = true, .expanded = 0})) by_field_ = true;
  if (!by_field_) ui::hint(t("conflict.by_field_line"));
}

void FilingConflict::draw_dialog(const ConflictView& view, const Context& c) {
  if (asking_.empty() || asking_ == "fields") return;
  const strings::Strings& t = c.t;
  bool open = true, decided = false;
  const std::string title = t("conflict.sure", {{"way", words_of(asking_, t)}});
  if (ui::Dialog dialog{open, {.title = title, .body = line_of(asking_, t), .key = asking_}}; dialog) {
    if (dialog.action(t("conflict.look_again"))) open = false;
    decided = dialog.action(words_of(asking_, t), asking_ == "theirs" ? ui::ButtonKind::careful : ui::ButtonKind::primary);
  }
  if (decided) {
    fault_.clear();
    platform::send(command::settle_conflict(view.id, asking_, view.version));
  }
  if (!open) asking_.clear();
}

}  // namespace mingbai::screens
