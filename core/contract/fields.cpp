#include "core/contract/fields.h"

#include <algorithm>

#include "core/policy/facts.h"

namespace mingbai::contract {
namespace {

constexpr std::size_t text_bytes_most = 200;
constexpr std::size_t list_most = 100;

}  // namespace

Fields::Fields(const Json* json, std::string path, Findings& findings)
    : json_(json), path_(std::move(path)), findings_(&findings) {
  if (json_ == nullptr || json_->is_null()) {
    json_ = nullptr;
  } else if (!json_->is_object()) {
    const Json* wrong = json_;
    json_ = nullptr;
    wrong_type("", *wrong, {"对象", "an object"});
  }
}

std::string Fields::path(std::string_view key) const {
  if (path_.empty()) return std::string(key);
  return key.empty() ? path_ : path_ + '.' + std::string(key);
}

void Fields::fault(Fault fault, std::string_view key, std::optional<std::string> actual,
                   std::vector<std::string> allowed) const {
  findings_->push_back(finding(fault, path(key), std::move(actual), std::move(allowed)));
}

void Fields::wrong_type(std::string_view key, const Json& json, Text expected) const {
  Finding out = finding(Fault::wrong_type, path(key), plain(json));
  const Text kind = kind_of(json);
  out.message = {
      "“" + (out.fact.empty() ? "消息" : out.fact) + "”应为" + expected.zh + "，现为" + kind.zh + "。",
      "\"" + (out.fact.empty() ? "the message" : out.fact) + "\" should be " + expected.en + ", not " +
          kind.en + "."};
  out.allowed = {expected.en};
  findings_->push_back(std::move(out));
}

void Fields::only(std::initializer_list<std::string_view> keys) const {
  if (json_ == nullptr) return;
  for (auto it = json_->begin(); it != json_->end(); ++it)
    if (std::ranges::find(keys, it.key()) == keys.end())
      fault(Fault::unknown_key, it.key(), it.key(), {keys.begin(), keys.end()});
}

std::vector<std::string> Fields::keys() const {
  std::vector<std::string> out;
  for (auto it = json_ == nullptr ? Json::const_iterator() : json_->begin();
       json_ != nullptr && it != json_->end(); ++it)
    out.push_back(it.key());
  return out;
}

Fields Fields::object(std::string_view key) const { return {find(key), path(key), *findings_}; }

std::vector<Fields> Fields::objects(std::string_view key) const {
  std::vector<Fields> out;
  const Json* list = find(key);
  if (list == nullptr) return out;
  if (!list->is_array()) {
    wrong_type(key, *list, {"列表", "a list"});
    return out;
  }
  if (list->size() > list_most)
    fault(Fault::out_of_range, key, std::to_string(list->size()), {"0–" + std::to_string(list_most)});
  for (std::size_t i = 0; i < std::min(list->size(), list_most); ++i) {
    const std::string place = std::string(key) + '.' + std::to_string(i);
    if ((*list)[i].is_null())
      wrong_type(place, (*list)[i], {"对象", "an object"});
    else
      out.emplace_back(&(*list)[i], path(place), *findings_);
  }
  return out;
}

std::optional<std::string> Fields::text(std::string_view key) const {
  const Json* value = find(key);
  if (value == nullptr) return std::nullopt;
  if (!value->is_string()) {
    wrong_type(key, *value, {"文字", "text"});
    return std::nullopt;
  }
  const auto& text = value->get_ref<const std::string&>();
  if (text.size() > text_bytes_most) {
    fault(Fault::text_too_long, key, std::to_string(text.size()), {std::to_string(text_bytes_most)});
    return std::nullopt;
  }
  return text;
}

std::optional<std::string> Fields::one_of(std::string_view key, const std::vector<std::string>& known) const {
  auto written = text(key);
  if (!written || std::ranges::find(known, *written) != known.end()) return written;
  fault(Fault::unknown_value, key, *written, known);
  return std::nullopt;
}

std::optional<std::vector<std::string>> Fields::texts(std::string_view key) const {
  const Json* list = find(key);
  if (list == nullptr) return std::nullopt;
  std::vector<std::string> out;
  if (!list->is_array()) {
    wrong_type(key, *list, {"列表", "a list"});
    return std::nullopt;
  }
  if (list->size() > list_most)
    fault(Fault::out_of_range, key, std::to_string(list->size()), {"0–" + std::to_string(list_most)});
  for (std::size_t i = 0; i < std::min(list->size(), list_most); ++i) {
    if ((*list)[i].is_string())
      out.push_back((*list)[i].get<std::string>());
    else
      wrong_type(std::string(key) + '.' + std::to_string(i), (*list)[i], {"文字", "text"});
  }
  return out;
}

std::optional<std::string> Fields::region(std::string_view key) const {
  auto digits = text(key);
  if (!digits || policy::parse_region(*digits)) return digits;
  fault(Fault::bad_region, key, *digits);
  return std::nullopt;
}

std::optional<Date> Fields::date(std::string_view key) const {
  const auto written = text(key);
  if (!written) return std::nullopt;
  const auto date = parse_date(*written);
  if (date) return *date;
  fault(date.error() == DateFault::not_a_date ? Fault::date_format : Fault::impossible_date, key, *written);
  return std::nullopt;
}

std::optional<Money> Fields::money(std::string_view key) const {
  const Json* value = find(key);
  if (value == nullptr) return std::nullopt;
  if (value->is_number()) {
    fault(Fault::money_as_number, key, plain(*value));
    return std::nullopt;
  }
  const auto written = text(key);
  if (!written) return std::nullopt;
  const auto money = parse_money(*written);
  if (!money)
    fault(money.error() == MoneyFault::too_large ? Fault::money_too_large : Fault::money_format, key,
          *written);
  else if (money->fen < 0)
    fault(Fault::negative_amount, key, *written);
  else
    return *money;
  return std::nullopt;
}

std::optional<Ratio> Fields::ratio(std::string_view key) const {
  const auto written = text(key);
  if (!written) return std::nullopt;
  if (const auto ratio = parse_ratio(*written)) return *ratio;
  fault(Fault::ratio_format, key, *written);
  return std::nullopt;
}

std::optional<bool> Fields::flag(std::string_view key) const {
  const Json* value = find(key);
  if (value == nullptr) return std::nullopt;
  if (value->is_boolean()) return value->get<bool>();
  wrong_type(key, *value, {"true 或 false", "true or false"});
  return std::nullopt;
}

std::optional<int> Fields::count(std::string_view key, int least, int most) const {
  const Json* value = find(key);
  if (value == nullptr) return std::nullopt;
  if (!value->is_number_integer()) {
    wrong_type(key, *value, {"整数", "a whole number"});
    return std::nullopt;
  }
  const bool huge =
      value->is_number_unsigned() && value->get<std::uint64_t>() > static_cast<std::uint64_t>(most);
  const std::int64_t number = huge ? static_cast<std::int64_t>(most) + 1 : value->get<std::int64_t>();
  if (number >= least && number <= most) return static_cast<int>(number);
  fault(Fault::out_of_range, key, plain(*value), {std::to_string(least) + "–" + std::to_string(most)});
  return std::nullopt;
}

}  // namespace mingbai::contract
