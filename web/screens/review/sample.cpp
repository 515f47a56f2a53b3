#include "web/screens/review/sample.h"

#include "web/platform/bridge.h"
#include "web/screens/model/comparison_summary.h"
#include "web/screens/model/entry.h"
#include "web/screens/model/route.h"
#include "web/ui/ui.h"

namespace mingbai::screens {
namespace {

constexpr std::string_view answer_key = "review.sample";

// A seed to begin with: the month, so that the list of a month is found again.
std::string month_of(Date day) { return to_iso(day).substr(0, 7); }

constexpr int days_usual = 90;

std::string day_fault(const std::string& typed, const strings::Strings& t) {
  return typed.empty() ? std::string(t("figures.days_needed")) : date_fault(typed, t);
}

}  // namespace

bool SamplePart::on_answer(const ServerAnswer& answer) {
  if (answer.key != answer_key) return false;
  busy_ = false;
  status_ = answer.status;
  body_ = answer.body;
  sample_.reset();
  return true;
}

void SamplePart::ask(Ratio share) {
  Route query;
  query.put("seed", seed_);
  query.put("share_bp", std::to_string(share.basis_points));
  query.put("from", from_);
  query.put("to", to_);
  busy_ = true;
  platform::ask_server(answer_key, get_question("/api/v1/review/sample" + to_query(query)));
}

void SamplePart::draw_form(const Context& c) {
  const strings::Strings& t = c.t;
  if (!begun_) {
    begun_ = true;
    seed_ = month_of(c.today);
    from_ = to_iso(c.today + (1 - days_usual));
    to_ = to_iso(c.today);
  }
  ui::Sheet sheet({.name = t("sample.form"), .key = "form"});
  const auto seed = [&] { ui::text_field(t("scenario.seed"), seed_, {.hint = t("sample.seed_hint"), .error = seed_fault_}); };
  const auto share = [&] { ui::text_field(t("sample.share"), share_, {.hint = t("sample.share_hint"), .error = share_fault_}); };
  const std::string from_wrong = day_fault(from_, t), to_wrong = day_fault(to_, t);
  const auto from = [&] { ui::text_field(t("sample.from"), from_, {.kind = ui::FieldKind::date, .error = from_wrong}); };
  const auto to = [&] { ui::text_field(t("sample.to"), to_, {.kind = ui::FieldKind::date, .error = to_wrong}); };
  if (ui::phone()) {
    ui::Stack stack({.gap = 16, .key = "fields"});
    seed();
    share();
    from();
    to();
  } else if (ui::desktop()) {
    ui::Columns columns({.tracks = std::vector<ui::Track>(4, ui::fill()), .gap = 16, .key = "fields"});
    columns.next(), seed();
    columns.next(), share();
    columns.next(), from();
    columns.next(), to();
  } else {
    ui::Stack stack({.gap = 16, .key = "fields"});
    const auto pair = [](std::string_view key, const auto& first, const auto& second) {
      ui::Columns columns({.tracks = {ui::fill(), ui::fill()}, .gap = 16, .key = key});
      columns.next(), first();
      columns.next(), second();
    };
    pair("draw", seed, share);
    pair("days", from, to);
  }
  ui::gap(16);
  if (!ui::button(t("sample.draw"), {.kind = ui::ButtonKind::primary, .wide = ui::phone(), .busy = busy_})) return;
  const auto share_read = parse_ratio(share_.ends_with('%') ? share_ : share_ + "%");
  share_fault_ = share_read && *share_read > Ratio{} ? std::string() : std::string(t("sample.share_wrong"));
  seed_fault_ = seed_.empty() || seed_.size() > 64 ? std::string(t("sample.seed_wrong")) : std::string();
  if (share_fault_.empty() && seed_fault_.empty() && from_wrong.empty() && to_wrong.empty() && !busy_) ask(*share_read);
}

void SamplePart::draw_list(const Context& c, Reveal* reveal) {
  const strings::Strings& t = c.t;
  const std::string title = t("sample.drawn", {{"count", grouped(static_cast<std::int64_t>(sample_->filings.size()))}, {"of", grouped(sample_->of)}});
  ui::Sheet sheet({.name = title, .key = "drawn"});
  ui::heading(2, title);
  ui::caption(t("sample.drawn_line", {{"seed", sample_->seed}}));
  ui::gap(8);
  if (sample_->filings.empty()) return ui::text(t("sample.none"), ui::Type::body, ui::Token::ink2);
  for (const WaitingFiling& one : sample_->filings) {
    const ui::Keyed keyed(one.filing);
    Route route{"review", {}};
    route.put("filing", one.filing);
    const std::string target = to_hash(route);
    const bool last = &one == &sample_->filings.back();
    if (ui::list_row({.title = one.name, .detail = one.subject, .right = one.stage_words, .after = ui::Icon::chevron_right, .line = !last, .target = target, .key = "row"}))
      platform::go(target);
  }
  if (reveal == nullptr) return;
  ui::gap(16);
  if (!ui::button(t("reveal.open"), {.before = ui::Icon::eye, .small = true})) return;
  std::vector<std::string> filings;
  for (const WaitingFiling& one : sample_->filings) filings.push_back(one.filing);
  reveal->ask_for(std::move(filings));
}

void SamplePart::draw(const Context& c, Reveal* reveal) {
  draw_form(c);
  if (status_ == 0 || status_ >= 400) ui::message_bar(problem_words(status_, body_, c.t), {}, true, "sample");
  if (status_ < 200 || status_ >= 300) return;
  if (!sample_ || read_in_ != c.t.language) {
    sample_ = drawn_sample(body_, c.names, c.t);
    read_in_ = c.t.language;
  }
  if (sample_) draw_list(c, reveal);
}

}  // namespace mingbai::screens
