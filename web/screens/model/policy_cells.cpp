#include "web/screens/model/policy_cells.h"

#include <algorithm>

#include "core/base/money.h"
#include "core/base/ratio.h"
#include "web/screens/model/entry.h"
#include "web/screens/model/json_reading.h"

namespace mingbai::screens {
namespace {

bool is_count(std::string_view text) {
  return !text.empty() && text.size() <= 6 && text.find_first_not_of("0123456789") == text.npos;
}

// Points and coefficients: "1000", "0.66".
bool is_decimal(std::string_view text) {
  const std::size_t dot = text.find('.');
  const std::string_view whole = text.substr(0, dot), rest = dot == text.npos ? std::string_view("0") : text.substr(dot + 1);
  return is_count(whole) && is_count(rest);
}

bool is_text(std::string_view unit) { return unit == "money" || unit == "ratio" || unit == "decimal"; }

std::string plain(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  return value.is_null() ? std::string() : value.dump();
}

Json typed(std::string_view unit, const std::string& value) {
  if (is_text(unit)) return value;
  return std::stoi(value);
}

// As the packs write it: "1,200" typed for money is "1200.00".
std::string tidy(std::string_view unit, std::string_view typed) {
  if (unit == "money") {
    if (const auto money = read_money(typed)) return to_yuan(*money);
  }
  if (unit == "ratio" && !typed.empty() && !typed.ends_with('%')) return std::string(typed) + "%";
  return std::string(typed);
}

class Reader {
 public:
  Reader(const Json& files, std::string_view policy, const Names& names, const strings::Strings& t)
      : files_(files), policy_(policy), names_(names), t_(t) {}

  std::vector<CellGroup> groups() const {
    std::vector<CellGroup> out;
    const Json& parameters = part(files_, (policy_ + "/parameters.json").c_str());
    const Json& tables = part(files_, (policy_ + "/tables.json").c_str());
    for (std::size_t i = 0; parameters.is_array() && i < parameters.size(); ++i) {
      out.push_back(group(parameters[i], "/parameters.json/" + std::to_string(i) + "/values/", "values", "unit"));
    }
    for (std::size_t i = 0; tables.is_array() && i < tables.size(); ++i) {
      out.push_back(group(tables[i], "/tables.json/" + std::to_string(i) + "/rows/", "rows", "output"));
    }
    return out;
  }

 private:
  CellGroup group(const Json& json, const std::string& place, const char* cells, const char* unit) const {
    CellGroup out{word(json, "id"), sentence(json, "label").in(t_.language), word(json, unit), {}};
    if (out.label.empty()) out.label = out.id;
    const Json& rows = list(json, cells);
    for (std::size_t i = 0; i < rows.size(); ++i) out.cells.push_back(cell(rows[i], place + std::to_string(i), out.unit));
    return out;
  }

  PolicyCell cell(const Json& json, std::string place, const std::string& unit) const {
    PolicyCell out{.place = std::move(place), .facts = conditions(part(json, "when")), .unit = unit, .value = plain(part(json, "value"))};
    out.from = word(json, "effective_from");
    out.to = word(json, "effective_to");
    const Json& source = part(json, "source");
    out.document = word(source, "document");
    const DocumentName* document = names_.document(out.document);
    out.status = word(json, "status").empty() && document ? document->status : word(json, "status");
    policy::Source stated{word(source, "document"), word(source, "clause"),
                          policy::parse_status(out.status).value_or(policy::Status::in_force), {}};
    out.source = source_line(stated, names_, t_);
    out.note = sentence(json, "note").in(t_.language);
    return out;
  }

  std::string conditions(const Json& when) const {
    std::string out;
    if (!when.is_object()) return out;
    for (auto it = when.begin(); it != when.end(); ++it) {
      if (!out.empty()) out += t_("list.comma");
      const FactName* fact = names_.fact(it.key());
      out += (fact ? fact->label.in(t_.language) : it.key()) + std::string(t_("list.colon")) + values(it.key(), *it);
    }
    return out;
  }

  std::string values(const std::string& fact, const Json& value) const {
    if (value.is_object()) {
      const Json &from = part(value, "from"), &to = part(value, "to");
      std::string out = from.is_null() ? std::string() : std::string(t_("scenario.at_least", {{"value", plain(from)}}));
      if (!from.is_null() && !to.is_null()) out += t_("list.comma");
      if (!to.is_null()) out += t_("scenario.below", {{"value", plain(to)}});
      return out;
    }
    if (!value.is_array()) return one(fact, value);
    std::string out;
    for (const Json& each : value) {
      if (!out.empty()) out += t_("list.and");
      out += one(fact, each);
    }
    return out;
  }

  std::string one(const std::string& fact, const Json& value) const {
    if (value.is_boolean()) return std::string(value.get<bool>() ? t_("calculator.yes") : t_("calculator.no"));
    const std::string key = plain(value);
    if (fact == "insured.scheme") return names_.scheme(policy_, key, t_.language);
    if (fact.ends_with("level")) {
      if (const auto level = strings::find("level." + key)) return std::string(t_(*level));
    }
    return names_.choice(fact, key, t_.language);
  }

  const Json& files_;
  std::string policy_;
  const Names& names_;
  const strings::Strings& t_;
};

const PolicyCell* find_cell(const std::vector<CellGroup>& groups, const std::string& place) {
  for (const CellGroup& group : groups) {
    for (const PolicyCell& cell : group.cells) {
      if (cell.place == place) return &cell;
    }
  }
  return nullptr;
}

Json day_or_null(const std::string& day) { return day.empty() ? Json(nullptr) : Json(day); }

void change(Json& patch, const std::string& path, const Json& before, const Json& after) {
  if (before == after) return;
  patch.push_back({{"op", "test"}, {"path", path}, {"value", before}});
  patch.push_back({{"op", "replace"}, {"path", path}, {"value", after}});
}

void add_changes(Json& patch, const PolicyCell& cell, const CellEdit& edit) {
  const std::string value = tidy(cell.unit, edit.value);
  const bool sound_number = cell.unit == "decimal" ? is_decimal(value) : is_text(cell.unit) || is_count(value);
  if (sound_number && (cell.unit != "money" || parse_money(value)) && (cell.unit != "ratio" || parse_ratio(value))) {
    change(patch, cell.place + "/value", typed(cell.unit, cell.value), typed(cell.unit, value));
  }
  const std::string from = tidy_date(edit.from), to = tidy_date(edit.to);
  if (parse_date(from)) change(patch, cell.place + "/effective_from", day_or_null(cell.from), day_or_null(from));
  if (to.empty() || parse_date(to)) change(patch, cell.place + "/effective_to", day_or_null(cell.to), day_or_null(to));
}

Json patch_of(const Overlay& overlay, const std::vector<CellGroup>& groups) {
  Json patch = Json::array();
  for (const auto& [place, edit] : overlay.edits) {
    if (const PolicyCell* cell = find_cell(groups, place)) add_changes(patch, *cell, edit);
  }
  return patch;
}

}  // namespace

std::vector<CellGroup> read_cells(std::string_view bundle_json, std::string_view policy, const Names& names, const strings::Strings& t) {
  const Json bundle = Json::parse(bundle_json, nullptr, false);
  return Reader(part(bundle, "files"), policy, names, t).groups();
}

std::string version_of(std::string_view bundle_json, std::string_view policy) {
  const Json bundle = Json::parse(bundle_json, nullptr, false);
  return word(part(part(bundle, "files"), (std::string(policy) + "/pack.json").c_str()), "version");
}

std::string value_fault(std::string_view unit, std::string_view typed, const strings::Strings& t) {
  const std::string label(t("scenario.value"));
  if (typed.empty()) return std::string(t("scenario.value_needed"));
  if (unit == "money") {
    const auto money = read_money(typed);
    return money ? std::string() : explain(money.error(), label, t);
  }
  if (unit == "ratio") return parse_ratio(tidy(unit, typed)) ? std::string() : std::string(t("scenario.not_a_ratio"));
  if (unit == "decimal") return is_decimal(typed) ? std::string() : t("entry.not_a_number", {{"label", label}});
  return is_count(typed) ? std::string() : t("entry.not_a_count", {{"label", label}});
}

std::string from_fault(std::string_view typed, bool open_end, const strings::Strings& t) {
  if (typed.empty()) return open_end ? std::string() : std::string(t("entry.not_a_date"));
  return date_fault(typed, t);
}

std::string bare_value(std::string_view unit, std::string_view value) {
  const auto money = parse_money(value);
  return unit == "money" && money ? to_display(*money) : std::string(value);
}

std::string shown_value(std::string_view unit, std::string_view value, const strings::Strings& t) {
  if (unit == "money") return parse_money(value) ? bare_value(unit, value) + " " + std::string(t("ui.yuan")) : std::string(value);
  const bool bare = unit == "ratio" || (unit == "count" && t.language == Language::en);  // "15", where Chinese says 15 个
  if (bare) return std::string(value);
  const auto key = strings::find("scenario.unit_" + std::string(unit));
  return key ? std::string(value) + " " + std::string(t(*key)) : std::string(value);
}

std::string write_overlay(const Overlay& overlay, const std::vector<CellGroup>& groups) {
  return indented(Json{{"format", 1},
                       {"id", overlay.id},
                       {"title", {{"zh", overlay.title}, {"en", overlay.title}}},
                       {"base", {{"id", overlay.base}, {"version", overlay.base_version}}},
                       {"patch", patch_of(overlay, groups)}});
}

Overlay read_overlay_head(std::string_view json_text) {
  const Json json = Json::parse(json_text, nullptr, false);
  const Json& base = part(json, "base");
  return {word(json, "id"), sentence(json, "title").zh, word(base, "id"), word(base, "version"), {}};
}

std::optional<Overlay> read_overlay(std::string_view json_text, const std::vector<CellGroup>& groups) {
  const Json json = Json::parse(json_text, nullptr, false);
  if (!json.is_object()) return std::nullopt;
  Overlay out = read_overlay_head(json_text);
  for (const Json& operation : list(json, "patch")) {
    if (word(operation, "op") != "replace") continue;
    const std::string path = word(operation, "path");
    const std::size_t slash = path.rfind('/');
    const PolicyCell* cell = slash == path.npos ? nullptr : find_cell(groups, path.substr(0, slash));
    if (cell == nullptr) continue;
    CellEdit& edit = out.edits.try_emplace(cell->place, CellEdit{cell->value, cell->from, cell->to}).first->second;
    const std::string member = path.substr(slash + 1), value = plain(part(operation, "value"));
    if (member == "value") edit.value = value;
    if (member == "effective_from") edit.from = value;
    if (member == "effective_to") edit.to = value;
  }
  return out;
}

std::vector<std::string> read_bundled_overlays(std::string_view bundle_json) {
  std::vector<std::string> out;
  const Json bundle = Json::parse(bundle_json, nullptr, false);
  const Json& files = part(bundle, "files");
  if (!files.is_object()) return out;
  for (auto it = files.begin(); it != files.end(); ++it) {
    if (it.key().starts_with("overlays/") && it->is_object()) out.push_back(indented(*it));
  }
  return out;
}

bool changes_something(const Overlay& overlay, const std::vector<CellGroup>& groups) { return !patch_of(overlay, groups).empty(); }

std::string overlay_id(std::string_view title, const std::vector<std::string>& taken) {
  std::string stem;
  for (const char c : title) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    const bool capital = c >= 'A' && c <= 'Z';
    if (letter || capital) stem += static_cast<char>(capital ? c + 32 : c);
    else if (!stem.empty() && stem.back() != '-' && static_cast<unsigned char>(c) < 0x80) stem += '-';
  }
  while (!stem.empty() && stem.back() == '-') stem.pop_back();
  if (stem.empty() || (stem[0] >= '0' && stem[0] <= '9')) stem = "overlay" + (stem.empty() ? stem : "-" + stem);
  std::string id = stem;
  for (int n = 2; std::find(taken.begin(), taken.end(), id) != taken.end(); ++n) id = stem + "-" + std::to_string(n);
  return id;
}

}  // namespace mingbai::screens
