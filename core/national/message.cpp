#include "core/national/message.h"

#include <algorithm>

#include "core/base/date.h"
#include "core/national/fault.h"
#include "core/policy/facts.h"

namespace mingbai::national {
namespace {

constexpr std::size_t instant_length = 19;  // 2026-11-21 10:58:05

bool all_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

bool is_instant(std::string_view text) {
  if (text.size() != instant_length || !parse_date(text.substr(0, 10)) || text[10] != ' ') return false;
  const auto below = [&](std::size_t place, std::string_view limit) {
    const auto two = text.substr(place, 2);
    return all_digits(two) && two < limit;
  };
  return text[13] == ':' && text[16] == ':' && below(11, "24") && below(14, "60") && below(17, "60");
}

std::vector<std::string> codes_of(const Dictionary& dictionary) {
  std::vector<std::string> out;
  for (const auto& [code, label] : dictionary.values) out.push_back(code);
  return out;
}

std::optional<std::string> fact_of(const Tables& tables, const Field& field, const Json& facts) {
  for (const auto& path : field.from) {
    const auto fact = text_at(facts, path);
    if (!fact) continue;
    if (field.mapping.empty()) return fact;
    const auto& mapping = tables.mappings.at(field.mapping);
    if (const auto code = mapping.find(*fact); code != mapping.end()) return code->second;
  }
  return std::nullopt;
}

std::optional<std::string> value_of(const Tables& tables, const Field& field,
                                    const std::vector<const Json*>& given, const Json& facts) {
  for (const Json* source : given)
    if (auto stated = text_at(*source, field.name)) return stated;
  if (auto fact = fact_of(tables, field, facts)) return fact;
  return field.otherwise.empty() ? std::nullopt : std::optional(field.otherwise);
}

std::string digits_of(std::string_view time) {
  std::string out;
  std::ranges::copy_if(time, std::back_inserter(out), [](char c) { return c >= '0' && c <= '9'; });
  return out;
}

std::string message_id(const Tables& tables, const std::string& institution, const Sending& sending,
                       Findings& findings) {
  const Field* code = find_field(tables.envelope, "fixmedins_code");
  const auto wanted = static_cast<std::size_t>(tables.institution_length);
  if (code != nullptr && !institution.empty() && institution.size() != wanted)
    findings.push_back(finding(Fault::national_institution_code, *code, "fixmedins_code", institution,
                               {std::to_string(wanted)}));
  std::string serial = std::to_string(sending.serial);
  const auto digits = static_cast<std::size_t>(tables.serial_length);
  if (sending.serial < 1 || serial.size() > digits)
    findings.push_back(finding(Fault::national_serial, "msgid", serial, {"1–" + std::string(digits, '9')}));
  serial.insert(0, digits > serial.size() ? digits - serial.size() : 0, '0');
  return institution + digits_of(sending.time) + serial;
}

// The envelope around `input`, in the order of its table.
Json wrap(const Tables& tables, const Transaction& transaction, const Filing& filing, const Sending& sending,
          Json facts, Json input, Findings& findings) {
  const std::vector<const Json*> given{&filing.header, &sending.header};
  std::string institution;
  for (const Json* source : given)
    if (institution.empty()) institution = text_at(*source, "fixmedins_code").value_or("");
  facts["sending"]["infno"] = transaction.infno;
  facts["sending"]["time"] = sending.time;
  facts["sending"]["msgid"] = message_id(tables, institution, sending, findings);
  facts["message"] = input[transaction.node];
  Json out = fill_fields(tables, tables.envelope, given, facts, "", findings);
  for (const Field& field : tables.envelope) {
    if (field.type != FieldType::object) continue;
    const auto length = length_of(contract::dump(input), tables.unit);
    if (field.length && length > *field.length)
      findings.push_back(finding(Fault::national_too_long, field, field.name, std::to_string(length),
                                 {std::to_string(*field.length)}));
    out[field.name] = std::move(input);
  }
  return out;
}

}  // namespace

void check_value(const Tables& tables, const Field& field, const std::string& value, const std::string& place,
                 Findings& findings) {
  const auto note = [&](Fault fault, std::string actual, std::vector<std::string> allowed = {}) {
    findings.push_back(finding(fault, field, place, std::move(actual), std::move(allowed)));
  };
  const auto length = length_of(value, tables.unit);
  if (field.length && length > *field.length)
    note(Fault::national_too_long, std::to_string(length), {std::to_string(*field.length)});
  if (field.type == FieldType::date && !parse_date(value)) note(Fault::national_date, value);
  if (field.type == FieldType::instant && !is_instant(value)) note(Fault::national_time, value);
  if (field.is_region && !policy::parse_region(value)) note(Fault::national_region, value);
  const auto dictionary = tables.dictionaries.find(field.dictionary);
  if (dictionary != tables.dictionaries.end() && dictionary->second.complete &&
      !dictionary->second.values.contains(value))
    note(Fault::national_unknown_code, value, codes_of(dictionary->second));
}

Json fill_fields(const Tables& tables, const std::vector<Field>& fields,
                 const std::vector<const Json*>& given, const Json& facts, const std::string& place,
                 Findings& findings) {
  Json out = Json::object();
  for (const Field& field : fields) {
    if (field.type == FieldType::object) continue;
    const auto value = value_of(tables, field, given, facts);
    if (value) {
      check_value(tables, field, *value, place + field.name, findings);
      out[field.name] = *value;
      continue;
    }
    const bool asked_with = !field.required_with.empty() && text_at(facts, "message." + field.required_with);
    if (field.required || asked_with)
      findings.push_back(finding(Fault::national_required, field, place + field.name));
  }
  for (const Field& field : fields) {
    const auto end = text_at(out, field.name), start = text_at(out, field.not_before);
    if (!field.not_before.empty() && end && start && parse_date(*end) && parse_date(*start) && *end < *start)
      findings.push_back(finding(Fault::national_before, field, place + field.name, *end, {*start}));
  }
  return out;
}

Json build(const Tables& tables, const Transaction& transaction, const Filing& filing, const Json& selected,
           const Sending& sending, Findings& findings) {
  Json facts = filing.facts;
  if (!selected.is_null()) facts["selected"] = selected;
  Json input = Json::object();
  input[transaction.node] = fill_fields(tables, transaction.fields, {&filing.given}, facts,
                                        "input." + transaction.node + ".", findings);
  return wrap(tables, transaction, filing, sending, std::move(facts), std::move(input), findings);
}

}  // namespace mingbai::national
