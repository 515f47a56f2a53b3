#include "core/policy/element.h"

#include <algorithm>

namespace mingbai::policy {

namespace {

// {"zh", "en"} and nothing else, as it mostly is.
std::optional<Text> both_languages(const Json& json) {
  if (!json.is_object() || json.size() != 2) return std::nullopt;
  const Json *zh = contract::member(json, "zh"), *en = contract::member(json, "en");
  if (zh == nullptr || en == nullptr || !zh->is_string() || !en->is_string()) return std::nullopt;
  return Text{zh->get_ref<const std::string&>(), en->get_ref<const std::string&>()};
}

}  // namespace

void Element::fault(Fault fault, std::string_view key, std::optional<std::string> actual,
                    std::vector<std::string> allowed) const {
  findings_->push_back(
      contract::finding(fault, key.empty() ? place_ : place(key), std::move(actual), std::move(allowed)));
}

bool Element::is_object() const {
  if (json_->is_object()) return true;
  fault(Fault::wrong_type, "", contract::kind_of(*json_).en, {"an object"});
  return false;
}

void Element::only(std::initializer_list<std::string_view> keys) const {
  only(std::span(keys.begin(), keys.size()));
}

void Element::only(std::span<const std::string_view> keys) const {
  const auto* members = json_->get_ptr<const Json::object_t*>();
  if (members == nullptr) return;
  for (const auto& [name, value] : *members)
    if (std::ranges::find(keys, std::string_view(name)) == keys.end())
      fault(Fault::unknown_key, name, name, {keys.begin(), keys.end()});
}

std::string Element::text(std::string_view key) const {
  const Json* value = find(key);
  if (value == nullptr) {
    fault(Fault::missing_key, key);
    return {};
  }
  return text_or(key, "");
}

std::string Element::text_or(std::string_view key, std::string_view otherwise) const {
  const Json* value = find(key);
  if (value == nullptr) return std::string(otherwise);
  if (value->is_string()) return value->get_ref<const std::string&>();
  fault(Fault::wrong_type, key, contract::kind_of(*value).en, {"text"});
  return {};
}

Text Element::words(std::string_view key) const {
  if (!has(key)) {
    fault(Fault::missing_key, key);
    return {};
  }
  return words_or_none(key);
}

Text Element::words_or_none(std::string_view key) const {
  const Json* value = find(key);
  if (value == nullptr) return {};
  if (const auto text = both_languages(*value)) return *text;
  const Element both(*value, place(key), *findings_);
  if (!both.is_object()) return {};
  both.only({"zh", "en"});
  return {both.text("zh"), both.text("en")};
}

std::vector<std::string> Element::texts(std::string_view key) const {
  std::vector<std::string> out;
  const Json* value = find(key);
  if (value == nullptr) return out;
  if (!value->is_array()) {
    fault(Fault::wrong_type, key, contract::kind_of(*value).en, {"a list"});
    return out;
  }
  for (const Json& item : *value) {
    if (item.is_string())
      out.push_back(item.get_ref<const std::string&>());
    else
      fault(Fault::wrong_type, key, contract::kind_of(item).en, {"text"});
  }
  return out;
}

std::optional<Date> Element::date(std::string_view key) const {
  if (!has(key)) return std::nullopt;
  const std::string written = text(key);
  if (const auto date = parse_date(written)) return *date;
  fault(Fault::impossible_date, key, written);
  return std::nullopt;
}

bool Element::flag(std::string_view key) const {
  const Json* value = find(key);
  if (value == nullptr) return false;
  if (value->is_boolean()) return value->get<bool>();
  fault(Fault::wrong_type, key, contract::kind_of(*value).en, {"true or false"});
  return false;
}

std::vector<Element> Element::list(std::string_view key) const {
  const Json* value = find(key);
  if (value == nullptr) return {};
  return elements(*value, place(key), *findings_);
}

std::optional<Element> Element::object(std::string_view key) const {
  const Json* value = find(key);
  if (value == nullptr) return std::nullopt;
  Element out(*value, place(key), *findings_);
  if (!out.is_object()) return std::nullopt;
  return out;
}

std::string Element::one_of(std::string_view key, const std::vector<std::string>& known,
                            bool required) const {
  if (!has(key) && !required) return {};
  std::string written = text(key);
  if (written.empty() || std::ranges::find(known, written) != known.end()) return written;
  fault(Fault::unknown_value, key, written, known);
  return {};
}

std::vector<Element> elements(const Json& list, const std::string& place, Findings& findings) {
  std::vector<Element> out;
  out.reserve(list.size());
  if (!list.is_array()) {
    findings.push_back(contract::finding(Fault::wrong_type, place, contract::kind_of(list).en, {"a list"}));
    return out;
  }
  for (std::size_t i = 0; i < list.size(); ++i) {
    Element element(list[i], place + '/' + std::to_string(i), findings);
    if (element.is_object()) out.push_back(std::move(element));
  }
  return out;
}

}  // namespace mingbai::policy
