#include "core/filing/notice/notice.h"
#include "core/filing/notice/page.h"
#include "core/filing/notice/parts.h"

namespace mingbai::filing::notice {
namespace {

std::string reason_item(const Reason& reason, Language language) {
  std::string inner = told("p", "reason", reason.message.in(language)) + "\n";
  if (!reason.remedy.in(language).empty())
    inner += element("p", "remedy",
                     told("span", "tag", words::remedy.in(language)) + escaped(reason.remedy.in(language))) +
             "\n";
  if (!reason.source.empty())
    inner += element("p", "source",
                     escaped(words::basis.in(language) + (language == Language::zh ? "：" : ": ") +
                             reason.source)) +
             "\n";
  return element("li", "", "\n" + inner) + "\n";
}

}  // namespace

std::string refusal(const RefusalPage& told_of, Language language) {
  std::string rows = row(words::kind.in(language), escaped(told_of.kind.in(language)));
  rows += row(words::content.in(language), grant_line(told_of.asked, false, language));
  rows += person_row(told_of.insured, language);
  if (!told_of.receipt.empty()) rows += row(words::receipt_number.in(language), number(told_of.receipt));
  rows += row(words::decided.in(language), escaped(day_in_words(told_of.decided, language)));
  std::string reasons;
  for (const Reason& reason : told_of.reasons) reasons += reason_item(reason, language);
  return page(words::refusal_title.in(language), "sheet",
              heading(told_of.region, words::refusal_title.in(language), language) +
                  element("table", "", "\n" + rows) + "\n" +
                  told("p", "says", words::refusal_says.in(language)) + "\n" +
                  element("ol", "reasons", "\n" + reasons) + "\n" +
                  told("p", "hint", words::refusal_hint.in(language)) + "\n",
              language);
}

}  // namespace mingbai::filing::notice
