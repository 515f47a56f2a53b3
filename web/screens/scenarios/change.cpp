// What is changed: the policy, its parameters and tables, a cell at a time.
#include "web/screens/scenarios/change.h"

#include "web/platform/bridge.h"
#include "web/screens/model/entry.h"
#include "web/screens/model/json_reading.h"
#include "web/screens/model/scenario_command.h"
#include "web/screens/pieces.h"
#include "web/ui/ui.h"

namespace mingbai::screens {
namespace {

constexpr const char* draft_id = "draft";

std::string period(const std::string& from, const std::string& to, const strings::Strings& t) {
  return t("scenario.period", {{"from", from.empty() ? std::string(t("scenario.unknown_day")) : from},
                               {"to", to.empty() ? std::string(t("scenario.open_end")) : to}});
}

}  // namespace

bool ScenarioChange::on_event(std::string_view event, std::string_view json) {
  if (event != "proof") return false;
  proving_ = false;
  const Json answer = Json::parse(json, nullptr, false);
  Proof proof;
  proof.findings = read_findings(json);
  proof.known = whole(answer, "known");
  for (CaseRow& row : read_cases(json)) {
    ++proof.cases;
    if (!row.passed) proof.red.push_back(std::move(row));
  }
  proof_ = std::move(proof);
  ask_proof();
  return true;
}

void ScenarioChange::refresh(const Context& c) {
  if (overlay_.base.empty() && !c.names.packs().empty()) open_policy(c.names.packs().front().id, c);
  if (!groups_.empty() && read_in_ == c.t.language) return;
  groups_ = read_cells(platform::policies(), overlay_.base, c.names, c.t);
  read_in_ = c.t.language;
  if (chosen_.empty() && !groups_.empty()) chosen_ = groups_.front().id;
}

void ScenarioChange::open_policy(const std::string& policy, const Context& c) {
  overlay_ = {.id = {}, .title = {}, .base = policy, .base_version = version_of(platform::policies(), policy), .edits = {}};
  groups_.clear();
  chosen_.clear();
  opened_.clear();
  proof_.reset();
  sent_.clear();
  refresh(c);
}

const CellGroup* ScenarioChange::group() const {
  for (const CellGroup& one : groups_) {
    if (one.id == chosen_) return &one;
  }
  return nullptr;
}

bool ScenarioChange::is_changed(const PolicyCell& cell) const {
  const auto edit = overlay_.edits.find(cell.place);
  return edit != overlay_.edits.end() &&
         (edit->second.value != cell.value || edit->second.from != cell.from || edit->second.to != cell.to);
}

std::size_t ScenarioChange::changes_in(const CellGroup& one) const {
  std::size_t count = 0;
  for (const PolicyCell& cell : one.cells) count += is_changed(cell);
  return count;
}

void ScenarioChange::edited() {
  if (changes_something(overlay_, groups_)) return ask_proof();
  proof_.reset();
  sent_.clear();
}

// One at a time: a newer change waits for the answer to the one before.
void ScenarioChange::ask_proof() {
  if (proving_ || !changes_something(overlay_, groups_)) return;
  Overlay asked = overlay_;
  if (asked.id.empty()) asked.id = draft_id;
  if (asked.title.empty()) asked.title = asked.id;
  const std::string text = write_overlay(asked, groups_);
  if (text == sent_) return;
  sent_ = text;
  proving_ = true;
  platform::send_batch(batch_command::prove(text));
}

void ScenarioChange::draw_heading(const Context& c) const {
  const strings::Strings& t = c.t;
  if (!changes_something(overlay_, groups_)) return ui::heading(1, t("scenario.change_title"), ui::Type::title);
  if (!proof_) return ui::heading(1, t("scenario.proving"), ui::Type::title);
  const std::string findings = std::to_string(proof_->findings.size()), red = std::to_string(proof_->red.size());
  if (proof_->findings.empty() && proof_->red.empty()) return ui::heading(1, t("scenario.change_green"), ui::Type::title);
  ui::heading(1, t("scenario.change_red", {{"findings", findings}, {"cases", red}}), ui::Type::title);
}

void ScenarioChange::draw_policy(const Context& c) {
  const strings::Strings& t = c.t;
  const PlaceChoices places(c);
  std::string policy = overlay_.base;
  if (ui::select(t("scenario.policy"), policy, places.choices())) open_policy(policy, c);
}

void ScenarioChange::draw_groups(const Context& c) {
  const strings::Strings& t = c.t;
  ui::text_field(t("scenario.find_figure"), words_,
                 {.kind = ui::FieldKind::search, .placeholder = t("scenario.find_figure"), .label_hidden = true});
  ui::gap(8);
  for (const CellGroup& one : groups_) {
    if (!words_.empty() && one.label.find(words_) == std::string::npos && one.id.find(words_) == std::string::npos) continue;
    const std::size_t changed = changes_in(one);
    const std::string mark = changed == 0 ? std::to_string(one.cells.size()) : t("scenario.changed_count", {{"count", std::to_string(changed)}});
    if (ui::list_row({.title = one.label, .right = mark, .chosen = one.id == chosen_, .key = one.id})) {
      chosen_ = one.id;
      opened_.clear();
    }
  }
}

void ScenarioChange::draw_editor(const PolicyCell& cell, const Context& c) {
  const strings::Strings& t = c.t;
  CellEdit edit = overlay_.edits.contains(cell.place) ? overlay_.edits.at(cell.place) : CellEdit{cell.value, cell.from, cell.to};
  const CellEdit before = edit;
  ui::Inset inset(ui::Surface::tint);
  ui::Stack stack({.gap = 12, .key = "editor"});
  const bool money = cell.unit == "money";
  const std::string error = value_fault(cell.unit, edit.value, t);
  const auto unit = strings::find("scenario.unit_" + cell.unit);
  auto value = [&] {
    ui::text_field(t("scenario.value"), edit.value,
                   {.kind = money ? ui::FieldKind::money : ui::FieldKind::text, .hint = unit ? t(*unit) : std::string_view(), .error = error});
  };
  const std::string from_error = from_fault(edit.from, false, t), to_error = from_fault(edit.to, true, t);
  auto from = [&] { ui::text_field(t("scenario.from"), edit.from, {.kind = ui::FieldKind::date, .error = from_error}); };
  auto to = [&] { ui::text_field(t("scenario.to"), edit.to, {.kind = ui::FieldKind::date, .hint = t("scenario.to_hint"), .error = to_error}); };
  if (ui::phone()) {
    value();
    from();
    to();
  } else {
    ui::Columns columns({.tracks = {ui::fill(), ui::fill(), ui::fill()}, .gap = 16, .key = "fields"});
    columns.next();
    value();
    columns.next();
    from();
    columns.next();
    to();
  }
  if (!cell.note.empty()) ui::hint(cell.note);
  {
    ui::Row row({.gap = 12, .key = "source"});
    draw_source(cell.source, cell.place);
    if (is_changed(cell) && ui::button(t("scenario.undo"), {.before = ui::Icon::retry, .small = true})) edit = {cell.value, cell.from, cell.to};
  }
  if (edit.value == before.value && edit.from == before.from && edit.to == before.to) return;
  if (edit.value == cell.value && edit.from == cell.from && edit.to == cell.to) overlay_.edits.erase(cell.place);
  else overlay_.edits[cell.place] = edit;
  edited();
}

void ScenarioChange::draw_cell(const PolicyCell& cell, const Context& c) {
  const strings::Strings& t = c.t;
  const ui::Keyed keyed(cell.place);
  const bool open = opened_ == cell.place, changed = is_changed(cell);
  std::string value = shown_value(cell.unit, cell.value, t);
  if (changed) {
    const CellEdit& edit = overlay_.edits.at(cell.place);
    if (edit.value != cell.value) value += " → " + shown_value(cell.unit, edit.value, t);
  }
  const std::string detail = period(cell.from, cell.to, t) + std::string(t("list.dot")) + cell.source.short_words;
  if (ui::list_row({.title = cell.facts.empty() ? value : cell.facts,
                    .detail = cell.facts.empty() ? detail : value + std::string(t("list.dot")) + detail,
                    .before = changed ? ui::Icon::pencil : ui::Icon::none,
                    .before_token = ui::Token::ochre,
                    .after = open ? ui::Icon::chevron_up : ui::Icon::chevron_down,
                    .strong = changed,
                    .key = "cell"})) {
    opened_ = open ? std::string() : cell.place;
  }
  if (open) draw_editor(cell, c);
}

void ScenarioChange::draw_cells(const Context& c) {
  const CellGroup* one = group();
  if (one == nullptr) return;
  const strings::Strings& t = c.t;
  ui::Sheet sheet({.name = one->label, .key = "cells"});
  ui::heading(2, one->label);
  ui::caption(t("scenario.cell_count", {{"count", std::to_string(one->cells.size())}}));
  ui::gap(8);
  for (const PolicyCell& cell : one->cells) draw_cell(cell, c);
}

void ScenarioChange::draw(const Context& c) {
  const strings::Strings& t = c.t;
  refresh(c);
  if (ui::desktop()) {
    ui::Columns columns({.tracks = {ui::fixed(352), ui::fill()}, .gap = 32, .key = "change"});
    columns.next();
    {
      ui::Sheet sheet({.padding = 24, .name = t("scenario.figures"), .key = "figures"});
      draw_policy(c);
      ui::gap(16);
      draw_groups(c);
    }
    draw_kept(c);
    columns.next();
    draw_cells(c);
    draw_proof(c);
    return;
  }
  {
    ui::Sheet sheet({.name = t("scenario.figures"), .key = "figures"});
    ui::Stack stack({.gap = 16});
    draw_policy(c);
    std::vector<ui::Choice> choices;
    for (const CellGroup& one : groups_) choices.push_back({one.id, one.label});
    if (ui::select(t("scenario.figure"), chosen_, choices)) opened_.clear();
  }
  draw_cells(c);
  draw_proof(c);
  draw_kept(c);
}

}  // namespace mingbai::screens
