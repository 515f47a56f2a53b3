// The filing beside its automatic check, and what may be decided.
#include <algorithm>

#include "web/platform/bridge.h"
#include "web/screens/model/filing_acts.h"
#include "web/screens/pieces.h"
#include "web/screens/review/screen.h"
#include "web/ui/ui.h"

namespace mingbai::screens {
namespace {

std::string joined(const std::vector<std::string>& words, const strings::Strings& t) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? std::string() : std::string(t("list.comma"))) + word;
  return out;
}

std::string_view approving(const ReviewedFiling& filing) {
  return filing.may("confirm") ? "confirm" : filing.may("review") ? "review" : std::string_view();
}

// Neither is done without saying why: ticked lines of the check, or words of one's own.
bool needs_reason(std::string_view action) { return action == "ask_supplement" || action == "propose_refusal"; }

}  // namespace

void ReviewScreen::draw_opened(const Context& c) {
  const strings::Strings& t = c.t;
  if (!filing_) {
    ui::Sheet sheet({.key = "opened"});
    if (opened_.empty()) {
      ui::empty_state({ui::Icon::inbox, t("review.choose"), t("review.choose_line"), {}});
    } else if (opened_status_ < 0) {
      ui::spinner(t("review.loading"));
    } else {
      ui::text(problem_words(opened_status_, {}, t));
    }
    return;
  }
  ui::Sheet sheet({.name = filing_->title, .key = "opened"});
  {
    ui::Row head({.align = ui::Align::between});
    ui::heading(2, filing_->title, ui::Type::figure);
    ui::status_chip(ui::Tone::neutral, filing_->stage_words);
  }
  ui::caption(filing_->kind + std::string(t("list.dot")) + t("review.received", {{"time", filing_->received}, {"number", filing_->receipt}}));
  draw_prints(c);
  ui::divider(16, 16);
  const auto facts = [&] {
    draw_facts(filing_->facts);
    if (decides_) {
      ui::gap(12);
      if (ui::button(t("reveal.open"), {.before = ui::Icon::eye, .small = true})) reveal_.ask_for({filing_->filing});
    }
    ui::gap(16);
    ui::heading(3, t("review.documents"), ui::Type::strong);
    ui::gap(4);
    ui::Stack papers({.gap = 8, .key = "papers"});
    ui::fact(t("review.held"), filing_->held.empty() ? std::string(t("review.no_documents")) : joined(filing_->held, t), 148);
    for (const FiledDocument& document : filing_->attachments) ui::link(document.words, document.target, ui::Token::pine, document.target);
    if (!filing_->not_sent.empty()) ui::fact(t("review.not_sent"), joined(filing_->not_sent, t), 148);
    if (!filing_->missing.empty()) ui::fact(t("review.missing"), joined(filing_->missing, t), 148);
    if (!filing_->never.empty()) ui::fact(t("review.never"), joined(filing_->never, t), 148);
  };
  if (ui::available_width() < 700) {
    draw_check(c);
    ui::gap(24);
    facts();
  } else {
    ui::Columns columns({.tracks = {ui::fill(), ui::fill()}, .gap = 32, .key = "parts"});
    columns.next();
    facts();
    columns.next();
    draw_check(c);
  }
  ui::divider(20, 20);
  draw_actions(c);
  ui::divider(20, 20);
  ui::heading(3, t("filings.timeline"), ui::Type::strong);
  ui::gap(12);
  std::vector<ui::Event> events;
  for (const TimelineRow& row : filing_->timeline) {
    events.push_back({ui::Event::When::past, row.title, row.detail, row.time, row.fault ? ui::Icon::cross : ui::Icon::check, row.fault});
  }
  ui::timeline(events, t("filings.timeline"));
}

void ReviewScreen::draw_prints(const Context& c) const {
  const auto pages = print_pages(filing_->filing, filing_->stage, !filing_->receipt.empty(), c.t);
  if (pages.empty()) return;
  ui::gap(12);
  ui::Row row({.gap = 8, .key = "prints"});
  for (const PrintPage& page : pages) {
    ui::button(page.words, {.kind = ui::ButtonKind::secondary, .before = ui::Icon::print, .small = true, .target = page.address, .key = page.address});
  }
}

void ReviewScreen::draw_check(const Context& c) {
  const strings::Strings& t = c.t;
  ui::heading(3, t("review.check", {{"count", std::to_string(filing_->check.size())}}), ui::Type::strong);
  ui::hint(t("review.check_line"));
  ui::gap(8);
  for (std::size_t at = 0; at < filing_->check.size(); ++at) {
    const CheckLine& line = filing_->check[at];
    const ui::Keyed keyed(at);
    if (!line.met) {
      ui::Inset inset(ui::Surface::rouge);
      ui::status_chip(ui::Tone::fault, t("scenario.failed"));
      ui::text(line.message, ui::Type::strong);
      if (!line.remedy.empty()) ui::text(line.remedy, ui::Type::label, ui::Token::ink2);
      if (line.source) draw_source(*line.source, "source");
    } else {
      ui::list_row({.title = line.message, .before = ui::Icon::ring_check, .pressable = false, .key = "met"});
    }
    ui::gap(8);
  }
}

void ReviewScreen::draw_actions(const Context& c) {
  const strings::Strings& t = c.t;
  const std::string_view approve = approving(*filing_);
  const auto unmet = std::ranges::count_if(filing_->check, [](const CheckLine& line) { return !line.met; });
  ui::text(filing_->actions.empty() ? t("review.nothing_open") : t("review.refusal_line"), ui::Type::label, ui::Token::ink2);
  ui::gap(12);
  ui::Row row({.gap = 12, .align = ui::Align::end});
  if (!approve.empty() && ui::button(t("review.approve"), {.kind = ui::ButtonKind::primary,
                                                           .before = ui::Icon::check,
                                                           .busy = busy_,
                                                           .disabled_reason = unmet > 0 ? t("review.unmet") : std::string_view()})) {
    decide(approve, {}, {});
  }
  if (filing_->may("ask_supplement") && ui::button(t("review.ask"), {.kind = ui::ButtonKind::secondary})) asking_ = "ask_supplement";
  if (filing_->may("propose_refusal") && ui::button(t("review.propose"), {.kind = ui::ButtonKind::careful})) asking_ = "propose_refusal";
  if (filing_->may("refuse") && ui::button(t("review.refuse"), {.kind = ui::ButtonKind::careful})) asking_ = "refuse";
  if (filing_->may("spot_check") && ui::button(t("review.spot_check"), {.kind = ui::ButtonKind::secondary})) asking_ = "spot_check";
}

void ReviewScreen::draw_reasons(const Context& c) {
  for (std::size_t at = 0; at < filing_->check.size(); ++at) {
    if (filing_->check[at].met) continue;
    const ui::Keyed keyed(at);
    bool on = chosen_[at];
    if (ui::checkbox(filing_->check[at].message, on)) chosen_[at] = on;
  }
  ui::gap(8);
  const bool alone = needs_reason(asking_) && chosen_reasons().empty();
  ui::text_field(c.t("review.words"), words_, {.kind = ui::FieldKind::multiline, .hint = alone ? c.t("review.reason_hint") : c.t("review.words_hint")});
}

std::vector<CheckLine> ReviewScreen::chosen_reasons() const {
  std::vector<CheckLine> reasons;
  for (std::size_t at = 0; at < filing_->check.size(); ++at) {
    if (!filing_->check[at].met && chosen_[at]) reasons.push_back(filing_->check[at]);
  }
  return reasons;
}

void ReviewScreen::draw_dialogs(const Context& c) {
  const strings::Strings& t = c.t;
  bool open = !asking_.empty();
  if (!open) return;
  if (asking_ == "batch") {
    const std::string title = t("review.together", {{"count", std::to_string(queue_ ? queue_->all_met.size() : 0)}});
    if (ui::Dialog dialog{open, {.title = title, .body = t("review.together_line"), .key = "batch"}}; dialog) {
      if (dialog.action(t("review.keep"))) open = false;
      if (queue_ && dialog.action(t("review.approve"), ui::ButtonKind::primary, ui::Icon::check)) {
        busy_ = true;
        platform::ask_server("review.batch", post_question("/api/v1/review/batch", batch_decision(queue_->all_met, approve_all_)));
        open = false;
      }
    }
    if (!open) asking_.clear();
    return;
  }
  if (!filing_) return asking_.clear();
  const bool ask = asking_ == "ask_supplement", second = asking_ == "refuse", sample = asking_ == "spot_check";
  const std::string_view title = ask ? t("review.ask") : second ? t("review.refuse") : sample ? t("review.spot_check") : t("review.propose");
  const bool clean = std::ranges::all_of(filing_->check, &CheckLine::met) && filing_->missing.empty();
  const std::string_view body = ask      ? (clean ? t("review.ask_line_own") : t("review.ask_line"))
                                : second ? t("review.refuse_line")
                                : sample ? t("review.spot_check_line")
                                : clean  ? t("review.propose_line_own")
                                         : t("review.propose_line");
  std::string action;
  std::string_view outcome;
  if (ui::Dialog dialog{open, {.title = title, .body = body, .key = asking_}}; dialog) {
    draw_reasons(c);
    ui::gap(16);
    if (dialog.action(t("review.keep"))) open = false;
    const bool wordless = words_.find_first_not_of(" \n\t") == words_.npos && chosen_reasons().empty();
    const std::string_view lacking = wordless ? t("review.reason_first") : std::string_view();
    if (sample && dialog.action(t("review.set_aside"), ui::ButtonKind::careful, ui::Icon::none, lacking)) action = asking_, outcome = "set_aside";
    const std::string_view done = sample ? t("review.upheld") : title;
    if (dialog.action(done, ask || sample ? ui::ButtonKind::primary : ui::ButtonKind::careful, ui::Icon::none,
                      needs_reason(asking_) ? lacking : std::string_view())) {
      action = asking_;
      if (sample) outcome = "upheld";
    }
  }
  if (!action.empty()) {
    decide(action, chosen_reasons(), words_, outcome);
    asking_.clear();
  } else if (!open) {
    asking_.clear();
  }
}

}  // namespace mingbai::screens
