#include "web/screens/review/counter.h"

#include "web/platform/bridge.h"
#include "web/screens/model/certificate.h"
#include "web/screens/model/entry.h"
#include "web/ui/ui.h"

namespace mingbai::screens {
namespace {

constexpr std::string_view code_key = "review.code", confirm_key = "review.second";

}  // namespace

bool CounterPart::on_answer(const ServerAnswer& answer) {
  if (answer.key == code_key) {
    busy_ = false;
    status_ = answer.status;
    body_ = answer.body;
    if (answer.good()) certificate_.clear();
    return true;
  }
  if (answer.key != confirm_key) return false;
  confirming_ = false;
  confirmed_status_ = answer.status;
  confirmed_body_ = answer.body;
  if (answer.good()) reveal_.clear();
  return true;
}

void CounterPart::draw_code(const Context& c) {
  const strings::Strings& t = c.t;
  ui::Sheet sheet({.stretch = true, .name = t("counter.code_title"), .key = "code"});
  ui::heading(2, t("counter.code_title"));
  ui::text(t("counter.code_line"), ui::Type::body, ui::Token::ink2);
  ui::gap(16);
  ui::Stack stack({.gap = 16, .key = "fields"});
  ui::text_field(t("counter.certificate"), certificate_, {.kind = ui::FieldKind::identity, .hint = t("counter.certificate_hint"), .error = fault_, .required = true});
  const ui::Choice sides[] = {{"insured", t("counter.self")}, {"agent", t("counter.agent")}};
  ui::segmented(t("counter.who"), who_, sides);
  const bool agent = who_ == "agent";
  const std::string until_wrong = !agent || until_.empty() ? std::string() : date_fault(until_, t);
  if (agent) {
    const ui::Choice relations[] = {{"child", t("relation.child")}, {"spouse", t("relation.spouse")}, {"parent", t("relation.parent")},
                                    {"relative", t("relation.relative")}, {"other", t("relation.other")}};
    ui::select(t("counter.relation"), relation_, relations, {.placeholder = t("counter.relation_choose")});
    ui::text_field(t("counter.until"), until_, {.kind = ui::FieldKind::date, .hint = t("counter.until_hint"), .error = until_wrong});
  }
  const std::string_view why = agent && relation_.empty() ? t("counter.relation_needed") : std::string_view();
  if (ui::button(t("counter.give"), {.kind = ui::ButtonKind::primary, .wide = ui::phone(), .busy = busy_, .disabled_reason = why}) && !busy_) {
    fault_ = certificate_fault(certificate_, t);
    if (fault_.empty() && until_wrong.empty()) {
      busy_ = true;
      const auto body = agent ? code_question(certificate_, "agent", relation_, until_) : code_question(certificate_, {}, {}, {});
      platform::ask_server(code_key, post_question("/api/v1/bindings/codes", body));
    }
  }
  draw_given(c);
}

void CounterPart::draw_given(const Context& c) {
  const strings::Strings& t = c.t;
  if (status_ == 0 || status_ >= 400) ui::note(ui::NoteTone::fault, problem_words(status_, body_, t));
  const auto code = one_time_code(body_);
  if (!code || status_ < 200 || status_ >= 300) return;
  ui::Inset inset(ui::Surface::pine);
  ui::caption(t("counter.code"));
  ui::text(code->code, ui::Type::answer);
  ui::text(t("counter.code_valid", {{"minutes", std::to_string(code->minutes)}, {"tries", std::to_string(code->tries)}}), ui::Type::label, ui::Token::ink2);
}

void CounterPart::draw_second(const Context& c) {
  const strings::Strings& t = c.t;
  ui::Sheet sheet({.stretch = true, .name = t("counter.second_title"), .key = "second"});
  ui::heading(2, t("counter.second_title"));
  ui::text(t("counter.second_line"), ui::Type::body, ui::Token::ink2);
  ui::gap(16);
  ui::Stack stack({.gap = 16, .key = "fields"});
  ui::text_field(t("counter.request"), reveal_, {.hint = t("counter.request_hint")});
  const std::string_view why = reveal_.empty() ? t("counter.request_needed") : std::string_view();
  if (ui::button(t("counter.confirm"), {.kind = ui::ButtonKind::secondary, .wide = ui::phone(), .busy = confirming_, .disabled_reason = why}) && !confirming_) {
    confirming_ = true;
    platform::ask_server(confirm_key, post_question("/api/v1/review/reveals/" + reveal_, "{}"));
  }
  if (confirmed_status_ == 0 || confirmed_status_ >= 400) ui::note(ui::NoteTone::fault, problem_words(confirmed_status_, confirmed_body_, t));
  if (confirmed_status_ >= 200 && confirmed_status_ < 300) ui::note(ui::NoteTone::good, t("counter.confirmed"));
}

void CounterPart::draw(const Context& c) {
  if (!ui::desktop()) {
    draw_code(c);
    draw_second(c);
    return;
  }
  ui::Columns columns({.tracks = {ui::fill(), ui::fill()}, .gap = 24, .key = "counter"});
  columns.next();
  draw_code(c);
  columns.next();
  draw_second(c);
}

}  // namespace mingbai::screens
