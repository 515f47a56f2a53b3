#include "shell/cli/bill_text.h"

#include <algorithm>

#include "core/base/utf8.h"
#include "core/policy/policy.h"

namespace mingbai::cli {
namespace {

using reimbursement::Settlement;

constexpr std::size_t label_columns_least = 30;
constexpr std::size_t sum_columns = 16;

// Wide enough for the longest label, so that the sums stand in one column.
std::size_t label_columns_of(const Settlement& settlement, Language language) {
  std::size_t out = label_columns_least;
  for (const auto& line : settlement.lines) out = std::max(out, columns(line.label.in(language)));
  return out;
}

void add_lines(std::string& out, const policy::Library& library, const Settlement& settlement,
               std::size_t label_columns, Language language) {
  std::string source_before;
  for (const auto& line : settlement.lines) {
    out += padded_right(line.label.in(language), label_columns) +
           padded_left(to_display(line.amount), sum_columns) + "    " + line.formula.in(language) + '\n';
    const std::string source = source_text(library, settlement.policy_id, line.source, language);
    if (source != source_before) out += "    " + source + '\n';
    source_before = source;
  }
}

void add_sum(std::string& out, const Text& label, Money sum, std::size_t label_columns, Language language) {
  out += padded_right(label.in(language), label_columns) + padded_left(to_display(sum), sum_columns) + '\n';
}

}  // namespace

std::string padded_right(std::string s, std::size_t wanted) {
  s.append(wanted - std::min(wanted, columns(s)), ' ');
  return s;
}

std::string padded_left(std::string s, std::size_t wanted) {
  return std::string(wanted - std::min(wanted, columns(s)), ' ') + s;
}

std::string status_text(policy::Status status, Language language) {
  const bool zh = language == Language::zh;
  if (status == policy::Status::draft) return zh ? "征求意见稿" : "draft";
  if (status == policy::Status::assumed) return zh ? "假设" : "assumed";
  return zh ? "现行" : "in force";
}

std::string source_text(const policy::Library& library, std::string_view policy_id,
                        const policy::Source& source, Language language) {
  const policy::Policy* policy = library.find(policy_id);
  const policy::Document* document = policy == nullptr ? nullptr : policy->document(source.document);
  const std::string title = document == nullptr ? source.document : document->short_title.in(language);
  const bool zh = language == Language::zh;
  return title + ' ' + source.clause + (zh ? "（" : " (") + status_text(source.status, language) +
         (zh ? "）" : ")");
}

std::string bill_text(const policy::Library& library, const Settlement& settlement, Language language) {
  const bool zh = language == Language::zh;
  std::string out;
  const std::size_t label_columns = label_columns_of(settlement, language);
  add_lines(out, library, settlement, label_columns, language);
  out += std::string(label_columns + sum_columns, '-') + '\n';
  add_sum(out, {"总费用", "Total"}, settlement.total, label_columns, language);
  if (settlement.determined) {
    add_sum(out, {"医保基金支付", "The fund pays"}, settlement.fund_pay, label_columns, language);
    add_sum(out, {"大病保险支付", "Major illness insurance pays"}, settlement.major_illness_pay,
            label_columns, language);
    add_sum(out, {"个人支付", "You pay"}, settlement.self_pay, label_columns, language);
    if (settlement.basis != policy::Status::in_force)
      out += (zh ? "这是估算，依据里最弱的是：" : "An estimate; the weakest thing it rests on: ") +
             status_text(settlement.basis, language) + '\n';
  } else {
    out += zh ? "基金支付与个人支付：未能确定\n" : "What the fund and you pay: not determined\n";
  }
  for (const Finding& finding : settlement.findings)
    out += "✗ " + finding.message.in(language) + ' ' + finding.remedy.in(language) + '\n';
  for (const auto& missing : settlement.missing)
    out += (zh ? "? 还需要知道：" : "? Still needed: ") + missing.label.in(language) + " (" + missing.fact +
           ")\n";
  for (const Text& note : settlement.notes) out += "· " + note.in(language) + '\n';
  return out + '\n';
}

}  // namespace mingbai::cli
