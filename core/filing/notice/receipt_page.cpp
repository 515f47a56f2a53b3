#include "core/filing/notice/notice.h"
#include "core/filing/notice/page.h"
#include "core/filing/notice/parts.h"

namespace mingbai::filing::notice {

std::string receipt(const ReceiptPage& told_of, Language language) {
  std::string rows =
      row(words::receipt_number.in(language), element("strong", "large", number(told_of.number)));
  rows += row(words::kind.in(language), escaped(told_of.kind.in(language)));
  rows += row(words::content.in(language), grant_line(told_of.asked, true, language));
  rows += person_row(told_of.insured, language) + agent_row(told_of.agent, language);
  rows += row(words::received_at.in(language),
              number(told_of.received_at) + escaped(words::china_time.in(language)));
  if (!told_of.next.in(language).empty())
    rows += row(words::next.in(language), escaped(told_of.next.in(language)));
  rows += row(words::fingerprint.in(language), element("span", "digest", escaped(told_of.sha256)));
  return page(words::receipt_title.in(language) + " " + told_of.number, "sheet",
              heading(told_of.region, words::receipt_title.in(language), language) +
                  told("p", "says", words::receipt_says.in(language)) + "\n" +
                  element("table", "", "\n" + rows) + "\n" +
                  told("p", "hint", words::receipt_hint.in(language)) + "\n",
              language);
}

}  // namespace mingbai::filing::notice
