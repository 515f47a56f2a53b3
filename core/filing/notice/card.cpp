#include "core/filing/notice/notice.h"
#include "core/filing/notice/page.h"
#include "core/filing/notice/parts.h"

namespace mingbai::filing::notice {
namespace {

std::string front(const Card& card, Language language) {
  return element("section", "face",
                 "\n" + heading(card.region, words::card_title.in(language), language) +
                     element("table", "", "\n" + person_row(card.insured, language)) + "\n" +
                     told("p", "hint", words::card_hint.in(language)) + "\n");
}

// What the back of a card holds: past a few the codes go, past the most only their count is told.
constexpr std::size_t with_codes = 6;
constexpr std::size_t most = 12;

std::string confirmed(const Card& card, Language language) {
  std::vector<Grant> shown = card.granted;
  if (shown.size() > with_codes)
    for (Grant& grant : shown) grant.code.clear();
  if (shown.size() <= most) return grant_list(shown, language);
  const std::size_t more = shown.size() - most;
  shown.resize(most);
  std::string rest = words::card_more.in(language);
  rest.replace(rest.find("{count}"), 7, std::to_string(more));
  return grant_list(shown, language) + "\n" + told("p", "more", rest);
}

std::string back(const Card& card, Language language) {
  const std::string issued = words::issued.in(language) + (language == Language::zh ? "：" : ": ") +
                             card.institution.in(language) + (language == Language::zh ? "　" : ", ") +
                             day_in_words(card.issued, language);
  return element("section", "face",
                 "\n" + told("h2", "", words::card_diseases.in(language)) + "\n" + confirmed(card, language) +
                     "\n" + told("p", "handled", issued) + "\n");
}

}  // namespace

std::string card(const Card& card, Language language) {
  return page(words::card_title.in(language), "sheet card",
              told("p", "instruction", words::card_fold.in(language)) + "\n" +
                  element("div", "faces", "\n" + front(card, language) + "\n" + back(card, language) + "\n") +
                  "\n",
              language);
}

}  // namespace mingbai::filing::notice
