#include "shell/cli/score_text.h"

#include "shell/cli/bill_text.h"

namespace mingbai::cli {
namespace {

using institution_payment::Quantity;
using institution_payment::Score;

constexpr std::size_t label_columns = 30;
constexpr std::size_t sum_columns = 16;

std::string amount_text(const institution_payment::ScoreLine& line) {
  if (line.quantity == Quantity::none) return "";
  return line.quantity == Quantity::yuan ? to_display(Money{line.amount}) : to_display(Decimal{line.amount});
}

void add(std::string& out, const Text& label, const std::string& value, Language language) {
  out += padded_right(label.in(language), label_columns) + padded_left(value, sum_columns) + '\n';
}

}  // namespace

std::string score_text(const policy::Library& library, const Score& score, Language language) {
  const bool zh = language == Language::zh;
  std::string out, source_before;
  if (!score.group.empty())
    out += (score.group_in_hand ? score.group_label.in(language) + " (" + score.group + ")" : score.group) +
           '\n';
  for (const auto& line : score.lines) {
    out += padded_right(line.label.in(language), label_columns) +
           padded_left(amount_text(line), sum_columns) + "    " + line.formula.in(language) + '\n';
    const std::string source = source_text(library, score.policy_id, line.source, language);
    if (source != source_before) out += "    " + source + '\n';
    source_before = source;
  }
  out += std::string(label_columns + sum_columns, '-') + '\n';
  if (score.coefficient) add(out, {"系数", "Coefficient"}, to_display(*score.coefficient), language);
  if (score.score) add(out, {"病例分值", "Score"}, to_display(*score.score), language);
  if (score.monthly_advance)
    add(out, {"每月预拨", "Each month in advance"}, to_display(*score.monthly_advance), language);
  if (score.payment)
    add(out, {"支付给机构", "Paid to the institution"}, to_display(*score.payment), language);
  if (!score.determined) out += zh ? "未能确定\n" : "Not determined\n";
  if (score.basis != policy::Status::in_force)
    out += (zh ? "这是估算，依据里最弱的是：" : "An estimate; the weakest thing it rests on: ") +
           status_text(score.basis, language) + '\n';
  for (const Finding& finding : score.findings)
    out += "✗ " + finding.message.in(language) + ' ' + finding.remedy.in(language) + '\n';
  for (const auto& missing : score.missing)
    out += (zh ? "? 还需要知道：" : "? Still needed: ") + missing.label.in(language) + " (" + missing.fact +
           ")\n";
  for (const Text& note : score.notes) out += "· " + note.in(language) + '\n';
  return out + '\n';
}

}  // namespace mingbai::cli
