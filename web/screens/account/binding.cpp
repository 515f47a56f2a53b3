#include "web/screens/account/binding.h"

#include "web/platform/bridge.h"
#include "web/screens/model/certificate.h"
#include "web/screens/model/json_reading.h"
#include "web/screens/model/review.h"
#include "web/ui/ui.h"

namespace mingbai::screens {
namespace {

constexpr std::string_view answer_key = "account.binding";

// "1234 5678" as it was read out.
std::string digits_of(std::string_view typed) {
  std::string out;
  for (const char c : typed) {
    if (c >= '0' && c <= '9') out += c;
  }
  return out;
}

}  // namespace

bool BindingForm::on_answer(const ServerAnswer& answer) {
  if (answer.key != answer_key) return false;
  busy_ = false;
  status_ = answer.status;
  body_ = answer.body;
  if (answer.good()) certificate_.clear(), code_.clear(), open_ = false;
  return true;
}

void BindingForm::draw(const Context& c) {
  const strings::Strings& t = c.t;
  ui::Sheet sheet({.name = t("binding.title"), .key = "binding"});
  ui::Stack stack({.gap = 16, .key = "fields"});
  ui::heading(2, t("binding.title"));
  ui::text(t("binding.line"), ui::Type::body, ui::Token::ink2);
  if (status_ >= 200 && status_ < 300) ui::note(ui::NoteTone::good, t("binding.done"));
  if (!open_) {
    if (ui::button(t("binding.open"), {.before = ui::Icon::user})) open_ = true, status_ = -1;
    return;
  }
  ui::text_field(t("counter.certificate"), certificate_, {.kind = ui::FieldKind::identity, .error = certificate_fault_, .required = true});
  ui::text_field(t("counter.code"), code_, {.kind = ui::FieldKind::number, .hint = t("binding.code_hint"), .error = code_fault_, .autocomplete = "one-time-code", .required = true});
  if (status_ == 0 || status_ >= 400) ui::note(ui::NoteTone::fault, problem_words(status_, body_, t));
  const std::string_view why = c.device.online ? std::string_view() : t("binding.offline");
  if (!ui::button(t("binding.bind"), {.kind = ui::ButtonKind::primary, .wide = ui::phone(), .busy = busy_, .disabled_reason = why}) || busy_) return;
  certificate_fault_ = certificate_fault(certificate_, t);
  code_fault_ = digits_of(code_).size() == 8 ? std::string_view() : t("binding.code_needed");
  if (!certificate_fault_.empty() || !code_fault_.empty()) return;
  busy_ = true;
  platform::ask_server(answer_key, post_question("/api/v1/bindings", one_line({{"certificate", certificate_}, {"code", digits_of(code_)}})));
}

}  // namespace mingbai::screens
