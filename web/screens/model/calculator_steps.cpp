#include "web/screens/model/calculator_steps.h"

#include <set>

namespace mingbai::screens {
namespace {

using reimbursement::Bearer;
using reimbursement::Line;
using reimbursement::Settlement;

Share share_of(const Line& line) {
  switch (line.bearer) {
    case Bearer::none: return Share::none;
    case Bearer::person: return line.unfiled_only ? Share::own_unfiled : Share::own;
    case Bearer::fund: return Share::fund;
    case Bearer::major_illness: return Share::major_illness;
  }
  return Share::none;
}

bool moves_money(const Line& line) { return line.bearer != Bearer::none && line.amount.fen != 0; }

bool typed_by_person(std::string_view step) {
  return step == "total" || step == "own_expense" || step == "over_limit" || step == "upfront";
}

std::string marked_formula(const std::string& formula) {
  const std::size_t equals = formula.find(" = ");
  if (equals == formula.npos || formula.find("**") != formula.npos) return formula;
  return "**" + formula.substr(0, equals) + "**" + formula.substr(equals);
}

std::string signed_amount(const Line& line) {
  const std::string shown = to_display(line.amount.fen < 0 ? Money{-line.amount.fen} : line.amount);
  return line.bearer == Bearer::person && line.amount.fen != 0 ? "\xE2\x88\x92" + shown : shown;
}

std::int64_t size_fen(const Line& line) { return line.amount.fen < 0 ? -line.amount.fen : line.amount.fen; }

}  // namespace

std::string short_name(const Line& line, const strings::Strings& t) {
  const auto key = strings::find("step." + line.step);
  return key ? std::string(t(*key)) : line.label.in(t.language);
}

std::vector<StepRow> step_rows(const Settlement& settlement, const Names& names, const strings::Strings& t) {
  std::vector<StepRow> rows;
  std::int64_t spent = 0;
  int number = 0;
  for (const Line& line : settlement.lines) {
    StepRow row;
    row.number = ++number;
    row.key = line.step;
    row.title = line.label.in(t.language);
    row.formula = marked_formula(line.formula.in(t.language));
    row.amount = signed_amount(line);
    row.share = share_of(line);
    row.before_fen = spent;
    row.share_fen = line.bearer == Bearer::none ? 0 : size_fen(line);
    if (line.bearer == Bearer::person) row.left = t("calculator.left", {{"amount", to_display(line.balance)}});
    if (typed_by_person(line.step)) row.from_bill = t("calculator.your_bill");
    row.assumed = line.source.status == policy::Status::assumed;
    row.source = source_line(line.source, names, t);
    spent += row.share_fen;
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<StripPiece> strip_pieces(const Settlement& settlement, const strings::Strings& t) {
  std::vector<StripPiece> own, paid;
  int number = 0;
  for (const Line& line : settlement.lines) {
    ++number;
    if (!moves_money(line)) continue;
    StripPiece piece{size_fen(line), share_of(line), number, short_name(line, t), {}};
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
    if (line.source.status != policy::Status::assumed || !moves_money(line) || typed_by_person(line.step)) continue;
    if (!seen.insert({line.source.document, line.source.clause}).second) continue;
    ++out.count;
    if (!out.names.empty()) out.names += t("list.and");
    out.names += short_name(line, t);
  }
  return out;
}

}  // namespace mingbai::screens
