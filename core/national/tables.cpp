#include "core/national/tables.h"

#include <algorithm>

#include "core/contract/fields.h"

namespace mingbai::national {
namespace {

using contract::Fault;
using contract::Fields;
using contract::Json;

const std::vector<std::string> field_types{"string", "number", "date", "datetime", "object"};
constexpr int length_most = 40'000;

FieldType type_of(const std::string& name) {
  const auto at = std::ranges::find(field_types, name);
  return static_cast<FieldType>(at == field_types.end() ? 0 : at - field_types.begin());
}

std::string named(const Fields& fields, std::string_view key) { return fields.text(key).value_or(""); }

Field read_field(const Fields& fields) {
  Field out;
  out.name = named(fields, "name");
  out.label = {named(fields, "zh"), named(fields, "en")};
  out.type = type_of(fields.one_of("type", field_types).value_or(""));
  if (const auto length = fields.count("length", 1, length_most))
    out.length = static_cast<std::size_t>(*length);
  out.required = fields.flag("required").value_or(false);
  out.required_with = named(fields, "required_with");
  out.not_before = named(fields, "not_before");
  out.dictionary = named(fields, "dictionary");
  out.mapping = named(fields, "map");
  out.otherwise = named(fields, "otherwise");
  out.from = fields.texts("from").value_or(std::vector<std::string>{});
  out.is_region = fields.has("form");
  for (const auto* key : {"name", "zh", "en", "type", "certainty"})
    if (!fields.has(key)) fields.fault(Fault::missing_key, key);
  return out;
}

std::vector<Field> read_fields(const Fields& table) {
  std::vector<Field> out;
  for (const Fields& field : table.objects("fields")) out.push_back(read_field(field));
  if (out.empty()) table.fault(Fault::missing_key, "fields");
  return out;
}

Transaction read_transaction(const Fields& fields) {
  Transaction out;
  out.infno = named(fields, "infno");
  out.title = {named(fields, "zh"), named(fields, "en")};
  out.node = named(fields, "node");
  out.kind = named(fields, "kind");
  out.category = named(fields, "category");
  out.insured_region = named(fields, "insured_region");
  out.each = named(fields, "each");
  out.cancels = fields.flag("cancels").value_or(false);
  out.stages = fields.texts("stages").value_or(std::vector<std::string>{});
  out.fields = read_fields(fields);
  if (fields.has("asks")) {
    const Fields asks = fields.object("asks");
    out.asks = Question{named(asks, "of"), named(asks, "node"), named(asks, "key"), named(asks, "name"),
                        read_fields(asks)};
  }
  return out;
}

std::map<std::string, std::string> read_values(const Fields& list) {
  std::map<std::string, std::string> out;
  const Fields values = list.object("values");
  for (const auto& key : values.keys()) out[key] = named(values, key);
  return out;
}

void read_messages(const Fields& messages, Tables& out) {
  out.unit = messages.one_of("length_unit", {"utf16", "characters"}) == "characters" ? LengthUnit::characters
                                                                                     : LengthUnit::utf16;
  const Fields msgid = messages.object("msgid");
  out.institution_length = msgid.count("institution", 1, 30).value_or(0);
  out.serial_length = msgid.count("serial", 1, 9).value_or(0);
  out.envelope = read_fields(messages.object("envelope"));
  out.answer = read_fields(messages.object("answer"));
  for (const Fields& one : messages.objects("transactions"))
    out.transactions.push_back(read_transaction(one));
}

void read_dictionaries(const Fields& file, Tables& out) {
  const Fields dictionaries = file.object("dictionaries"), mappings = file.object("mappings");
  for (const auto& key : dictionaries.keys()) {
    const Fields one = dictionaries.object(key);
    out.dictionaries[key] = {one.flag("complete").value_or(false), read_values(one)};
  }
  for (const auto& key : mappings.keys()) out.mappings[key] = read_values(mappings.object(key));
}

// A table may only name what there is.
void check_names(const Tables& tables, Findings& findings) {
  const auto lost = [&](const std::string& place, const std::string& name) {
    findings.push_back(contract::finding(Fault::pack_dangling_reference, place, name));
  };
  for (const Transaction& transaction : tables.transactions)
    for (const Field& field : transaction.fields) {
      const std::string place = transaction.infno + "." + field.name;
      if (!field.dictionary.empty() && !tables.dictionaries.contains(field.dictionary))
        lost(place, field.dictionary);
      if (!field.mapping.empty() && !tables.mappings.contains(field.mapping)) lost(place, field.mapping);
      if (!field.not_before.empty() && find_field(transaction.fields, field.not_before) == nullptr)
        lost(place, field.not_before);
    }
}

void add_names(const std::vector<Field>& fields, std::vector<std::string>& out) {
  for (const Field& field : fields)
    if (std::ranges::find(out, field.name) == out.end()) out.push_back(field.name);
}

}  // namespace

const Field* find_field(const std::vector<Field>& fields, std::string_view name) {
  const auto at = std::ranges::find(fields, name, &Field::name);
  return at == fields.end() ? nullptr : &*at;
}

const Transaction* Tables::find(std::string_view infno) const {
  const auto at = std::ranges::find(transactions, infno, &Transaction::infno);
  return at == transactions.end() ? nullptr : &*at;
}

std::vector<std::string> Tables::numbers() const {
  std::vector<std::string> out;
  for (const Transaction& transaction : transactions) out.push_back(transaction.infno);
  return out;
}

std::vector<std::string> Tables::body_fields() const {
  std::vector<std::string> out;
  for (const Transaction& transaction : transactions) add_names(transaction.fields, out);
  return out;
}

std::vector<std::string> Tables::envelope_fields() const {
  std::vector<std::string> out;
  add_names(envelope, out);
  return out;
}

std::expected<Tables, Findings> read_tables(std::string_view bundle_json) {
  const auto bundle =
      contract::parse_json(bundle_json, contract::bundle_bytes_most, contract::PathStyle::pointer);
  if (!bundle) return std::unexpected(bundle.error());
  Tables tables;
  Findings findings;
  const Fields files = Fields(&*bundle, "", findings).object("files");
  read_messages(files.object("codes/national/messages.json"), tables);
  read_dictionaries(files.object("codes/national/dictionaries.json"), tables);
  if (findings.empty()) check_names(tables, findings);
  if (!findings.empty()) return std::unexpected(std::move(findings));
  return tables;
}

}  // namespace mingbai::national
