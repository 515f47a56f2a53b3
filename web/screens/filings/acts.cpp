#include "web/screens/filings/acts.h"

#include <algorithm>

#include "web/platform/bridge.h"
#include "web/screens/model/chosen_files.h"
#include "web/screens/model/command.h"
#include "web/screens/model/review.h"
#include "web/screens/model/route.h"
#include "web/screens/papers.h"
#include "web/ui/ui.h"

namespace mingbai::screens {
namespace {

constexpr std::string_view answer_key = "filings.act";

std::string_view line_of(std::string_view action, const strings::Strings& t) {
  const auto key = strings::find("acts." + std::string(action) + "_line");
  return key ? t(*key) : std::string_view();
}

std::string address(std::string_view field, std::string_view filing) {
  Route route{"file", {}};
  route.put(field, filing);
  return to_hash(route);
}

}  // namespace

void FilingActs::open(const std::string& filing) {
  if (filing == filing_) return;
  *this = {};
  filing_ = filing;
}

void FilingActs::on_file(const std::string& document) {
  const bool listed = std::ranges::find(content_.documents, document) != content_.documents.end();
  if (acting_ == "supply" && !listed) content_.documents.push_back(document);
}

bool FilingActs::on_answer(const ServerAnswer& answer) {
  if (answer.key != answer_key) return false;
  busy_ = false;
  done_ = answer.good();
  problem_ = done_ ? -1 : answer.status;
  problem_body_ = done_ ? std::string() : answer.body;
  if (done_) acting_.clear();
  if (answer.status != 0) platform::send(command::sync());  // done, or it stands otherwise than this device knew
  return true;
}

void FilingActs::begin(const Filed& filed, const std::string& action) {
  acting_ = action;
  content_ = {};
  problem_ = -1;
  chooser_.clear();
  before_ = named_institutions(filed);
  if (action == "change_providers") content_.providers = before_;
}

void FilingActs::send(const Filed& filed) {
  if (busy_) return;
  busy_ = true;
  platform::ask_server(answer_key, post_question(act_path(filed), act_body(filed, acting_, content_)));
}

void FilingActs::draw(const Filed& filed, const Context& c) {
  const strings::Strings& t = c.t;
  if (done_) {
    done_ = false;
    ui::toast("act", t("acts.done"));
  }
  const auto acts = own_acts(filed);
  const bool over = filed.stage == "withdrawn" || filed.stage == "cancelled" || filed.stage == "expired";
  const bool recheck = can_recheck(c.library, c.names, filed, c.today);
  const bool edit = can_edit(c.device, filed);
  if (acts.empty() && !recheck && !over && !edit) return;
  ui::divider(20, 20);
  ui::heading(3, t("acts.title"), ui::Type::strong);
  ui::gap(12);
  const std::string_view offline = c.device.online ? std::string_view() : t("acts.offline");
  {
    ui::Row row({.gap = 12});
    for (const std::string& action : acts) {
      const bool careful = action == "withdraw" || action == "cancel";
      const ui::ButtonKind kind = careful ? ui::ButtonKind::careful_words : action == "supply" ? ui::ButtonKind::primary : ui::ButtonKind::secondary;
      if (ui::button(act_words(action, t), {.kind = kind, .small = true, .disabled_reason = offline, .key = action})) begin(filed, action);
    }
    const std::string again = address("again", filed.filing), follows = address("follows", filed.filing);
    if (recheck && ui::button(t("acts.recheck"), {.kind = ui::ButtonKind::secondary, .before = ui::Icon::retry, .small = true, .target = follows})) {
      platform::go(follows);
    }
    if (edit) {
      const bool begun = draft_of_edit(c.device, filed.filing) != nullptr;
      const std::string target = address("edit", filed.filing);
      if (ui::button(begun ? t("acts.edit_go_on") : t("acts.edit"),
                     {.kind = ui::ButtonKind::secondary, .before = ui::Icon::pencil, .small = true, .target = target})) {
        platform::go(target);
      }
    }
    const bool changes = over || filed.kind == "remote_care";
    if (changes && ui::button(t("acts.again"), {.kind = ui::ButtonKind::secondary, .before = ui::Icon::pencil, .small = true, .target = again})) {
      platform::go(again);
    }
  }
  if (!offline.empty() && !acts.empty()) ui::hint(offline);
}

void FilingActs::draw_print(const Filed& filed, const Context& c) const {
  for (const PrintPage& page : print_pages(filed, c.t)) {
    if (!c.device.online || c.device.account.empty()) return;
    ui::button(page.words, {.kind = ui::ButtonKind::secondary, .before = ui::Icon::print, .small = true, .target = page.address, .key = page.address});
  }
}

std::string_view FilingActs::why_not_yet(const Context& c) const {
  const strings::Strings& t = c.t;
  if (acting_ == "cancel" && content_.reason.empty()) return t("acts.reason_needed");
  if (acting_ == "change_providers" && (content_.providers.empty() || content_.providers == before_)) return t("acts.providers_needed");
  return {};
}

void FilingActs::draw_providers(const Filed& filed, const Context& c) {
  const strings::Strings& t = c.t;
  std::string gone;
  for (const std::string& code : content_.providers) {
    const ui::Keyed keyed(code);
    const std::string name = c.names.institution(code, t.language);
    ui::Row row({.gap = 12, .align = ui::Align::between});
    ui::text(name, ui::Type::strong);
    if (ui::button(t("file.remove"), {.kind = ui::ButtonKind::words, .small = true, .name = t("file.remove_institution", {{"name", name}}), .key = "remove"})) {
      gone = code;
    }
  }
  std::erase(content_.providers, gone);
  ui::gap(12);
  std::string added;
  const auto options = institutions_to_choose(c.library, filed, c.today, t);
  const std::string hint = t("file.search_hint", {{"count", std::to_string(options.size())}});
  if (chooser_.draw({t("file.add_institution"), t("file.institution_search"), hint}, added, options, content_.providers, c)) {
    content_.providers.push_back(added);
  }
}

void FilingActs::draw_content(const Filed& filed, const Context& c) {
  const strings::Strings& t = c.t;
  if (acting_ == "cancel") ui::text_field(t("acts.reason"), content_.reason, {.kind = ui::FieldKind::multiline, .rows = 2});
  if (acting_ == "change_providers") draw_providers(filed, c);
  if (acting_ != "supply") return;
  for (const FilingQuestion::Option& paper : papers_to_supply(c.library, c.names, filed, c.today, t)) {
    const ui::Keyed keyed(paper.value);
    bool on = std::ranges::find(content_.documents, paper.value) != content_.documents.end();
    if (ui::checkbox(paper.label, on, {.key = paper.value})) {
      if (on) content_.documents.push_back(paper.value);
      else std::erase(content_.documents, paper.value);
    }
    if (!on) continue;
    auto rows = paper_rows(c.device, filed.filing, true, c.names, t);
    std::erase_if(rows, [&](const PaperRow& row) { return row.document != paper.value; });
    draw_papers(rows, c, false);
    draw_paper_buttons(paper.value, std::string(filing_papers) + paper.value, c);
  }
  ui::gap(8);
  ui::text_field(t("acts.text"), content_.text, {.kind = ui::FieldKind::multiline, .hint = t("review.words_hint"), .rows = 2});
}

void FilingActs::draw_dialog(const Filed& filed, const Context& c) {
  if (acting_.empty()) return;
  const strings::Strings& t = c.t;
  const std::string words = act_words(acting_, t);
  bool open = true, sent = false;
  if (ui::Dialog dialog{open, {.title = words, .body = line_of(acting_, t), .key = acting_}}; dialog) {
    draw_content(filed, c);
    if (problem_ >= 0) ui::note(ui::NoteTone::fault, problem_words(problem_, problem_body_, t));
    const std::string_view why = why_not_yet(c);
    if (!why.empty()) ui::hint(why);
    ui::gap(16);
    if (dialog.action(t("review.keep"))) open = false;
    const bool careful = acting_ == "withdraw" || acting_ == "cancel";
    sent = why.empty() && dialog.action(words, careful ? ui::ButtonKind::careful : ui::ButtonKind::primary);
  }
  if (sent) send(filed);
  if (!open) acting_.clear();
}

}  // namespace mingbai::screens
