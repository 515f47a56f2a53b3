#include "shell/cli/simulation_text.h"

#include <algorithm>

#include "core/base/money.h"
#include "core/base/utf8.h"
#include "shell/cli/bill_text.h"

namespace mingbai::cli {
namespace {

using Row = std::vector<std::string>;  // a head, and cells

std::string shown(std::int64_t fen) { return to_display(Money{fen}); }

// Every column as wide as its widest cell; heads to the left, cells to the right.
std::string table(const std::vector<Row>& rows) {
  std::vector<std::size_t> widths;
  for (const Row& row : rows)
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i == widths.size()) widths.push_back(0);
      widths[i] = std::max(widths[i], columns(row[i]));
    }
  std::string out;
  for (const Row& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i)
      out += i == 0 ? padded_right(row[i], widths[i]) : "  " + padded_left(row[i], widths[i]);
    out += '\n';
  }
  return out;
}

struct Words {
  const scenario::Summary& summary;
  Language language;
  bool compared = summary.totals.size() == 2;

  std::string say(const char* zh, const char* en) const { return language == Language::zh ? zh : en; }
  std::string people(std::uint64_t count) const { return std::to_string(count) + say(" 人", " people"); }

  Row sums(const std::string& head, std::int64_t scenario::Sums::*sum) const {
    Row out{head};
    for (const auto& sums : summary.totals) out.push_back(shown(sums.*sum));
    if (compared) out.push_back(shown(summary.difference.*sum));
    return out;
  }

  std::string totals() const {
    Row heads{""};
    for (const auto& policy : summary.policies) heads.push_back(policy.title.in(language));
    if (compared) heads.push_back(say("相差", "difference"));
    std::vector<Row> rows{
        heads,
        sums(say("总费用", "Total cost"), &scenario::Sums::total),
        sums(say("政策范围内", "Eligible"), &scenario::Sums::eligible),
        sums(say("医保基金支付", "Paid by the fund"), &scenario::Sums::fund),
        sums(say("大病保险支付", "Major illness insurance"), &scenario::Sums::major_illness),
        sums(say("个人支付", "Paid by people"), &scenario::Sums::self)};
    Row undetermined{say("没有规则可算的笔数", "Claims undetermined")};
    bool any = false;
    for (const auto& one : summary.totals) {
      undetermined.push_back(std::to_string(one.undetermined));
      any = any || one.undetermined > 0;
    }
    if (compared) undetermined.push_back("");
    if (any) rows.push_back(undetermined);
    return table(rows);
  }

  std::string sides() const {
    return table(
        {{say("少付的人", "People who pay less"), people(summary.winners.people), shown(summary.winners.sum)},
         {say("多付的人", "People who pay more"), people(summary.losers.people), shown(summary.losers.sum)},
         {say("不变的人", "Unchanged"), people(summary.unchanged), ""}});
  }

  std::string clauses() const {
    std::vector<Row> rows;
    for (const auto& share : summary.clauses)
      rows.push_back({share.label.in(language) + " (" + share.document + " " + share.clause + ")",
                      people(share.people), shown(share.difference)});
    return table(rows);
  }
};

}  // namespace

std::string simulation_text(const scenario::Summary& summary, Language language) {
  const Words words{summary, language};
  std::string out = std::to_string(summary.people) + words.say(" 人，", " people, ") +
                    std::to_string(summary.claims) + words.say(" 笔费用", " claims") + "\n\n" +
                    words.totals();
  if (!words.compared) return out;
  return out + '\n' + words.sides() + '\n' + words.clauses();
}

}  // namespace mingbai::cli
