// The answer: what one pays, the strip, what it rests on; or what is still to be asked; or that no rule was found.
#include "web/platform/bridge.h"
#include "web/screens/calculator/screen.h"
#include "web/screens/pieces.h"
#include "web/ui/ui.h"

namespace mingbai::screens {
namespace {

ui::Fill fill_of(Share share) {
  switch (share) {
    case Share::own: return ui::Fill::own;
    case Share::own_unfiled: return ui::Fill::own_hatched;
    case Share::fund:
    case Share::major_illness: return ui::Fill::fund;
    case Share::none: return ui::Fill::rest;
  }
  return ui::Fill::rest;
}

void draw_strip(const Answer& answer, const strings::Strings& t) {
  std::vector<ui::Piece> pieces;
  for (const StripPiece& piece : answer.pieces) {
    const bool own = pieces.size() < answer.own_pieces;
    pieces.push_back({piece.fen, fill_of(piece.share), piece.number, own ? std::string_view(piece.name) : std::string_view(),
                      own ? std::string_view(piece.amount) : std::string_view()});
  }
  std::vector<ui::Bracket> brackets;
  if (answer.own_pieces > 0) {
    brackets.push_back({0, answer.own_pieces - 1, t("calculator.you"), answer.own_per_cent, ui::Token::ochre});
  }
  if (answer.own_pieces < pieces.size()) {
    brackets.push_back({answer.own_pieces, pieces.size() - 1, t("calculator.fund"), answer.fund_per_cent, ui::Token::pine});
  }
  const std::string name = t("calculator.strip_name", {{"total", answer.total}, {"self", answer.self_pay}, {"fund", answer.fund_pay}});
  ui::strip(pieces, {.name = name, .brackets = brackets});
}

}  // namespace

bool CalculatorScreen::draw_result(CalculatorForm& form, const Context& c) {
  switch (answer_->state) {
    case Answer::State::asking: return draw_questions(form, c);
    case Answer::State::undetermined: return draw_undetermined(form, c);
    case Answer::State::determined: break;
  }
  draw_answer(c);
  view_.answer_bottom = ui::cursor_top();
  draw_remark();
  draw_comparison(c);
  draw_steps(c);
  return false;
}

// Once the answer has scrolled away on a phone.
void CalculatorScreen::draw_reminder(const Context& c) const {
  if (ui::desktop() || !answer_ || answer_->state != Answer::State::determined) return;
  if (!ui::scrolled_past(view_.answer_bottom)) return;
  ui::BottomBar bar(c.t("calculator.you_pay_short"));
  ui::Row row({.align = ui::Align::between});
  ui::text(c.t("calculator.you_pay_short"), ui::Type::strong);
  ui::text(std::string(c.t("app.currency")) + answer_->self_pay, ui::Type::amount, ui::Token::ochre);
}

void CalculatorScreen::draw_answer(const Context& c) {
  const strings::Strings& t = c.t;
  ui::Sheet sheet({.name = t("calculator.answer"), .key = "answer"});
  auto sums = [&] {
    const ui::TextOptions side{.align = ui::desktop() ? ui::Align::end : ui::Align::start};
    ui::rich({{t("calculator.total_label")}, {" "}, {answer_->total, {.strong = true, .token = ui::Token::ink}}, {" "}, {t("app.minus")}, {" "},
              {t("calculator.fund_label")}, {" "}, {answer_->fund_pay, {.strong = true, .token = ui::Token::pine}}},
             ui::Type::label, ui::Token::ink2, side);
    if (!answer_->major_illness_pay.empty()) {
      ui::rich({{t("app.minus")}, {" "}, {t("calculator.major_label")}, {" "},
                {answer_->major_illness_pay, {.strong = true, .token = ui::Token::pine}}},
               ui::Type::label, ui::Token::ink2, side);
    }
  };
  auto actions = [&] {
    ui::Row row({.gap = 8, .align = ui::desktop() ? ui::Align::end : ui::Align::start, .key = "actions"});
    if (ui::button(t("calculator.print"), {.kind = ui::ButtonKind::words, .before = ui::Icon::print, .small = true})) print(c);
    if (ui::button(t("calculator.copy"), {.kind = ui::ButtonKind::words, .before = ui::Icon::link, .small = true})) {
      platform::copy_text(platform::address());
      ui::toast("copied", t("calculator.copied"));
    }
  };
  auto lead = [&] {
    const bool draft = answer_->basis == policy::Status::draft || answer_->rests_on_draft;
    const std::string_view words = draft ? t("calculator.you_pay_draft") : t("calculator.you_pay");
    {
      ui::Row row({.gap = 8});
      ui::text(words, ui::Type::label, ui::Token::ink, {.silent = true});
      if (draft) ui::status_chip(ui::Tone::draft, t("status.draft"));
    }
    ui::figure(answer_->self_pay, ui::Type::answer, ui::Token::ochre, t("app.currency"), words);
  };
  if (!ui::desktop()) {
    lead();
    ui::gap(4);
    sums();
  } else {
    ui::Columns columns({.tracks = {ui::fill(), ui::fill()}, .gap = 24, .key = "head"});
    columns.next();
    lead();
    columns.next();
    actions();
    ui::gap(8);
    sums();
  }
  ui::gap(16);
  draw_strip(*answer_, t);
  draw_reasons(true);
  if (answer_->rests_on_draft) {
    ui::gap(16);
    ui::note(ui::NoteTone::information, t("calculator.draft_note"), ui::Icon::speech);
  }
  draw_assumptions(c);
  if (!ui::desktop()) actions();
}

// Conditions that are not met, each with what can be done and where it stands.
void CalculatorScreen::draw_reasons(bool fault) {
  for (std::size_t i = 0; i < answer_->reasons.size(); ++i) {
    const Reason& reason = answer_->reasons[i];
    ui::gap(16);
    std::vector<ui::Span> spans{{reason.message, {.strong = true}}};
    if (!reason.remedy.empty()) spans.push_back({" "}), spans.push_back({reason.remedy});
    ui::note(fault ? ui::NoteTone::fault : ui::NoteTone::information, spans);
    if (!reason.source) continue;
    ui::gap(8);
    draw_source(*reason.source, "reason" + std::to_string(i));
  }
}

void CalculatorScreen::draw_assumptions(const Context& c) {
  const strings::Strings& t = c.t;
  if (answer_->assumption_count == 0) {
    if (answer_->rests_on_draft) return;
    ui::gap(16);
    ui::note(ui::NoteTone::good, t("calculator.no_assumption"));
    return;
  }
  ui::gap(16);
  const std::string count = std::to_string(answer_->assumption_count);
  const std::string words = t("calculator.assumed_note", {{"count", count}, {"names", answer_->assumption_names}});
  const std::string which = t("calculator.assumed_which", {{"count", count}});
  std::vector<ui::Span> spans = ui::marked(words);
  if (t.language == Language::en) spans.push_back({" "});
  spans.push_back({which, {.strong = true, .token = ui::Token::pine, .link = "assumed"}});
  if (ui::note(ui::NoteTone::assumption, spans) >= 0) view_.list_assumed = !view_.list_assumed;
  if (!view_.list_assumed) return;
  ui::gap(12);
  ui::Stack stack({.gap = 12, .key = "assumed"});
  for (const StepRow& step : answer_->steps) {
    for (std::size_t i = 0; i < step.sources.size(); ++i) {
      if (step.sources[i].status != policy::Status::assumed) continue;
      ui::Row row({.gap = 12});
      ui::text(step.title, ui::Type::label);
      draw_source(step.sources[i], "assumed" + std::to_string(step.number) + std::to_string(i));
    }
  }
}

bool CalculatorScreen::draw_undetermined(CalculatorForm& form, const Context& c) {
  const strings::Strings& t = c.t;
  bool edited = false;
  {
    ui::Sheet sheet({.name = t("calculator.answer"), .key = "answer"});
    ui::caption(t("calculator.you_pay"));
    ui::heading(1, t("calculator.undetermined"), ui::Type::title);
    ui::gap(8);
    ui::text(form.assume ? t("calculator.undetermined_even") : t("calculator.undetermined_body"), ui::Type::body, ui::Token::ink2);
    draw_reasons(false);
    if (answer_->assumed_would_help) {
      ui::gap(20);
      if (ui::button(t("calculator.undetermined_assume"), {.kind = ui::ButtonKind::primary})) form.assume = edited = true;
    }
    if (answer_->draft_would_help) {
      ui::gap(20);
      ui::text(t("calculator.only_in_draft"), ui::Type::label, ui::Token::ink2);
      ui::gap(8);
      if (ui::button(t("calculator.undetermined_draft"), {.kind = ui::ButtonKind::secondary, .before = ui::Icon::speech})) {
        form.draft = edited = true;
      }
    }
  }
  draw_remark();
  return edited;
}

bool CalculatorScreen::draw_questions(CalculatorForm& form, const Context& c) {
  const strings::Strings& t = c.t;
  ui::Sheet sheet({.name = t("calculator.answer"), .key = "answer"});
  ui::heading(1, t("calculator.empty_title"), ui::Type::title);
  ui::gap(8);
  if (answer_->open.empty()) {
    ui::text(t("calculator.empty_faults"), ui::Type::body, ui::Token::ink2);
  } else {
    std::string fields;
    for (const std::string& label : answer_->open) {
      if (!fields.empty()) fields += t("list.and");
      fields += label;
    }
    ui::text(t("calculator.empty_still", {{"fields", fields}}), ui::Type::body, ui::Token::ink2);
  }
  ui::gap(20);
  const ui::Piece rest[] = {{1, ui::Fill::rest}};
  ui::bar(rest, 56, {}, 14);
  ui::gap(20);
  if (ui::button(t("calculator.example"), {.kind = ui::ButtonKind::secondary})) {
    form = example_form(c.today);
    return true;
  }
  return false;
}

void CalculatorScreen::print(const Context& c) const {
  const strings::Strings& t = c.t;
  std::string html = "<h1>" + escaped(t("calculator.you_pay")) + " " + std::string(t("app.currency")) + answer_->self_pay + "</h1><table>";
  for (const StepRow& step : answer_->steps) {
    std::string sources = escaped(step.from_bill);
    for (const SourceLine& source : step.sources) {
      if (!sources.empty()) sources += "<br>";
      sources += escaped(source.document + " " + source.clause + " " + source.words);
    }
    std::string formula;
    for (const char ch : step.formula) {
      if (ch != '*') formula += ch;
    }
    html += "<tr><td>" + std::to_string(step.number) + "</td><td>" + escaped(step.title) + "<br>" + escaped(formula) +
            "<br>" + sources + "</td><td>" + escaped(step.amount) + "</td></tr>";
  }
  html += "</table><p>" + escaped(answer_->control) + "</p>";
  if (answer_->assumption_count > 0) {
    std::string words = t("calculator.assumed_note", {{"count", std::to_string(answer_->assumption_count)},
                                                      {"names", answer_->assumption_names}});
    std::erase(words, '*');
    html += "<p>" + escaped(words) + "</p>";
  }
  platform::print(html);
}

}  // namespace mingbai::screens
