#include "web/screens/review/screen.h"

#include "web/platform/bridge.h"
#include "web/ui/ui.h"

namespace mingbai::screens {
namespace {

constexpr std::string_view queue_key = "review.queue", opened_key = "review.opened", decide_key = "review.decide";

}  // namespace

void ReviewScreen::open(const Route& route) {
  const std::string_view part = route.get("part");
  part_ = part == "sample" || part == "figures" || part == "batch" || part == "counter" ? std::string(part) : "queue";
  opened_ = route.get("filing");
  problem_ = -1;
  asking_.clear();
  ask_queue();
  if (opened_ != shown_) filing_.reset(), opened_answer_.clear(), opened_status_ = -1;
  ask_opened();
}

void ReviewScreen::forget() { *this = {}; }

void ReviewScreen::on_roles(const std::vector<StaffRole>& roles) {
  approve_all_ = approval(roles);
  decides_ = !approve_all_.empty();
}

void ReviewScreen::ask_queue() {
  asked_ = true;
  platform::ask_server(queue_key, get_question("/api/v1/review/queue?limit=100"));
}

void ReviewScreen::ask_opened() {
  if (opened_.empty()) return;
  shown_ = opened_;
  const std::string_view lang = ui::theme().language == Language::en ? "?lang=en" : "";
  platform::ask_server(opened_key, get_question("/api/v1/review/filings/" + opened_ + std::string(lang)));
}

bool ReviewScreen::on_answer(const ServerAnswer& answer) {
  if (!answer.key.starts_with("review.")) return false;
  if (sample_.on_answer(answer) || figures_.on_answer(answer) || counter_.on_answer(answer) || reveal_.on_answer(answer)) return true;
  if (batch_.on_answer(answer)) {
    ask_queue();
    return true;
  }
  unread_ = true;
  if (answer.key == queue_key) {
    queue_status_ = answer.status;
    if (answer.good()) queue_answer_ = answer.body;
    if (answer.good() && opened_status_ == 0) ask_opened();  // the server is there again
  } else if (answer.key == opened_key) {
    opened_status_ = answer.status;
    opened_answer_ = answer.good() ? answer.body : std::string();
  } else {
    busy_ = false;
    problem_ = answer.good() ? -1 : answer.status;
    problem_body_ = answer.body;
    if (answer.good()) done_ = answer.key;
    if (answer.good()) asking_.clear(), words_.clear();
    ask_queue();
    ask_opened();
  }
  return true;
}

void ReviewScreen::read(const Context& c) {
  if (!unread_ && read_in_ == c.t.language) return;
  if (!unread_) ask_opened();  // its check speaks the language it was asked in
  unread_ = false;
  read_in_ = c.t.language;
  queue_ = review_queue(queue_answer_, c.names, c.t);
  filing_ = reviewed_filing(opened_answer_, c.names, c.t);
  if (filing_) chosen_.assign(filing_->check.size(), true);
}

void ReviewScreen::decide(std::string_view action, const std::vector<CheckLine>& reasons, std::string_view words,
                          std::string_view outcome) {
  if (!filing_ || busy_) return;
  busy_ = true;
  platform::ask_server(decide_key, post_question("/api/v1/filings/" + filing_->filing + "/events",
                                                 decision(*filing_, action, reasons, words, outcome)));
}

void ReviewScreen::draw_head(const Context& c) {
  const strings::Strings& t = c.t;
  ui::caption(t("review.crumb"));
  const std::string_view waiting = queue_status_ < 0 ? t("review.loading") : t("review.not_loaded");
  const std::string_view heading = part_ == "sample"    ? t("sample.heading")
                                   : part_ == "figures" ? t("figures.heading")
                                   : part_ == "batch"   ? t("batch.heading")
                                   : part_ == "counter" ? t("counter.heading")
                                   : queue_             ? std::string_view(queue_->heading)
                                                        : waiting;
  ui::heading(1, heading, ui::Type::title);
  ui::gap(12);
  draw_parts(c);
  if (part_ != "queue") return;
  ui::gap(16);
  if (ui::button(t("review.again"), {.before = ui::Icon::retry, .small = true})) ask_queue();
}

void ReviewScreen::draw_parts(const Context& c) {
  const strings::Strings& t = c.t;
  std::vector<ui::Choice> parts = {{"queue", t("review.part_queue")}, {"sample", t("review.part_sample")}, {"figures", t("review.part_figures")}};
  if (decides_) parts.push_back({"batch", t("review.part_batch")});
  if (decides_) parts.push_back({"counter", t("review.part_counter")});
  std::string part = part_;
  if (!ui::pills(t("review.parts"), part, parts, {.label_hidden = true}) || part == part_) return;
  Route route{"review", {}};
  if (part != "queue") route.put("part", part);
  platform::go(to_hash(route));
}

void ReviewScreen::draw(const Context& c) {
  const strings::Strings& t = c.t;
  if (!asked_) open({});
  read(c);
  if (!done_.empty()) {
    ui::toast("review", t("review.done"));
    done_.clear();
  }
  {
    ui::Page page({.name = t("door.review")});
    draw_head(c);
    ui::gap(24);
    if (part_ == "sample") sample_.draw(c, decides_ ? &reveal_ : nullptr);
    if (part_ == "figures") figures_.draw(c);
    if (part_ == "batch") batch_.draw(c);
    if (part_ == "counter") counter_.draw(c);
    if (part_ == "queue") draw_work(c);
  }
  draw_dialogs(c);
  reveal_.draw(c);
}

void ReviewScreen::draw_work(const Context& c) {
  const strings::Strings& t = c.t;
  if (queue_status_ >= 400 || queue_status_ == 0) ui::message_bar(problem_words(queue_status_, {}, t), {}, true, "queue");
  if (problem_ >= 0) ui::message_bar(problem_words(problem_, problem_body_, t), {}, true, "problem");
  if (queue_ && queue_->waiting.empty() && opened_.empty()) {
    ui::Sheet sheet({.key = "empty"});
    ui::empty_state({ui::Icon::ring_check, t("review.none"), t("review.none_line"), {}});
  } else if (ui::desktop()) {
    ui::Columns columns({.tracks = {ui::fixed(352), ui::fill()}, .gap = 24, .key = "review"});
    columns.next();
    draw_queue(c);
    columns.next();
    draw_opened(c);
  } else if (opened_.empty()) {
    draw_queue(c);
  } else {
    if (ui::link(t("review.back"), "#/review")) platform::go("#/review");
    ui::gap(12);
    draw_opened(c);
  }
}

void ReviewScreen::draw_queue(const Context& c) {
  const strings::Strings& t = c.t;
  if (!queue_) return;
  const std::string title = t("review.waiting", {{"count", std::to_string(queue_->waiting.size())}});
  ui::Sheet sheet({.padding = 20, .name = title, .key = "queue"});
  ui::heading(2, title);
  ui::gap(8);
  for (const WaitingFiling& one : queue_->waiting) {
    const ui::Keyed keyed(one.filing);
    const bool fault = one.check == Checked::some_unmet;
    const std::string_view check = one.check == Checked::unknown ? std::string_view(one.stage_words)
                                   : fault                       ? t("review.some_unmet")
                                                                 : t("review.all_met");
    Route route{"review", {}};
    route.put("filing", one.filing);
    const std::string target = to_hash(route), name = one.name + " " + one.subject + " " + std::string(check) + " " + one.waited;
    ui::Sheet row({.surface = one.filing == opened_ ? ui::Surface::pine : ui::Surface::outlined,
                   .padding = 14,
                   .corner = 14,
                   .name = name,
                   .target = target,
                   .current = one.filing == opened_,
                   .key = "row"});
    if (row.activated()) platform::go(target);
    {
      ui::Row head({.align = ui::Align::between});
      ui::text(one.name, ui::Type::strong);
      ui::text(one.waited, ui::Type::label, ui::Token::ink2);
    }
    ui::text(one.subject, ui::Type::label, ui::Token::ink2);
    ui::gap(4);
    {
      ui::Row chips({.gap = 8});
      ui::status_chip(fault ? ui::Tone::fault : one.check == Checked::all_met ? ui::Tone::good : ui::Tone::neutral, check);
      if (one.stage != "submitted" && one.check != Checked::unknown) ui::status_chip(ui::Tone::waiting, one.stage_words);
    }
  }
  if (queue_->all_met.size() < 2 || approve_all_.empty()) return;
  ui::gap(12);
  const std::string together = t("review.together", {{"count", std::to_string(queue_->all_met.size())}});
  if (ui::button(together, {.kind = ui::ButtonKind::secondary, .before = ui::Icon::ring_check, .wide = true})) asking_ = "batch";
}

}  // namespace mingbai::screens
