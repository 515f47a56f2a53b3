#include "shell/cli/simulation_text.h"

#include <algorithm>

#include "core/base/money.h"
#include "core/base/utf8.h"

namespace mingbai::cli {
namespace {

std::string shown(std::int64_t fen) { return to_display(Money{fen}); }

std::string padded(const std::string& text, std::size_t width, bool right) {
  const std::size_t used = columns(text);
  const std::string space(used < width ? width - used : 0, ' ');
  return right ? space + text : text + space;
}

std::string row(const std::string& head, const std::vector<std::string>& cells) {
  std::string out = padded(head, 34, false);
  for (const auto& cell : cells) out += ' ' + padded(cell, 20, true);
  return out + '\n';
}

}  // namespace

std::string simulation_text(const scenario::Summary& summary, Language language) {
  const bool zh = language == Language::zh;
  const auto say = [&](const char* chinese, const char* english) {
    return std::string(zh ? chinese : english);
  };
  const bool compared = summary.totals.size() == 2;
  std::string out;
  out += std::to_string(summary.people) + say(" 人，", " people, ") + std::to_string(summary.claims) +
         say(" 笔费用", " claims") + "\n\n";
  std::vector<std::string> heads;
  for (const auto& policy : summary.policies) heads.push_back(policy.title.in(language));
  if (compared) heads.push_back(say("相差", "difference"));
  out += row("", heads);
  const auto line = [&](const std::string& head, std::int64_t scenario::Sums::*sum) {
    std::vector<std::string> cells;
    for (const auto& sums : summary.totals) cells.push_back(shown(sums.*sum));
    if (compared) cells.push_back(shown(summary.difference.*sum));
    out += row(head, cells);
  };
  line(say("总费用", "Total cost"), &scenario::Sums::total);
  line(say("政策范围内", "Eligible"), &scenario::Sums::eligible);
  line(say("医保基金支付", "Paid by the fund"), &scenario::Sums::fund);
  line(say("大病保险支付", "Major illness insurance"), &scenario::Sums::major_illness);
  line(say("个人支付", "Paid by people"), &scenario::Sums::self);
  if (!compared) return out;
  const auto people = [&](std::uint64_t n) { return std::to_string(n) + say(" 人", ""); };
  out += '\n' + row(say("少付的人", "People who pay less"),
                    {people(summary.winners.people), shown(summary.winners.sum)});
  out +=
      row(say("多付的人", "People who pay more"), {people(summary.losers.people), shown(summary.losers.sum)});
  out += row(say("不变的人", "Unchanged"), {people(summary.unchanged)});
  out += '\n';
  for (const auto& share : summary.clauses)
    out += row(share.label.in(language) + " (" + share.document + " " + share.clause + ")",
               {people(share.people), shown(share.difference)});
  return out;
}

}  // namespace mingbai::cli
