#include "web/screens/scenarios/cases.h"

#include <algorithm>
#include <deque>

#include "web/platform/bridge.h"
#include "web/screens/model/answer_words.h"
#include "web/screens/model/json_reading.h"
#include "web/screens/model/scenario_command.h"
#include "web/ui/ui.h"

namespace mingbai::screens {
namespace {

constexpr const char* kept = "scenario.cases";

// The key of "no filter": a choice needs one.
constexpr std::string_view all = "all";

template <class Widget>
void choose(std::string& filter, Widget widget) {
  std::string value = filter.empty() ? std::string(all) : filter;
  widget(value);
  filter = value == all ? std::string() : value;
}

std::string key_of(const CaseRow& row) { return row.file.empty() ? "own/" + row.name.zh : row.file; }

// The path, too: whoever writes a case writes it.
std::string field_of(const CaseDifference& difference, const strings::Strings& t) {
  const std::string name = answer_field(difference.where, t);
  return name == difference.where ? name : name + " " + difference.where;
}

void draw_differences(const CaseRow& row, const strings::Strings& t) {
  std::vector<std::vector<ui::Cell>> cells;
  std::deque<std::string> texts;
  const auto kept = [&](std::string text) { return std::string_view(texts.emplace_back(std::move(text))); };
  for (const CaseDifference& difference : row.differences) {
    if (difference.where.empty()) ui::text(difference.found, ui::Type::label, ui::Token::ink2);
    else cells.push_back({{kept(field_of(difference, t))}, {kept(answer_value(difference.expected)), true}, {kept(answer_value(difference.found)), true, ui::Token::rouge}});
  }
  if (cells.empty()) return;
  const ui::ColumnSpec columns[] = {{t("scenario.where"), 1.2f}, {t("scenario.expected"), 1}, {t("scenario.found"), 1}};
  ui::table(columns, cells, {.name = t("scenario.differences"), .key = "differences"});
}

}  // namespace

bool ScenarioCases::on_event(std::string_view event, std::string_view json) {
  if (event == "cases") {
    rows_ = read_cases(json);
    failed_ = static_cast<std::size_t>(std::count_if(rows_.begin(), rows_.end(), [](const CaseRow& row) { return !row.passed; }));
    state_ = State::done;
    return true;
  }
  if (event != "case") return false;
  const Json answer = Json::parse(json, nullptr, false);
  if (word(answer, "file") == asked_text_) {
    draft_ = draft_from_case(word(answer, "text"), asked_in_);
    tried_ = false;
  }
  return true;
}

void ScenarioCases::ask() {
  if (!own_read_) own_ = read_kept(platform::remembered(kept));
  own_read_ = true;
  state_ = State::running;
  platform::send_batch(batch_command::run_cases(own_));
}

const std::string* ScenarioCases::own_text(const CaseRow& row) const {
  for (const std::string& text : own_) {
    if (row.file.empty() && draft_from_case(text).name == row.name.zh) return &text;
  }
  return nullptr;
}

void ScenarioCases::draw_heading(const Context& c) const {
  const strings::Strings& t = c.t;
  if (state_ != State::done) return ui::heading(1, t("scenario.cases_running"), ui::Type::title);
  const std::string passed = std::to_string(rows_.size() - failed_);
  if (failed_ == 0) return ui::heading(1, t("scenario.cases_green", {{"count", passed}}), ui::Type::title);
  ui::heading(1, t("scenario.cases_red", {{"failed", std::to_string(failed_)}, {"passed", passed}}), ui::Type::title);
}

void ScenarioCases::draw_tally(const Context& c) {
  const strings::Strings& t = c.t;
  ui::Sheet sheet({.name = t("scenario.cases"), .key = "tally"});
  if (state_ != State::done) {
    ui::spinner(t("scenario.cases_running"));
    return;
  }
  const int red = static_cast<int>(failed_), green = static_cast<int>(rows_.size() - failed_);
  const std::string met = t("scenario.passed_count", {{"count", std::to_string(green)}});
  const std::string not_met = t("scenario.failed_count", {{"count", std::to_string(red)}});
  const std::string all = t("scenario.case_count", {{"count", std::to_string(rows_.size())}});
  ui::tally(all, green, red, 0, met, not_met);
  ui::gap(16);
  ui::Row row({.gap = 12});
  if (ui::button(t("scenario.run_again"), {.before = ui::Icon::retry, .small = true})) ask();
}

void ScenarioCases::draw_filter(const Context& c) {
  const strings::Strings& t = c.t;
  std::vector<std::string> names;
  names.reserve(c.names.packs().size());
  std::vector<ui::Choice> packs{{all, t("scenario.all")}};
  for (const PackName& pack : c.names.packs()) {
    packs.push_back({pack.id, names.emplace_back(c.names.region(pack.region, t.language))});
  }
  const ui::Choice states[] = {{all, t("scenario.all")}, {"failed", t("scenario.failed")}, {"passed", t("scenario.passed")}, {"own", t("scenario.own")}};
  auto search = [&] {
    if (ui::text_field(t("scenario.find_case"), filter_.words,
                       {.kind = ui::FieldKind::search, .placeholder = t("scenario.find_case"), .label_hidden = true})) {
      most_ = 30;
    }
  };
  auto policy = [&] { choose(filter_.policy, [&](std::string& value) { ui::select(t("scenario.policy"), value, packs, {.label_hidden = true}); }); };
  auto state = [&] { choose(filter_.state, [&](std::string& value) { ui::segmented(t("scenario.which_cases"), value, states, {.label_hidden = true}); }); };
  if (ui::desktop()) {
    ui::Columns columns({.tracks = {ui::fill(), ui::fill(), ui::fill(1.2f)}, .gap = 16, .align = ui::Align::end, .key = "filter"});
    columns.next();
    search();
    columns.next();
    policy();
    columns.next();
    state();
    return;
  }
  ui::Stack stack({.gap = 12, .key = "filter"});
  search();
  policy();
  state();
}

void ScenarioCases::draw_opened(const CaseRow& row, const Context& c) {
  const strings::Strings& t = c.t;
  ui::Stack stack({.gap = 12, .inset_left = ui::phone() ? 0.f : 40.f, .inset_top = 8, .inset_bottom = 16, .key = "opened"});
  if (row.passed) ui::text(t("scenario.as_expected"), ui::Type::label, ui::Token::pine);
  draw_differences(row, t);
  ui::Row buttons({.gap = 8, .key = "buttons"});
  if (ui::button(t("scenario.write_like"), {.before = ui::Icon::pencil, .small = true})) {
    if (const std::string* text = own_text(row)) {
      draft_ = draft_from_case(*text);
    } else {
      asked_text_ = row.file;
      asked_in_ = t.language;
      platform::send_batch(batch_command::case_text(row.file));
    }
  }
  if (const std::string* text = own_text(row)) {
    if (ui::button(t("scenario.download"), {.before = ui::Icon::download, .small = true})) {
      platform::download(write_case(draft_from_case(*text), t).file_name, "application/json", *text);
    }
    if (ui::button(t("scenario.forget"), {.kind = ui::ButtonKind::careful, .before = ui::Icon::trash, .small = true})) {
      own_.erase(own_.begin() + (text - own_.data()));
      platform::remember(kept, write_kept(own_));
      opened_.clear();
      ask();
    }
  }
}

void ScenarioCases::draw_list(const Context& c) {
  const strings::Strings& t = c.t;
  ui::Sheet sheet({.name = t("scenario.cases_list"), .key = "cases"});
  draw_filter(c);
  ui::gap(12);
  std::size_t drawn = 0, matching = 0;
  for (const CaseRow& row : rows_) {
    if (!shown(row, filter_)) continue;
    ++matching;
    if (drawn >= most_) continue;
    ++drawn;
    const std::string key = key_of(row);
    const ui::Keyed keyed(key);
    const bool open = key == opened_;
    std::string detail = row.file.empty() ? std::string(platform::forgets() ? t("scenario.own_case_here") : t("scenario.own_case")) : row.file;
    if (!row.requirements.empty()) detail += std::string(t("list.dot")) + row.requirements;
    if (ui::list_row({.title = row.name.in(t.language),
                      .detail = detail,
                      .right = row.passed ? t("scenario.passed") : t("scenario.failed"),
                      .before = row.passed ? ui::Icon::ring_check : ui::Icon::ring_cross,
                      .before_token = row.passed ? ui::Token::pine : ui::Token::rouge,
                      .after = open ? ui::Icon::chevron_up : ui::Icon::chevron_down,
                      .strong = !row.passed,
                      .key = "case"})) {
      opened_ = open ? std::string() : key;
    }
    if (open) draw_opened(row, c);
  }
  if (matching == 0) ui::text(t("scenario.no_case"), ui::Type::body, ui::Token::ink2);
  if (matching <= drawn) return;
  ui::gap(16);
  const std::string more = t("scenario.more_cases", {{"count", std::to_string(matching - drawn)}});
  if (ui::button(more, {.kind = ui::ButtonKind::secondary, .wide = ui::phone(), .key = "more"})) most_ += 60;
}

void ScenarioCases::write(const Context& c) {
  const WrittenCase written = write_case(*draft_, c.t);
  tried_ = true;
  if (written.text.empty()) return;
  std::erase_if(own_, [&](const std::string& text) { return draft_from_case(text).name == draft_->name; });
  own_.push_back(written.text);
  platform::remember(kept, write_kept(own_));
  filter_ = {.state = "own"};
  opened_ = "own/" + draft_->name;
  draft_.reset();
  ui::toast("case", platform::forgets() ? c.t("scenario.kept_here") : c.t("scenario.case_saved"));
  ask();
}

void ScenarioCases::draw_writing(const Context& c, const std::string& bill) {
  const strings::Strings& t = c.t;
  ui::Sheet sheet({.name = t("scenario.write_case"), .key = "write"});
  ui::heading(2, t("scenario.write_case"));
  ui::gap(8);
  if (!draft_) {
    ui::text(t("scenario.write_hint"), ui::Type::label, ui::Token::ink2);
    ui::gap(12);
    if (ui::button(t("scenario.from_bill"), {.kind = ui::ButtonKind::secondary,
                                             .before = ui::Icon::calculator,
                                             .small = true,
                                             .disabled_reason = bill.empty() ? t("scenario.no_bill") : std::string_view()})) {
      draft_ = draft_from_bill(c.library, bill);
      tried_ = false;
    }
    return;
  }
  const WrittenCase written = write_case(*draft_, t);
  auto fault = [&](const std::string& words) { return tried_ ? std::string_view(words) : std::string_view(); };
  ui::Stack stack({.gap = 16, .key = "fields"});
  ui::text_field(t("scenario.case_name"), draft_->name, {.hint = t("scenario.case_name_hint"), .error = fault(written.name_fault)});
  ui::text_field(t("scenario.case_requirements"), draft_->requirements, {.placeholder = "R067"});
  auto input = [&] { ui::text_field(t("scenario.case_input"), draft_->input, {.kind = ui::FieldKind::multiline, .error = fault(written.input_fault), .rows = 12}); };
  auto expect = [&] { ui::text_field(t("scenario.case_expect"), draft_->expect, {.kind = ui::FieldKind::multiline, .hint = t("scenario.case_expect_hint"), .error = fault(written.expect_fault), .rows = ui::desktop() ? 12 : 8}); };
  if (ui::desktop()) {
    ui::Columns columns({.tracks = {ui::fill(), ui::fill()}, .gap = 24, .key = "texts"});
    columns.next();
    input();
    columns.next();
    expect();
  } else {
    input();
    expect();
  }
  ui::Row row({.gap = 12, .key = "save"});
  if (ui::button(t("scenario.save_case"), {.kind = ui::ButtonKind::primary})) return write(c);
  if (!written.text.empty() && ui::button(t("scenario.download"), {.before = ui::Icon::download})) {
    platform::download(written.file_name, "application/json", written.text);
  }
  if (ui::button(t("scenario.leave"), {.kind = ui::ButtonKind::words})) draft_.reset();
}

void ScenarioCases::draw(const Context& c, const std::string& bill) {
  if (state_ == State::unasked) ask();
  draw_tally(c);
  draw_writing(c, bill);
  if (state_ == State::done || !rows_.empty()) draw_list(c);
}

}  // namespace mingbai::screens
