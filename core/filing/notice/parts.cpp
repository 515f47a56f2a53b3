#include "core/filing/notice/parts.h"

#include "core/filing/notice/page.h"

namespace mingbai::filing::notice {

std::string number(std::string_view text) { return told("span", "number", text); }

std::string heading(const Text& region, const std::string& title, Language language) {
  const std::string above =
      region.in(language).empty() ? "" : told("p", "region", region.in(language)) + "\n";
  return "<header>\n" + above + told("h1", "", title) + "\n</header>\n";
}

std::string person_row(const Person& person, Language language) {
  const std::string number_of = told("span", "number", person.certificate_number);
  return row(words::insured.in(language), told("strong", "name", person.name) +
                                              told("span", "kind", person.certificate_type.in(language)) +
                                              " " + number_of);
}

std::string agent_row(const std::optional<Agent>& agent, Language language) {
  if (!agent) return "";
  std::string inner = told("strong", "", agent->person.name);
  if (!agent->relation.empty())
    inner += language == Language::zh ? "（" + escaped(agent->relation) + "）"
                                      : " (" + escaped(agent->relation) + ")";
  if (!agent->person.certificate_number.empty()) inner += " " + number(agent->person.certificate_number);
  return row(words::agent.in(language), inner);
}

std::string grant_line(const Grant& grant, bool with_days, Language language) {
  std::string out = told("strong", "", grant.what.in(language));
  if (!grant.code.empty()) out += " " + number(grant.code);
  const std::string days = with_days ? days_in_figures(grant.from, grant.to, language) : "";
  if (!days.empty()) out += " " + told("span", "days", days);
  return out;
}

std::string grant_list(const std::vector<Grant>& grants, Language language) {
  std::string items;
  for (const Grant& grant : grants) items += element("li", "", grant_line(grant, true, language)) + "\n";
  constexpr std::size_t in_one_column = 6;
  return element("ol", grants.size() > in_one_column ? "grants narrow" : "grants", "\n" + items);
}

std::string basis_list(const std::vector<Basis>& basis, bool briefly, Language language) {
  const bool zh = language == Language::zh;
  std::string items;
  for (const Basis& one : basis) {
    const bool number_alone = briefly && !one.number.empty();
    std::string line =
        number_alone ? escaped(one.number) : escaped(zh ? "《" + one.title.zh + "》" : one.title.en);
    if (!number_alone && !one.number.empty())
      line += zh ? "（" + escaped(one.number) + "）" : " (" + escaped(one.number) + ")";
    std::string clauses;
    for (const auto& clause : one.clauses)
      clauses += (clauses.empty() ? "" : zh ? "、" : ", ") + escaped(clause);
    if (!clauses.empty()) line += " " + element("span", "clauses", words::clause.in(language) + clauses);
    items += element("li", "", line) + "\n";
  }
  return element("ul", briefly ? "basis brief" : "basis", "\n" + items);
}

}  // namespace mingbai::filing::notice
