#include "web/screens/model/calculator_steps.h"

#include <set>

namespace mingbai::screens {
namespace {

using reimbursement::Bearer;
using reimbursement::Line;
using reimbursement::Settlement;

// A line that stands in a row of its own, and those without money of their own that explain it.
struct Folded {
  const Line* line;
  std::vector<const Line*> explained_by;
};

Share share_of(const Line& line) {
  switch (line.bearer) {
    case Bearer::none: return Share::none;
    case Bearer::person: return line.unfiled_only ? Share::own_unfiled : Share::own;
    case Bearer::fund: return Share::fund;
    case Bearer::major_illness: return Share::major_illness;
  }
  return Share::none;
}

bool typed_by_person(std::string_view step) {
  return step == "total" || step == "own_expense" || step == "over_limit" || step == "upfront";
}

// Nothing moved: it stands as a source of a neighbouring row. Own expense, the filing's own row and major illness keep
// their rows, because their reason matters.
bool explains(const Line& line) {
  return line.amount.fen == 0 && !typed_by_person(line.step) && line.step != "like_local" && line.step != "major_illness";
}

// What nobody typed of the bill, and the sum that the closing line gives.
bool left_out(const Line& line) {
  return line.step == "self_pay" || (line.amount.fen == 0 && (line.step == "over_limit" || line.step == "upfront"));
}

std::vector<Folded> fold(const Settlement& settlement) {
  std::vector<Folded> rows;
  std::vector<const Line*> waiting;
  for (const Line& line : settlement.lines) {
    if (left_out(line)) continue;
    if (!explains(line)) {
      rows.push_back({&line, std::move(waiting)});
      waiting.clear();
    } else if (!rows.empty() && rows.back().line->unfiled_only && line.bearer == Bearer::none) {
      rows.back().explained_by.push_back(&line);  // how the share before it is read
    } else {
      waiting.push_back(&line);
    }
  }
  if (!rows.empty()) rows.back().explained_by.insert(rows.back().explained_by.end(), waiting.begin(), waiting.end());
  return rows;
}

std::string marked_formula(const std::string& formula) {
  const std::size_t equals = formula.find(" = ");
  if (equals == formula.npos || formula.find("**") != formula.npos) return formula;
  return "**" + formula.substr(0, equals) + "**" + formula.substr(equals);
}

std::int64_t size_fen(const Line& line) { return line.amount.fen < 0 ? -line.amount.fen : line.amount.fen; }

std::string signed_amount(const Line& line, const strings::Strings& t) {
  const std::string shown = to_display(Money{size_fen(line)});
  return line.bearer == Bearer::person && line.amount.fen != 0 ? std::string(t("app.minus")) + shown : shown;
}

std::string named(std::string_view family, const Line& line, const strings::Strings& t) {
  const auto key = strings::find(std::string(family) + line.step);
  return key ? std::string(t(*key)) : line.label.in(t.language);
}

StepRow step_row(const Folded& folded, const Names& names, const strings::Strings& t) {
  const Line& line = *folded.line;
  StepRow row;
  row.key = line.step;
  row.title = line.label.in(t.language);
  row.formula = line.step == "total" ? std::string(t("calculator.bill_total")) : marked_formula(line.formula.in(t.language));
  row.amount = signed_amount(line, t);
  row.share = line.amount.fen == 0 ? Share::none : share_of(line);
  row.share_fen = line.bearer == Bearer::none ? 0 : size_fen(line);
  if (line.bearer == Bearer::person) row.left = t("calculator.left", {{"amount", to_display(line.balance)}});
  if (typed_by_person(line.step)) {
    row.from_bill = t("calculator.your_bill");
  } else {
    row.sources.push_back(source_line(line.source, names, t));
    row.assumed = line.source.status == policy::Status::assumed;
  }
  for (const Line* reason : folded.explained_by) {
    SourceLine source = source_line(reason->source, names, t);
    if (source.status == policy::Status::assumed) row.assumed = true;
    source.document = named("assumption.", *reason, t);
    source.clause.clear();
    source.words = source.short_words;
    row.sources.push_back(std::move(source));
  }
  return row;
}

}  // namespace

std::vector<StepRow> step_rows(const Settlement& settlement, const Names& names, const strings::Strings& t) {
  std::vector<StepRow> rows;
  std::int64_t spent = 0;
  for (const Folded& folded : fold(settlement)) {
    StepRow row = step_row(folded, names, t);
    row.number = static_cast<int>(rows.size()) + 1;
    row.before_fen = spent;
    spent += row.share_fen;
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<StripPiece> strip_pieces(const Settlement& settlement, const strings::Strings& t) {
  std::vector<StripPiece> own, paid;
  int number = 0;
  for (const Folded& folded : fold(settlement)) {
    const Line& line = *folded.line;
    ++number;
    if (line.bearer == Bearer::none || line.amount.fen == 0) continue;
    StripPiece piece{size_fen(line), share_of(line), number, named("step.", line, t), {}};
    piece.amount = to_display(Money{piece.fen});
    (line.bearer == Bearer::person ? own : paid).push_back(std::move(piece));
  }
  own.insert(own.end(), paid.begin(), paid.end());
  return own;
}

Assumptions assumptions(const Settlement& settlement, const strings::Strings& t) {
  Assumptions out;
  std::set<std::pair<std::string, std::string>> seen;
  for (const Line& line : settlement.lines) {
    if (line.source.status != policy::Status::assumed || typed_by_person(line.step) || left_out(line)) continue;
    if (!seen.insert({line.source.document, line.source.clause}).second) continue;
    ++out.count;
    if (!out.names.empty()) out.names += t("list.and");
    out.names += named("assumption.", line, t);
  }
  return out;
}

}  // namespace mingbai::screens
