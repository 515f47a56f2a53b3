#include "web/screens/model/calculator_answer.h"

#include <algorithm>

#include "web/screens/model/calculator_comparison.h"
#include "web/screens/model/calculator_steps.h"

namespace mingbai::screens {
namespace {

using reimbursement::Bearer;
using reimbursement::Settlement;

void fill_sums(const Settlement& settlement, Answer& out) {
  out.total_fen = settlement.total.fen;
  out.total = to_display(settlement.total);
  out.self_pay = to_display(settlement.self_pay);
  out.fund_pay = to_display(settlement.fund_pay);
  if (settlement.major_illness_pay.fen != 0) out.major_illness_pay = to_display(settlement.major_illness_pay);
  out.own_per_cent = per_cent(settlement.self_pay, settlement.total);
  out.fund_per_cent = per_cent(settlement.total - settlement.self_pay, settlement.total);
}

void fill_closing(const Settlement& settlement, const strings::Strings& t, Answer& out) {
  for (const StripPiece& piece : out.pieces) {
    if (piece.share != Share::own && piece.share != Share::own_unfiled) continue;
    if (!out.closing_sum.empty()) out.closing_sum += " + ";
    out.closing_sum += piece.amount;
    ++out.own_pieces;
  }
  out.control = t("calculator.control", {{"fund", to_display(settlement.fund_pay)},
                                         {"major", to_display(settlement.major_illness_pay)},
                                         {"self", to_display(settlement.self_pay)},
                                         {"total", to_display(settlement.total)}});
}

// Major illness paid nothing: when only a draft knows a rule for it, the row says so and cites the draft.
void cite_draft(const policy::Library& library, policy::Editions& editions, const Names& names, reimbursement::Claim claim, const strings::Strings& t,
                std::vector<StepRow>& steps) {
  if (claim.statuses.draft) return;
  claim.statuses.draft = true;
  const Settlement with_drafts = reimbursement::settle(library, claim, editions);
  for (StepRow& row : steps) {
    if (row.key != "major_illness" || row.share_fen != 0) continue;
    row.formula = t("calculator.no_major_illness");
    row.sources.clear();
    for (const reimbursement::Line& line : with_drafts.lines) {
      if (line.step != row.key || line.source.status != policy::Status::draft) continue;
      row.formula = t("calculator.only_draft");
      row.sources = {source_line(line.source, names, t)};
      row.sources.front().words = t("status.draft_unused");
    }
  }
}

bool determined_with(const policy::Library& library, policy::Editions& editions, reimbursement::Claim claim, bool draft) {
  (draft ? claim.statuses.draft : claim.statuses.assumed) = true;
  return reimbursement::settle(library, claim, editions).determined;
}

// What the rules lack to give a sum: asked in the form, and named here.
void add_missing(const policy::Library& library, const CalculatorForm& form, const Settlement& settlement,
                 const strings::Strings& t, Answer& out) {
  for (const reimbursement::MissingFact& missing : settlement.missing) {
    out.open.push_back(missing.label.in(t.language));
    const bool asked = std::any_of(out.questions.begin(), out.questions.end(),
                                   [&](Question& q) { return q.fact == missing.fact && (q.of_the_year = false, true); });
    if (asked) continue;
    if (auto question = question_for(library, form, missing.fact, t)) out.questions.push_back(std::move(*question));
  }
}

void add_reasons(const Settlement& settlement, const Names& names, const strings::Strings& t, Answer& out) {
  for (const Finding& finding : settlement.findings) {
    if (finding.code == "no_rule") continue;  // the screen's own words say it
    Reason reason{finding.message.in(t.language), finding.remedy.in(t.language), {}};
    if (finding.source) reason.source = source_line(*finding.source, names, t);
    out.reasons.push_back(std::move(reason));
  }
}

}  // namespace

std::string per_cent(Money part, Money whole) {
  if (whole.fen <= 0) return "0%";
  const std::int64_t tenths = (part.fen * 2000 + whole.fen) / (whole.fen * 2);
  std::string out = std::to_string(tenths / 10);
  if (tenths % 10 != 0) out += "." + std::to_string(tenths % 10);
  return out + "%";
}

Answer calculator_answer(const policy::Library& library, policy::Editions& editions, const Names& names, const CalculatorForm& form,
                         const strings::Strings& t) {
  Answer out;
  out.questions = questions(library, form, t);
  out.asks_level = asks_level(library, form);
  ReadForm read = read_form(library, form, out.questions, t);
  out.faults = std::move(read.faults);
  out.message = std::move(read.message);
  for (const std::string& field : open_questions(form, out.asks_level)) out.open.emplace_back(question_label(field, form, t));
  if (!read.claim) return out;

  const Settlement settlement = reimbursement::settle(library, *read.claim, editions);
  fill_sums(settlement, out);
  out.basis = settlement.basis;
  for (const Text& note : settlement.notes) out.notes.push_back(note.in(t.language));
  out.remark = filing_remark(library, names, form, *read.claim, t);
  add_reasons(settlement, names, t, out);
  if (!settlement.determined) {
    add_missing(library, form, settlement, t, out);
    if (!out.open.empty()) return out;
    out.state = Answer::State::undetermined;
    out.assumed_would_help = !form.assume && determined_with(library, editions, *read.claim, false);
    out.draft_would_help = !form.draft && determined_with(library, editions, *read.claim, true);
    return out;
  }
  out.state = Answer::State::determined;
  for (const reimbursement::Line& line : settlement.lines) {
    out.rests_on_draft |= line.source.status == policy::Status::draft && (line.amount.fen != 0 || line.step != "major_illness");
  }
  out.pieces = strip_pieces(settlement, t);
  out.steps = step_rows(settlement, names, t);
  cite_draft(library, editions, names, *read.claim, t, out.steps);
  const Assumptions assumed = assumptions(settlement, t);
  out.assumption_count = assumed.count;
  out.assumption_names = assumed.names;
  out.filing = filing_comparison(library, editions, form, *read.claim, t);
  out.levels = level_comparison(library, editions, form, *read.claim, t);
  fill_closing(settlement, t, out);
  return out;
}

}  // namespace mingbai::screens
