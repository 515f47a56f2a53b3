#include "core/filing/notice/notice.h"
#include "core/filing/notice/page.h"
#include "core/filing/notice/parts.h"

namespace mingbai::filing::notice {
namespace {

std::string places_row(const GrantNotice& notice, Language language) {
  std::string places;
  for (const Text& place : notice.places)
    places += (places.empty() ? "" : language == Language::zh ? "、" : "; ") + escaped(place.in(language));
  return places.empty() ? "" : row(words::chosen_places.in(language), places);
}

// Up to the first number of grants two copies share a sheet at their ease, up to the second closely; beyond
// it each copy has a side of the sheet to itself.
constexpr std::size_t at_ease = 4;
constexpr std::size_t closely = 14;

std::string table(const GrantNotice& notice, Language language) {
  const Grant& granted = notice.granted;
  std::string rows = person_row(notice.insured, language) + agent_row(notice.agent, language);
  rows += row(words::granted_now.in(language), escaped(notice.kind.in(language)) +
                                                   (language == Language::zh ? "：" : ": ") +
                                                   grant_line(granted, false, language));
  rows += row(words::benefit_days.in(language),
              told("strong", "", days_in_words(granted.from, granted.to, language)));
  rows += places_row(notice, language);
  if (!notice.so_far.empty()) rows += row(words::so_far.in(language), grant_list(notice.so_far, language));
  if (!notice.basis.empty())
    rows +=
        row(words::basis.in(language), basis_list(notice.basis, notice.so_far.size() > at_ease, language));
  return element("table", "", "\n" + rows);
}

std::string blank(const Phrase& heading, std::string_view of_class, Language language) {
  return element("div", of_class, told("span", "", heading.in(language)));
}

std::string foot(const GrantNotice& notice, Language language) {
  std::string hint = words::grant_hint.in(language);
  if (notice.with_card) hint += (language == Language::zh ? "" : " ") + words::with_card.in(language);
  std::string handled = escaped(words::institution.in(language)) + (language == Language::zh ? "：" : ": ") +
                        escaped(notice.institution.in(language));
  if (!notice.receipt.empty())
    handled += (language == Language::zh ? "　" : " · ") + escaped(words::receipt_number.in(language)) + " " +
               number(notice.receipt);
  handled += (language == Language::zh ? "　" : " · ") + escaped(day_in_words(notice.printed, language));
  return told("p", "hint", hint) + "\n" +
         element("div", "signing",
                 blank(words::signature, "line", language) + blank(words::date, "line short", language) +
                     blank(words::stamp, "stamp", language)) +
         "\n" + element("p", "handled", handled) + "\n";
}

std::string copy(const GrantNotice& notice, const Phrase& which, Language language) {
  return element("section", "copy",
                 "\n" + told("p", "which", which.in(language)) + "\n" +
                     heading(notice.region, words::grant_title.in(language), language) +
                     table(notice, language) + "\n" + foot(notice, language)) +
         "\n";
}

}  // namespace

std::string grant_notice(const GrantNotice& notice, Language language) {
  const std::size_t grants = notice.so_far.size();
  const auto* layout = grants <= at_ease   ? "sheet halves"
                       : grants <= closely ? "sheet halves dense"
                                           : "sheet sides";
  const std::string cut = told("p", "cut", words::cut_here.in(language)) + "\n";
  return page(words::grant_title.in(language) + " " + notice.receipt, layout,
              copy(notice, words::office_copy, language) + (grants <= closely ? cut : "") +
                  copy(notice, words::own_copy, language),
              language);
}

}  // namespace mingbai::filing::notice
