#include "web/screens/pieces.h"

#include "web/screens/model/calculator_form.h"

namespace mingbai::screens {

ui::Standing standing(policy::Status status) {
  switch (status) {
    case policy::Status::in_force: return ui::Standing::in_force;
    case policy::Status::draft: return ui::Standing::draft;
    case policy::Status::assumed: return ui::Standing::assumed;
    case policy::Status::repealed: return ui::Standing::repealed;
  }
  return ui::Standing::none;
}

void draw_source(const SourceLine& line, std::string_view key, bool brief) {
  ui::source_chip({.document = line.document,
                   .clause = line.clause,
                   .standing = standing(line.status),
                   .words = brief ? line.short_words : line.words,
                   .short_words = line.short_words,
                   .target = line.target,
                   .key = key});
}

void draw_facts(const std::vector<FactRow>& facts) {
  ui::Stack stack({.gap = 8});
  for (const FactRow& row : facts) ui::fact(row.label, row.value, 148);
}

std::vector<ui::Choice> situation_choices(const Context& c, bool with_local) {
  std::vector<ui::Choice> out;
  for (const std::string_view key : situation_keys) {
    if (with_local || is_away(key)) out.push_back({key, situation_label(key, c.t)});
  }
  return out;
}

std::vector<ui::Choice> region_choices(const Context& c, std::string_view policy) {
  const PackName* pack = c.names.pack(policy);
  if (!pack && !c.names.packs().empty()) pack = &c.names.packs().front();
  std::vector<ui::Choice> out;
  out.reserve(c.names.regions().size());
  for (const RegionName* region : c.names.places_away_from(pack ? std::string_view(pack->region) : "")) {
    out.push_back({region->code, region->label.in(c.t.language)});
  }
  return out;
}

PlaceChoices::PlaceChoices(const Context& c) {
  texts_.reserve(c.names.packs().size());
  for (const PackName& pack : c.names.packs()) {
    choices_.push_back({pack.id, texts_.emplace_back(c.names.region(pack.region, c.t.language))});
  }
}

SchemeChoices::SchemeChoices(const Context& c, Date day, std::string_view policy) {
  const auto& packs = c.names.packs();
  std::size_t count = 0;
  for (const PackName& pack : packs) count += pack.schemes.size();
  texts_.reserve(count * 2);
  for (const PackName& pack : packs) {
    if (!policy.empty() && pack.id != policy) continue;
    const std::string city = c.names.region(pack.region, c.t.language);
    for (const SchemeName& scheme : pack.schemes) {
      if (!scheme.valid.contains(day)) continue;
      const std::string& value = texts_.emplace_back(pack.id + "." + scheme.key);
      const std::string& name = scheme.label.in(c.t.language);
      const std::string& shown = texts_.emplace_back(packs.size() == 1 || !policy.empty() ? name : city + std::string(c.t("list.place")) + name);
      choices_.push_back({value, shown});
    }
  }
}

bool SchemeChoices::offers(std::string_view value) const {
  for (const ui::Choice& choice : choices_) {
    if (choice.value == value) return true;
  }
  return false;
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      default: out += c;
    }
  }
  return out;
}

}  // namespace mingbai::screens
