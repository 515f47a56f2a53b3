#include "web/screens/review/reveal.h"

#include "web/platform/bridge.h"
#include "web/screens/model/json_reading.h"
#include "web/ui/ui.h"

namespace mingbai::screens {
namespace {

constexpr std::string_view answer_key = "review.reveal", many_key = "review.reveal_many";

}  // namespace

void Reveal::ask_for(std::vector<std::string> filings) {
  if (request_.empty() || filings != filings_) *this = {};
  filings_ = std::move(filings);
  open_ = true;
}

void Reveal::close() {
  const std::string request = request_;
  std::vector<std::string> filings = std::move(filings_);
  *this = {};
  request_ = request;  // a colleague's word may come later
  filings_ = std::move(filings);
}

bool Reveal::on_answer(const ServerAnswer& answer) {
  if (answer.key != answer_key && answer.key != many_key) return false;
  busy_ = false;
  status_ = answer.status;
  body_ = answer.body;
  if (!answer.good()) return true;
  if (answer.key == many_key) request_ = word(Json::parse(answer.body, nullptr, false), "reveal");
  else numbers_ = revealed_numbers(answer.body);
  return true;
}

void Reveal::send(const Context& c) {
  fault_ = reason_.empty() ? std::string(c.t("reveal.reason_needed")) : std::string();
  if (!fault_.empty() || busy_) return;
  busy_ = true;
  if (filings_.size() == 1) {
    platform::ask_server(answer_key, post_question("/api/v1/filings/" + filings_.front() + "/reveal", reveal_question(reason_, {})));
  } else {
    platform::ask_server(many_key, post_question("/api/v1/review/reveals", reveal_question(reason_, filings_)));
  }
}

void Reveal::draw(const Context& c) {
  const strings::Strings& t = c.t;
  if (!open_) return;
  const bool many = filings_.size() > 1, shown = !numbers_.empty(), waits = !request_.empty() && !shown;
  bool send_now = false, fetch = false;
  const std::string title = many ? t("reveal.many", {{"count", std::to_string(filings_.size())}}) : std::string(t("reveal.title"));
  const std::string_view body = shown ? std::string_view() : waits ? t("reveal.wait_line") : many ? t("reveal.many_line") : t("reveal.line");
  if (ui::Dialog dialog{open_, {.title = title, .body = body, .key = "reveal"}}; dialog) {
    for (const RevealedNumber& one : numbers_) ui::fact(one.name, one.number, 120);
    if (waits) {
      ui::fact(t("counter.request"), request_, 120);
      if (ui::button(t("reveal.copy"), {.before = ui::Icon::copy, .small = true})) platform::copy_text(request_);
    }
    if (!shown && !waits) ui::text_field(t("reveal.reason"), reason_, {.hint = t("reveal.reason_hint"), .error = fault_, .required = true});
    if (status_ == 0 || status_ >= 400) {
      ui::gap(12);
      ui::note(ui::NoteTone::fault, waits && status_ == 403 ? std::string(t("reveal.not_confirmed")) : problem_words(status_, body_, t));
    }
    ui::gap(16);
    if (dialog.action(shown ? t("reveal.close") : t("review.keep"))) open_ = false;
    if (waits) fetch = dialog.action(t("reveal.fetch"), ui::ButtonKind::primary);
    else if (!shown) send_now = dialog.action(many ? t("reveal.ask") : t("reveal.show"), ui::ButtonKind::primary);
  }
  if (send_now) send(c);
  if (fetch && !busy_) {
    busy_ = true;
    platform::ask_server(answer_key, get_question("/api/v1/review/reveals/" + request_));
  }
  if (!open_) close();
}

}  // namespace mingbai::screens
