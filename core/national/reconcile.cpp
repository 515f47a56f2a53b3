#include "core/national/reconcile.h"

#include <algorithm>
#include <map>

#include "core/base/date.h"
#include "core/national/fault.h"
#include "core/national/message.h"

namespace mingbai::national {
namespace {

constexpr std::size_t day_length = 10;

struct Entry {
  std::string key;
  std::string name;
  std::string filing;
  Dates dates;
};

using Entries = std::vector<Entry>;

// The platform also writes days with a time behind them.
std::string day_at(const Json& object, std::string_view key) {
  return text_at(object, key).value_or("").substr(0, day_length);
}

Entry entry_of(const Question& asks, const Json& object) {
  return {text_at(object, asks.key).value_or(""),
          text_at(object, asks.name).value_or(""),
          "",
          {day_at(object, "begndate"), day_at(object, "enddate")}};
}

const Transaction* asked_in(const Tables& tables, const Json& output,
                            const std::optional<std::string>& asked) {
  if (const Transaction* one = asked ? tables.find(*asked) : nullptr; one != nullptr && one->asks) return one;
  for (const Transaction& one : tables.transactions)
    if (one.asks && contract::member(output, one.asks->node) != nullptr) return &one;
  return nullptr;
}

void check_entry(const Tables& tables, const Question& asks, const Json& object, const std::string& place,
                 Findings& findings) {
  for (const Field& field : asks.fields) {
    auto value = text_at(object, field.name);
    if (value && field.type == FieldType::date) value = value->substr(0, day_length);
    if (value)
      check_value(tables, field, *value, place + field.name, findings);
    else if (field.required)
      findings.push_back(finding(Fault::national_required, field, place + field.name));
  }
}

Entries theirs(const Tables& tables, const Question& asks, const Json& output, Findings& findings) {
  Entries out;
  const Json* list = contract::member(output, asks.node);
  if (list == nullptr) return out;
  const Json one = list->is_array() ? *list : Json::array({*list});
  for (std::size_t i = 0; i < one.size(); ++i) {
    check_entry(tables, asks, one[i], "output." + asks.node + "." + std::to_string(i) + ".", findings);
    out.push_back(entry_of(asks, one[i]));
  }
  return out;
}

void add_ours(const Tables& tables, const Question& asks, const Filing& filing, Entries& out) {
  const Transaction* of = tables.find(asks.of);
  const bool counts = filing.stage.empty() || std::ranges::find(of->stages, filing.stage) != of->stages.end();
  if (of == nullptr || filing.kind != of->kind || !counts) return;
  for (const Json& selected : filing.selected) {
    Findings unread;  // what the platform would miss in a message does not matter here
    Json facts = filing.facts;
    facts["selected"] = selected;
    Entry entry = entry_of(asks, fill_fields(tables, of->fields, {&filing.given}, facts, "", unread));
    entry.filing = filing.id;
    out.push_back(std::move(entry));
    if (of->each.empty()) return;
  }
}

std::map<std::string, std::pair<Entries, Entries>> by_key(const Entries& here, const Entries& there) {
  std::map<std::string, std::pair<Entries, Entries>> out;
  for (const Entry& entry : here) out[entry.key].first.push_back(entry);
  for (const Entry& entry : there) out[entry.key].second.push_back(entry);
  return out;
}

void drop_equal(Entries& here, Entries& there, std::size_t& same) {
  std::erase_if(here, [&](const Entry& ours) {
    const auto match = std::ranges::find(there, ours.dates, &Entry::dates);
    if (match == there.end()) return false;
    there.erase(match);
    ++same;
    return true;
  });
  const auto earlier = [](const Entry& a, const Entry& b) { return a.dates.from < b.dates.from; };
  std::ranges::stable_sort(here, earlier);
  std::ranges::stable_sort(there, earlier);
}

void compare(Entries here, Entries there, Reconciliation& out) {
  drop_equal(here, there, out.same);
  for (std::size_t i = 0; i < std::max(here.size(), there.size()); ++i) {
    const bool ours = i < here.size(), has = i < there.size();
    const std::string name = has && !there[i].name.empty() ? there[i].name : ours ? here[i].name : "";
    Difference difference{ours ? here[i].key : there[i].key, name, ours ? here[i].filing : "", {}, {}};
    if (ours) difference.here = here[i].dates;
    if (has) difference.there = there[i].dates;
    (ours && has ? out.dates_differ : ours ? out.only_here : out.only_there).push_back(std::move(difference));
  }
}

Json to_json(const std::optional<Dates>& dates) {
  if (!dates) return nullptr;
  Json out = Json::object();
  out["from"] = dates->from.empty() ? Json(nullptr) : Json(dates->from);
  out["to"] = dates->to.empty() ? Json(nullptr) : Json(dates->to);
  return out;
}

Json to_json(const std::vector<Difference>& list) {
  Json out = Json::array();
  for (const Difference& one : list) {
    Json row = Json::object();
    row["key"] = one.key;
    row["name"] = one.name;
    row["filing"] = one.filing.empty() ? Json(nullptr) : Json(one.filing);
    row["here"] = to_json(one.here);
    row["there"] = to_json(one.there);
    out.push_back(std::move(row));
  }
  return out;
}

// The answer's `output`; some platforms write it as text within the text.
std::expected<Json, Findings> output_of(std::string_view answer_json) {
  const auto answer = contract::parse_json(answer_json);
  if (!answer) return std::unexpected(answer.error());
  if (const auto code = text_at(*answer, "infcode"); code != "0")
    return std::unexpected(Findings{
        code ? finding(Fault::national_refused, "infcode", text_at(*answer, "err_msg").value_or(*code))
             : finding(Fault::national_answer, "infcode", "infcode")});
  const Json* output = contract::member(*answer, "output");
  if (output == nullptr) return Json::object();
  if (output->is_string()) return contract::parse_json(output->get_ref<const std::string&>());
  return *output;
}

}  // namespace

std::expected<Reconciliation, Findings> reconcile(const Tables& tables, const policy::Library& library,
                                                  std::string_view answer_json,
                                                  const std::vector<std::string_view>& filings,
                                                  const std::optional<std::string>& asked) {
  Findings findings;
  const auto output = output_of(answer_json);
  if (!output) findings = output.error();
  const Transaction* query = output ? asked_in(tables, *output, asked) : nullptr;
  if (output && query == nullptr) findings.push_back(finding(Fault::national_answer, "output", "output"));
  Entries here, there;
  if (query != nullptr) there = theirs(tables, *query->asks, *output, findings);
  for (std::size_t i = 0; i < filings.size(); ++i) {
    const auto filing = read_filing(tables, library, filings[i]);
    if (filing && query != nullptr) add_ours(tables, *query->asks, *filing, here);
    for (Finding fault : filing ? Findings{} : filing.error()) {
      fault.fact = std::to_string(i + 1) + (fault.fact.empty() ? "" : "." + fault.fact);
      findings.push_back(std::move(fault));
    }
  }
  if (!findings.empty()) return std::unexpected(std::move(findings));
  Reconciliation out{.infno = query->infno};
  for (auto& [key, entries] : by_key(here, there))
    compare(std::move(entries.first), std::move(entries.second), out);
  return out;
}

Json to_json(const Reconciliation& result) {
  Json out = Json::object();
  out["transaction"] = result.infno;
  out["same"] = result.same;
  out["only_here"] = to_json(result.only_here);
  out["only_there"] = to_json(result.only_there);
  out["dates_differ"] = to_json(result.dates_differ);
  return out;
}

}  // namespace mingbai::national
