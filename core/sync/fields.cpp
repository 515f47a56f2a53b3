#include "core/sync/fields.h"

#include <algorithm>

#include "core/contract/json.h"
#include "core/sync/envelope.h"

namespace mingbai::sync {
namespace {

Finding finding(std::string code, std::string fact, Text message) {
  Finding made;
  made.code = std::move(code);
  made.fact = std::move(fact);
  made.message = std::move(message);
  made.remedy = {"请更新到最新版本后重试。", "Update the program and try again."};
  return made;
}

}  // namespace

std::optional<nlohmann::json> parse_object(std::string_view text, Findings& findings) {
  auto parsed = contract::parse_json(text, contract::bundle_bytes_most, contract::PathStyle::pointer);
  if (!parsed) {
    for (auto& fault : parsed.error()) {
      if (fault.fact.starts_with('/')) fault.fact.erase(0, 1);
      findings.push_back(std::move(fault));
    }
    return std::nullopt;
  }
  if (parsed->is_object()) return std::optional<nlohmann::json>(std::in_place, *parsed);
  findings.push_back(finding("not_json", "", {"内容不是 JSON 对象。", "The text is not a JSON object."}));
  return std::nullopt;
}

std::string dump(const nlohmann::json& json) {
  return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

void Fields::fault(std::string code, const char* key, Text message) {
  findings_.push_back(finding(std::move(code), place(key), std::move(message)));
}

const nlohmann::json* Fields::find(const char* key, bool required) {
  if (object_.is_object()) {
    const auto at = object_.find(key);
    if (at != object_.end() && !at->is_null()) return &*at;
  }
  if (required) fault("missing_key", key, {"缺少此项。", "This field is missing."});
  return nullptr;
}

std::string Fields::text(const char* key) {
  const auto* value = find(key, true);
  if (!value) return {};
  if (const auto* text = value->get_ptr<const std::string*>()) return *text;
  fault("wrong_type", key, {"应为文字。", "Text is expected here."});
  return {};
}

const std::string* Fields::optional_text(const char* key) {
  const auto* value = find(key, false);
  if (!value) return nullptr;
  if (const auto* text = value->get_ptr<const std::string*>()) return text;
  fault("wrong_type", key, {"应为文字。", "Text is expected here."});
  return nullptr;
}

std::string Fields::id(const char* key) {
  const auto faults = findings_.size();
  std::string value = text(key);
  if (findings_.size() == faults && !is_random_id(value)) {
    fault("wrong_form", key,
          {"应为 32 位小写十六进制数。", "32 lower-case hexadecimal digits are expected here."});
  }
  return value;
}

std::int64_t Fields::number(const char* key) {
  const auto* value = find(key, true);
  if (!value) return 0;
  if (value->is_number_unsigned() && value->get<std::uint64_t>() <= (std::uint64_t{1} << 53)) {
    return value->get<std::int64_t>();
  }
  fault("wrong_type", key, {"应为非负整数。", "A whole number from 0 on is expected here."});
  return 0;
}

bool Fields::flag(const char* key) {
  const auto* value = find(key, true);
  if (!value) return false;
  if (value->is_boolean()) return value->get<bool>();
  fault("wrong_type", key, {"应为 true 或 false。", "true or false is expected here."});
  return false;
}

const nlohmann::json* Fields::object(const char* key) {
  const auto* value = find(key, false);
  if (!value || value->is_object()) return value;
  fault("wrong_type", key, {"应为 JSON 对象。", "A JSON object is expected here."});
  return nullptr;
}

const nlohmann::json* Fields::list(const char* key) { return find(key, true) ? optional_list(key) : nullptr; }

const nlohmann::json* Fields::optional_list(const char* key) {
  const auto* value = find(key, false);
  if (!value || value->is_array()) return value;
  fault("wrong_type", key, {"应为列表。", "A list is expected here."});
  return nullptr;
}

void Fields::only(std::initializer_list<std::string_view> known) {
  if (!object_.is_object()) return;
  for (const auto& [key, value] : object_.items()) {
    if (std::find(known.begin(), known.end(), key) == known.end()) {
      fault("unknown_key", key.c_str(), {"没有这一项。", "There is no such field."});
    }
  }
}

}  // namespace mingbai::sync
