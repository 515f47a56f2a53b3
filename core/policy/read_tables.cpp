#include <algorithm>

#include "core/policy/reading.h"

namespace mingbai::policy {
namespace {

const std::vector<std::string> units{"money", "ratio", "days", "months", "count", "decimal"};

std::optional<Unit> read_unit(const Element& element, std::string_view key) {
  const std::string name = element.one_of(key, units);
  if (name.empty()) return std::nullopt;
  return static_cast<Unit>(std::ranges::find(units, name) - units.begin());
}

void add_ranges(Reading& reading, Fact fact, const Element& at, const std::string& key, const Json& json) {
  auto& ranges = reading.policy.programs.ranges;
  if (json.is_object()) {
    const Element bounds(json, at.place(key), reading.findings);
    bounds.only({"from", "to"});
    Range range{INT64_MIN, INT64_MAX};
    if (const Json* from = bounds.find("from"))
      if (const auto v = read_value(reading, fact, bounds, "from", *from)) range.from = *v;
    if (const Json* to = bounds.find("to"))
      if (const auto v = read_value(reading, fact, bounds, "to", *to)) range.to = *v - 1;
    ranges.push_back(range);
    return;
  }
  const auto add = [&](const Json& value) {
    if (const auto v = read_value(reading, fact, at, key, value))
      ranges.push_back(type_of(fact) == FactType::region ? within_region(*v) : Range{*v, *v});
  };
  if (json.is_array())
    for (const Json& value : json) add(value);
  else
    add(json);
}

std::optional<Condition> read_condition(Reading& reading, const Element& when, const std::string& name,
                                        const Json& json) {
  const auto fact = read_fact_name(reading, when, name, name);
  if (!fact) return std::nullopt;
  const auto first = static_cast<std::uint32_t>(reading.policy.programs.ranges.size());
  add_ranges(reading, *fact, when, name, json);
  return Condition{*fact, first, static_cast<std::uint32_t>(reading.policy.programs.ranges.size()) - first};
}

void read_row(Reading& reading, const Element& element, Table& table) {
  element.only({"when", "value", "effective_from", "effective_to", "status", "source", "note", "untested"});
  Row row;
  auto& conditions = reading.policy.programs.conditions;
  std::vector<Condition> read;
  if (const auto when = element.object("when")) {
    for (auto it = when->json().begin(); it != when->json().end(); ++it) {
      const auto condition = read_condition(reading, *when, it.key(), *it);
      if (!condition) continue;
      if (std::ranges::find(table.inputs, condition->fact) == table.inputs.end()) {
        std::vector<std::string> inputs;
        for (Fact f : table.inputs) inputs.emplace_back(name_of(f));
        when->fault(Fault::pack_bad_value, it.key(), it.key(), inputs);
      }
      read.push_back(*condition);
    }
  }
  row.first_condition = static_cast<std::uint32_t>(conditions.size());
  row.conditions = static_cast<std::uint32_t>(read.size());
  conditions.insert(conditions.end(), read.begin(), read.end());
  row.value = read_amount(element, "value", table.output).value_or(0);
  row.authority = read_authority(reading, element);
  table.rows.push_back(std::move(row));
}

bool read_gaps(const Element& element) { return element.one_of("gaps", {"wanted"}, false) == "wanted"; }

}  // namespace

void read_parameter(Reading& reading, const Element& element) {
  element.only({"id", "label", "unit", "values", "gaps", "note"});
  Parameter out;
  out.id = element.text("id");
  out.label = element.words("label");
  out.place = element.place();
  out.gaps_wanted = read_gaps(element);
  const auto unit = read_unit(element, "unit");
  out.unit = unit.value_or(Unit::money);
  const auto values = element.list("values");
  if (values.empty()) element.fault(Fault::empty_list, "values");
  for (const Element& value : values) {
    value.only({"value", "effective_from", "effective_to", "status", "source", "note", "untested"});
    const auto amount = unit ? read_amount(value, "value", *unit) : std::nullopt;
    out.values.push_back({amount.value_or(0), read_authority(reading, value)});
  }
  if (reading.policy.parameter_index(out.id)) element.fault(Fault::pack_duplicate_id, "id", out.id);
  reading.policy.parameters.push_back(std::move(out));
}

void read_table(Reading& reading, const Element& element) {
  element.only({"id", "label", "output", "inputs", "rows", "over", "gaps", "note"});
  Table out;
  out.id = element.text("id");
  out.label = element.words("label");
  out.place = element.place();
  out.gaps_wanted = read_gaps(element);
  out.output = read_unit(element, "output").value_or(Unit::money);
  for (const auto& name : element.texts("inputs"))
    if (const auto fact = read_fact_name(reading, element, "inputs", name)) out.inputs.push_back(*fact);
  if (const auto over = element.object("over")) {
    for (auto it = over->json().begin(); it != over->json().end(); ++it)
      if (const auto condition = read_condition(reading, *over, it.key(), *it))
        out.over.push_back(*condition);
  }
  const auto rows = element.list("rows");
  if (rows.empty()) element.fault(Fault::empty_list, "rows");
  for (const Element& row : rows) read_row(reading, row, out);
  if (reading.policy.table_index(out.id)) element.fault(Fault::pack_duplicate_id, "id", out.id);
  reading.policy.tables.push_back(std::move(out));
}

}  // namespace mingbai::policy
