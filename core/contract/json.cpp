#include "core/contract/json.h"

#include "core/base/utf8.h"
#include "core/contract/fault.h"
#include "core/contract/json_builder.h"
#include "core/contract/quick_json.h"

namespace mingbai::contract {
namespace {

constexpr std::size_t shown_most = 80;

}  // namespace

std::expected<Json, Findings> parse_json(std::string_view text, std::size_t bytes_most, PathStyle style) {
  if (text.size() > bytes_most)
    return std::unexpected(
        Findings{finding(Fault::too_large, "", std::to_string(text.size()), {std::to_string(bytes_most)})});
  if (const auto at = first_invalid_byte(text))
    return std::unexpected(Findings{finding(Fault::invalid_utf8, "", std::to_string(*at))});
  if (JsonBuilder quick(style); read_quickly(text, quick)) {
    if (!quick.findings.empty()) return std::unexpected(std::move(quick.findings));
    return std::move(quick.root);
  }
  JsonBuilder builder(style);
  try {
    Json::sax_parse(text.begin(), text.end(), &builder);
  } catch (const nlohmann::detail::exception& e) {
    builder.findings.push_back(finding(Fault::not_json, "", e.what()));
  }
  if (!builder.findings.empty()) return std::unexpected(std::move(builder.findings));
  return std::move(builder.root);
}

std::string dump(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

const Json* member(const Json& object, std::string_view key) {
  const auto* members = object.get_ptr<const Json::object_t*>();
  if (members == nullptr) return nullptr;
  for (const auto& [name, value] : *members)
    if (name == key) return value.is_null() ? nullptr : &value;
  return nullptr;
}

Text kind_of(const Json& json) {
  switch (json.type()) {
    case Json::value_t::null:
      return {"空值", "null"};
    case Json::value_t::object:
      return {"对象", "an object"};
    case Json::value_t::array:
      return {"列表", "a list"};
    case Json::value_t::string:
      return {"文字", "text"};
    case Json::value_t::boolean:
      return {"真假值", "true or false"};
    default:
      return {"数字", "a number"};
  }
}

std::string plain(const Json& json) {
  std::string out = json.is_string() ? json.get_ref<const std::string&>() : dump(json);
  if (out.size() <= shown_most) return out;
  std::size_t cut = shown_most;
  while (cut > 0 && (static_cast<unsigned char>(out[cut]) & 0xC0u) == 0x80u) --cut;
  return out.substr(0, cut) + "…";
}

}  // namespace mingbai::contract
