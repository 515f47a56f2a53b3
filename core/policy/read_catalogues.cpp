#include <algorithm>
#include <set>

#include "core/policy/reading.h"

namespace mingbai::policy {
namespace {

constexpr std::string_view files[]{"diseases", "institutions", "grants", "drugs", "holidays"};

const std::vector<std::string> origins{"provincial", "local"};
const std::vector<std::string> classes{"one", "two", "special", "chronic"};
const std::vector<std::string> ownerships{"public", "private"};
const std::vector<std::string> grades{"A", "B", "C"};
const std::vector<std::string> acts{"confirm", "treat"};
const std::vector<std::string> kinds{"hospital", "township", "community",
                                     "clinic",   "pharmacy", "two_disease_point"};

// The head of each pack's file: what its entries rest on unless they say otherwise.
using Heads = std::map<std::string, Authority, std::less<>>;

class Catalogue {
 public:
  Catalogue(Reading& reading, const std::vector<Ancestor>& line, std::deque<Json>& kept, std::string name)
      : reading_(reading), line_(line), kept_(kept), file_("catalogues/" + name + ".json") {}

  // The state of the whole; faults of the heads are noted.
  ListState head(std::initializer_list<std::string_view> lists) {
    ListState out;
    for (const auto& [folder, pack] : line_) {
      const auto part = pack->parts.find(file_);
      if (part == pack->parts.end()) continue;
      const std::string place = folder + "/" + file_ + "#";
      const Element head(*part->second, place, reading_.findings);
      if (!head.is_object()) continue;
      std::vector<std::string_view> keys{"id", "complete", "source", "status", "note", "label"};
      keys.insert(keys.end(), lists.begin(), lists.end());
      head.only(keys);
      for (const auto list : lists)
        if (!head.has(list) && list == *lists.begin()) head.fault(Fault::missing_key, list);
      const bool complete = head.flag("complete");
      out = {true, complete && (out.complete || !out.in_hand)};
      if (head.has("source")) heads_[place] = read_authority(reading_, head);
    }
    return out;
  }

  std::vector<Element> entries(std::string_view id_key, std::string_view list) {
    return expanded(gathered(line_, file_, id_key, list, reading_.findings), kept_);
  }

  Authority authority(const Element& entry) const {
    if (entry.has("source")) return read_authority(reading_, entry);
    const auto head =
        std::ranges::find_if(heads_, [&](const auto& h) { return entry.place().starts_with(h.first + "/"); });
    if (head == heads_.end()) return read_authority(reading_, entry);
    Authority out = head->second;
    out.place = entry.place();
    out.note = entry.words_or_none("note");
    out.untested = entry.text_or("untested", "");
    if (const auto own = parse_status(entry.one_of("status", status_keys(), false))) out.source.status = *own;
    out.source.effective = read_period(entry, out.source.effective);
    return out;
  }

 private:
  Reading& reading_;
  const std::vector<Ancestor>& line_;
  std::deque<Json>& kept_;
  std::string file_;
  Heads heads_;
};

std::optional<int> level(const Element& element, std::string_view key) {
  const Json* value = element.find(key);
  if (value == nullptr) return std::nullopt;
  if (value->is_number_integer() && *value >= 1 && *value <= 3) return value->get<int>();
  element.fault(Fault::pack_bad_value, key, contract::plain(*value), {"1", "2", "3"});
  return std::nullopt;
}

void read_diseases(Catalogue catalogue, Policy& policy) {
  policy.catalogues.disease_list = catalogue.head({"diseases"});
  for (const Element& e : catalogue.entries("code", "diseases")) {
    e.only({"code", "label", "origin", "class", "designated_only", "effective_from", "effective_to", "status",
            "source", "note", "untested"});
    policy.catalogues.diseases.push_back({e.text("code"), e.words("label"), e.one_of("origin", origins),
                                          e.one_of("class", classes, false), e.flag("designated_only"),
                                          catalogue.authority(e)});
  }
}

void read_institutions(Catalogue catalogue, Policy& policy) {
  policy.catalogues.institution_list = catalogue.head({"institutions"});
  for (const Element& e : catalogue.entries("key", "institutions")) {
    e.only({"key", "code", "label", "region", "kind", "level", "price_level", "deductible_level", "grade",
            "ownership", "class", "alliance", "effective_from", "effective_to", "status", "source", "note",
            "untested"});
    InstitutionEntry out;
    out.key = e.text("key");
    out.code = e.text_or("code", "");
    out.label = e.words("label");
    out.region = e.text("region");
    if (!out.region.empty() && !parse_region(out.region)) e.fault(Fault::bad_region, "region", out.region);
    out.kind = e.one_of("kind", kinds);
    out.level = level(e, "level");
    out.price_level = level(e, "price_level");
    out.deductible_level = level(e, "deductible_level");
    out.grade = e.one_of("grade", grades, false);
    out.ownership = e.one_of("ownership", ownerships, false);
    out.payment_class = e.text_or("class", "");
    out.alliance = e.text_or("alliance", "");
    out.authority = catalogue.authority(e);
    policy.catalogues.institutions.push_back(std::move(out));
  }
}

// One key or a list of them.
std::vector<std::string> one_or_more(const Element& element, std::string_view key) {
  const Json* value = element.find(key);
  if (value == nullptr || value->is_array()) return element.texts(key);
  return {element.text(key)};
}

void read_grantee(const Element& e, const Catalogues& catalogues, Grant& out) {
  const Json* named = e.find("institution");
  if (named == nullptr) return e.fault(Fault::missing_key, "institution");
  if (named->is_object()) {
    const auto by = e.object("institution");
    by->only({"kind", "level"});
    out.kinds = one_or_more(*by, "kind");
    if (out.kinds.empty()) by->fault(Fault::missing_key, "kind", std::nullopt, kinds);
    for (const auto& kind : out.kinds)
      if (std::ranges::find(kinds, kind) == kinds.end()) by->fault(Fault::unknown_value, "kind", kind, kinds);
    const Json* levels = by->find("level");
    if (levels == nullptr) return;
    for (const Json& value : levels->is_array() ? *levels : Json::array({*levels})) {
      if (value.is_number_integer() && value >= 1 && value <= 3)
        out.levels.push_back(value.get<int>());
      else
        by->fault(Fault::pack_bad_value, "level", contract::plain(value), {"1", "2", "3"});
    }
    return;
  }
  out.institution = e.text("institution");
  std::vector<std::string> known;
  for (const auto& institution : catalogues.institutions) known.push_back(institution.key);
  if (!out.institution.empty() && std::ranges::find(known, out.institution) == known.end())
    e.fault(Fault::pack_dangling_reference, "institution", out.institution, known);
}

void read_grants(Catalogue catalogue, Policy& policy) {
  Catalogues& catalogues = policy.catalogues;
  catalogues.grant_list = catalogue.head({"grants"});
  std::vector<std::string> known;
  for (const auto& disease : catalogues.diseases) known.push_back(disease.code);
  for (const Element& e : catalogue.entries("id", "grants")) {
    e.only({"id", "institution", "disease", "acts", "effective_from", "effective_to", "status", "source",
            "note", "untested"});
    Grant out;
    read_grantee(e, catalogues, out);
    out.diseases = one_or_more(e, "disease");
    if (out.diseases.empty()) e.fault(Fault::missing_key, "disease");
    out.every_disease = out.diseases == std::vector<std::string>{"*"};
    for (const auto& code : out.diseases)
      if (!out.every_disease && std::ranges::find(known, code) == known.end())
        e.fault(Fault::pack_dangling_reference, "disease", code, known);
    const auto written = e.texts("acts");
    if (written.empty()) e.fault(Fault::missing_key, "acts", std::nullopt, acts);
    for (const auto& act : written) {
      if (std::ranges::find(acts, act) == acts.end()) e.fault(Fault::unknown_value, "acts", act, acts);
      out.may_confirm = out.may_confirm || act == "confirm";
      out.may_treat = out.may_treat || act == "treat";
    }
    out.authority = catalogue.authority(e);
    catalogues.grants.push_back(std::move(out));
  }
}

void read_drugs(Catalogue catalogue, Policy& policy) {
  Catalogues& catalogues = policy.catalogues;
  catalogues.drug_list = catalogue.head({"programs", "drugs"});
  for (const Element& e : catalogue.entries("key", "programs")) {
    e.only({"key", "label", "effective_from", "effective_to", "status", "source", "note", "untested"});
    catalogues.programs.push_back({e.text("key"), e.words("label"), "", catalogue.authority(e)});
  }
  std::vector<std::string> known;
  for (const auto& program : catalogues.programs) known.push_back(program.key);
  for (const Element& e : catalogue.entries("key", "drugs")) {
    e.only({"key", "label", "program", "effective_from", "effective_to", "status", "source", "note",
            "untested"});
    DrugEntry out{e.text("key"), e.words("label"), e.text_or("program", ""), {}};
    if (!out.program.empty() && std::ranges::find(known, out.program) == known.end())
      e.fault(Fault::pack_dangling_reference, "program", out.program, known);
    out.authority = catalogue.authority(e);
    catalogues.drugs.push_back(std::move(out));
  }
}

void read_holidays(Catalogue catalogue, Policy& policy) {
  catalogue.head({"days"});
  std::set<Date> seen;
  for (const Element& e : catalogue.entries("day", "days")) {
    e.only({"day", "label", "working", "status", "source", "note", "untested"});
    const auto day = e.date("day");
    if (!e.has("day")) e.fault(Fault::missing_key, "day");
    Holiday out{day.value_or(Date{}), e.words("label"), e.flag("working"), catalogue.authority(e)};
    if (day && !seen.insert(*day).second) e.fault(Fault::pack_duplicate_id, "day", to_iso(*day));
    policy.catalogues.holidays.push_back(std::move(out));
  }
}

}  // namespace

void read_catalogues(Reading& reading, const std::vector<Ancestor>& line, std::deque<Json>& kept) {
  const auto of = [&](std::size_t i) { return Catalogue(reading, line, kept, std::string(files[i])); };
  read_diseases(of(0), reading.policy);
  read_institutions(of(1), reading.policy);
  read_grants(of(2), reading.policy);
  read_drugs(of(3), reading.policy);
  read_holidays(of(4), reading.policy);
}

}  // namespace mingbai::policy
