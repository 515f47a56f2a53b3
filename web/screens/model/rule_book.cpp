#include "web/screens/model/rule_book.h"

#include <algorithm>
#include <map>

#include "web/screens/model/filing_words.h"
#include "web/screens/model/json_reading.h"
#include "web/screens/model/lower_case.h"
#include "web/screens/model/policy_cells.h"
#include "web/screens/model/rule_wording.h"

namespace mingbai::screens {
namespace {

std::vector<std::string> chain_of(const Json& files, std::string pack) {
  std::vector<std::string> out;
  while (!pack.empty() && std::ranges::find(out, pack) == out.end()) {
    out.push_back(pack);
    pack = word(part(files, (pack + "/pack.json").c_str()), "inherits");
  }
  return out;
}

class Reader {
 public:
  Reader(std::string_view bundle, Date today, const Names& names, const strings::Strings& t)
      : json_(Json::parse(bundle, nullptr, false)), files_(part(json_, "files")), bundle_(bundle), today_(today), names_(names), t_(t) {}

  RuleBook read(std::string_view pack) {
    const std::vector<std::string> chain = chain_of(files_, std::string(pack));
    name_figures(chain);
    for (const std::string& id : chain) add_benefits(id);
    for (const std::string& id : chain) add_figures(id);
    for (const std::string& id : chain) add_requirements(id);
    for (const std::string& id : chain) add_papers(id);
    for (const std::string& id : chain) add_decisions(id);
    for (const std::string& id : chain) add_notes(id);
    merge();
    for (Rule& rule : book_.rules) finish(rule);
    return std::move(book_);
  }

 private:
  const Json& file(const std::string& pack, const char* name) const { return part(files_, (pack + "/" + name).c_str()); }
  std::string say(const Json& from, const char* key) const { return rule_words(sentence(from, key).in(t_.language), figures_, names_, t_.language); }

  // Today's figures for the words that name them, the pack's before those it inherits; where there is none, its name.
  void name_figures(const std::vector<std::string>& chain) {
    FigureWords names;
    for (const std::string& pack : chain) {
      for (const CellGroup& group : cells_[pack] = read_cells(bundle_, pack, names_, t_)) {
        const auto now = std::ranges::find_if(group.cells, [&](const PolicyCell& cell) { return cell.facts.empty() && holds(cell.from, cell.to); });
        if (now != group.cells.end()) figures_.emplace(group.id, bare_value(group.unit, now->value));
        names.emplace(group.id, "[" + group.label + "]");
      }
    }
    figures_.merge(names);
  }

  Rule& add(const std::string& pack, const std::string& id, strings::Key section, std::string title) {
    return book_.rules.emplace_back(Rule{.pack = pack, .id = pack + "/" + id, .section = std::string(t_(section)), .title = std::move(title), .lines = {}, .versions = {}, .used_by = {}, .words = {}});
  }

  std::string period(const std::string& from, const std::string& to) const {
    if (from.empty()) return to.empty() ? std::string(t_("rules.always")) : t_("rules.until", {{"to", to}});
    return to.empty() ? t_("rules.since", {{"from", from}}) : t_("rules.between", {{"from", from}, {"to", to}});
  }

  bool holds(const std::string& from, const std::string& to) const {
    const auto first = parse_date(from), last = parse_date(to);
    return (!first || *first <= today_) && (!last || today_ <= *last);
  }

  // One stretch of validity; what it does not say the element around it says.
  RuleVersion version(const Json& own, const Json& around) const {
    const auto told = [&](const char* key) { return word(own, key).empty() ? word(around, key) : word(own, key); };
    const Json& source = part(own, "source").is_object() ? part(own, "source") : part(around, "source");
    RuleVersion out;
    out.document = word(source, "document");
    const DocumentName* document = names_.document(out.document);
    const std::string status = told("status").empty() && document ? document->status : told("status");
    out.status = policy::parse_status(status).value_or(policy::Status::in_force);
    out.source = source_line({out.document, word(source, "clause"), out.status, {}}, names_, t_);
    out.period = period(word(own, "effective_from"), word(own, "effective_to"));
    out.today = holds(word(own, "effective_from"), word(own, "effective_to"));
    out.note = say(own, "note").empty() ? say(around, "note") : say(own, "note");
    return out;
  }

  void add_versions(Rule& rule, const Json& element) const {
    const Json& validity = list(element, "validity");
    if (validity.empty()) rule.versions.push_back(version(element, element));
    for (const Json& stretch : validity) rule.versions.push_back(version(stretch, element));
  }

  void add_benefits(const std::string& pack) {
    for (const Json& benefit : file(pack, "benefits.json")) {
      const std::string label = say(benefit, "label");
      Rule& rule = add(pack, word(benefit, "id"), "rules.section_benefits", t_("rules.how_paid", {{"what", label}}));
      std::size_t number = 0;
      for (const Json& step : list(benefit, "steps")) {
        const std::string line = std::to_string(++number) + " " + say(step, "label");
        rule.lines.push_back(say(step, "note").empty() ? line : t_("rules.with_note", {{"line", line}, {"note", say(step, "note")}}));
      }
      add_versions(rule, benefit);
    }
  }

  void add_figures(const std::string& pack) {
    for (const CellGroup& group : cells_.at(pack)) {
      Rule& rule = add(pack, group.id, "rules.section_figures", group.label);
      for (const PolicyCell& cell : group.cells) {
        RuleVersion version;
        version.facts = cell.facts;
        version.value = shown_value(group.unit, cell.value, t_);
        version.period = period(cell.from, cell.to);
        version.today = holds(cell.from, cell.to);
        version.status = cell.source.status;
        version.document = cell.document;
        version.source = cell.source;
        version.note = cell.note;
        rule.versions.push_back(std::move(version));
      }
      add_uses(rule, group.id);
    }
  }

  // Who asks for a figure: steps of benefits, and how long a decision lasts.
  void add_uses(Rule& rule, const std::string& figure) const {
    for (const auto& [name, content] : files_.items()) {
      if (!name.ends_with("/benefits.json") && !name.ends_with("/decisions.json")) continue;
      for (const Json& element : content) {
        if (word(part(element, "benefit_months"), "parameter") == figure) rule.used_by.push_back(say(element, "label"));
        std::size_t number = 0;
        for (const Json& step : list(element, "steps")) {
          ++number;
          for (const char* key : {"parameter", "table", "ratio"}) {
            if (word(step, key) != figure) continue;
            rule.used_by.push_back(t_("rules.step_of", {{"what", say(element, "label")}, {"number", std::to_string(number)}, {"step", say(step, "label")}}));
            break;
          }
        }
      }
    }
  }

  void add_requirements(const std::string& pack) {
    for (const Json& requirement : file(pack, "requirements.json")) {
      const std::string met = say(requirement, "met"), message = say(requirement, "message");
      Rule& rule = add(pack, word(requirement, "code"), "rules.section_requirements", met.empty() ? message : met);
      rule.lines.push_back(t_("rules.otherwise", {{"message", message}}));
      if (const std::string remedy = say(requirement, "remedy"); !remedy.empty()) rule.lines.push_back(t_("rules.remedy", {{"remedy", remedy}}));
      add_versions(rule, requirement);
      add_kinds(rule, requirement);
    }
  }

  void add_kinds(Rule& rule, const Json& element) const {
    for (const Json& kind : list(element, "kinds"))
      if (kind.is_string()) rule.used_by.push_back(t_("rules.filing_of", {{"kind", kind_words(kind.get<std::string>(), names_, t_)}}));
  }

  void add_papers(const std::string& pack) {
    const Json& papers = file(pack, "documents_required.json");
    struct Part {
      const char* key;
      strings::Key section;
    };
    for (const auto& [key, section] : {Part{"required", "rules.section_papers"}, Part{"must_not_be_asked", "rules.section_never"}}) {
      for (const Json& paper : list(papers, key)) {
        Rule& rule = add(pack, word(paper, "key"), section, say(paper, "label"));
        for (const char* words : {"remedy", "note"})
          if (const std::string line = say(paper, words); !line.empty()) rule.lines.push_back(line);
        add_versions(rule, paper);
        rule.versions.back().note.clear();
        add_kinds(rule, paper);
      }
    }
  }

  void add_decisions(const std::string& pack) {
    for (const Json& decision : file(pack, "decisions.json")) {
      Rule& rule = add(pack, word(decision, "id"), "rules.section_decisions", say(decision, "label"));
      if (const std::string notice = say(decision, "notice"); !notice.empty()) rule.lines.push_back(notice);
      add_versions(rule, decision);
      add_kinds(rule, decision);
    }
  }

  void add_notes(const std::string& pack) {
    for (const Json& note : file(pack, "notes.json")) {
      Rule& rule = add(pack, word(note, "id"), "rules.section_notes", say(note, "text"));
      add_versions(rule, note);
      add_kinds(rule, note);
    }
  }

  // An element told twice, for other kinds or days, is one rule; another rule of the same name gets an id of its own.
  void merge() {
    std::vector<Rule> kept;
    for (Rule& rule : book_.rules) {
      const auto same = std::ranges::find_if(kept, [&](const Rule& k) { return k.section == rule.section && k.title == rule.title && k.lines == rule.lines && k.pack == rule.pack; });
      if (same == kept.end()) {
        const auto named = std::ranges::count_if(kept, [&](const Rule& k) { return k.id == rule.id || k.id.starts_with(rule.id + "~"); });
        if (named > 0) rule.id += "~" + std::to_string(named + 1);
        kept.push_back(std::move(rule));
        continue;
      }
      for (RuleVersion& version : rule.versions)
        if (std::ranges::find(same->versions, version) == same->versions.end()) same->versions.push_back(std::move(version));
      same->used_by.insert(same->used_by.end(), rule.used_by.begin(), rule.used_by.end());
    }
    book_.rules = std::move(kept);
  }

  void finish(Rule& rule) const {
    const auto now = std::ranges::find(rule.versions, true, &RuleVersion::today);
    if (!rule.versions.empty()) rule.standing = now == rule.versions.end() ? rule.versions.back().status : now->status;
    std::vector<std::string> used;
    for (const std::string& user : rule.used_by)
      if (std::ranges::find(used, user) == used.end()) used.push_back(user);
    rule.used_by = std::move(used);
    std::string all = rule.section + "\n" + rule.title;
    for (const std::string& line : rule.lines) all += "\n" + line;
    for (const RuleVersion& v : rule.versions) {
      all += "\n" + v.facts + " " + v.value + " " + v.note + " " + v.source.document + " " + v.source.clause;
      if (const DocumentName* document = names_.document(v.document)) all += " " + document->title.in(t_.language) + " " + document->number;
    }
    rule.words = lower_case(all);
  }

  Json json_;
  const Json& files_;
  std::string_view bundle_;
  Date today_;
  const Names& names_;
  const strings::Strings& t_;
  std::map<std::string, std::vector<CellGroup>> cells_;  // of each pack
  FigureWords figures_;
  RuleBook book_;
};

bool has_words(const Rule& rule, std::string_view wanted) {
  const std::string words = lower_case(wanted);
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    if (rule.words.find(words.substr(at, end - at)) == std::string::npos) return false;
    at = end + 1;
  }
  return true;
}

bool cites(const Rule& rule, std::string_view document, std::string_view clause) {
  return std::ranges::any_of(rule.versions, [&](const RuleVersion& v) { return v.document == document && (clause.empty() || v.source.clause == clause); });
}

bool mentions(const Json& json, std::string_view document) {
  if (json.is_object() && word(json, "document") == document) return true;
  return json.is_structured() && std::ranges::any_of(json, [&](const Json& inner) { return mentions(inner, document); });
}

}  // namespace

const Rule* RuleBook::rule(std::string_view id) const {
  const auto found = std::ranges::find(rules, id, &Rule::id);
  return found == rules.end() ? nullptr : &*found;
}

std::vector<const Rule*> RuleBook::found(const RuleQuery& query) const {
  std::vector<const Rule*> out;
  for (const Rule& rule : rules) {
    if (!query.standing.empty() && query.standing != "all" && policy::to_key(rule.standing) != query.standing) continue;
    if (!query.document.empty() && !cites(rule, query.document, query.clause)) continue;
    if (has_words(rule, query.words)) out.push_back(&rule);
  }
  return out;
}

std::size_t RuleBook::count(std::string_view standing) const { return found({.standing = standing}).size(); }

RuleBook read_rule_book(std::string_view bundle_json, std::string_view pack, Date today, const Names& names, const strings::Strings& t) {
  return Reader(bundle_json, today, names, t).read(pack);
}

std::string pack_citing(std::string_view bundle_json, std::string_view document, const Names& names) {
  const Json bundle = Json::parse(bundle_json, nullptr, false);
  const Json& files = part(bundle, "files");
  for (const PackName& pack : names.packs()) {
    for (const std::string& id : chain_of(files, pack.id)) {
      for (const auto& [name, content] : files.items())
        if (name.starts_with(id + "/") && mentions(content, document)) return pack.id;
    }
  }
  return {};
}

}  // namespace mingbai::screens
