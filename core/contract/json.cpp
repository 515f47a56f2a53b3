#include "core/contract/json.h"

#include <algorithm>
#include <set>

#include "core/base/utf8.h"
#include "core/contract/fault.h"

namespace mingbai::contract {
namespace {

constexpr std::size_t findings_most = 200;
constexpr std::size_t shown_most = 80;

class Builder : public nlohmann::json_sax<Json> {
 public:
  explicit Builder(PathStyle style) : style_(style) {}

  Json root;
  Findings findings;

  bool null() override { return put(nullptr); }
  bool boolean(bool v) override { return put(v); }
  bool number_integer(number_integer_t v) override { return put(v); }
  bool number_unsigned(number_unsigned_t v) override { return put(v); }
  bool number_float(number_float_t v, const string_t&) override { return put(v); }
  bool string(string_t& v) override { return put(std::move(v)); }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open(Json::object()); }
  bool start_array(std::size_t) override { return open(Json::array()); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool key(string_t& name) override {
    Level& level = levels_.back();
    level.key = name;
    level.skip = !level.keys.insert(name).second;
    if (level.skip) report(Fault::duplicate_key, name);
    return true;
  }

  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception& e) override {
    std::string what = e.what();
    if (const auto at = what.rfind("] "); at != std::string::npos) what = what.substr(at + 2);
    if (const auto at = what.find("; last read"); at != std::string::npos) what = what.substr(0, at);
    findings.push_back(finding(Fault::not_json, path(), "byte " + std::to_string(position) + ": " + what));
    return false;
  }

 private:
  struct Level {
    Json value;
    std::string key;
    std::set<std::string> keys;
    bool skip = false;
    std::size_t index = 0;
  };

  std::string path() const {
    std::string out;
    for (const Level& level : levels_) {
      const std::string part = level.value.is_array() ? std::to_string(level.index) : level.key;
      if (style_ == PathStyle::pointer) {
        out += '/' + part;
      } else {
        if (!out.empty()) out += '.';
        out += part;
      }
    }
    return out;
  }

  void report(Fault fault, std::optional<std::string> actual, std::vector<std::string> allowed = {}) {
    if (findings.size() < findings_most)
      findings.push_back(finding(fault, path(), std::move(actual), std::move(allowed)));
  }

  bool put(Json value) {
    if (too_deep_ > 0) return true;
    if (levels_.empty()) {
      root = std::move(value);
      return true;
    }
    Level& level = levels_.back();
    if (level.value.is_array()) {
      level.value.push_back(std::move(value));
      ++level.index;
    } else if (!level.skip) {
      level.value.push_back({level.key, std::move(value)});
    }
    return true;
  }

  bool open(Json empty) {
    if (too_deep_ > 0 || levels_.size() >= depth_most) {
      if (too_deep_++ == 0) report(Fault::too_deep, std::nullopt, {std::to_string(depth_most)});
      return true;
    }
    levels_.push_back({std::move(empty), {}, {}, false, 0});
    return true;
  }

  bool close() {
    if (too_deep_ > 0) {
      --too_deep_;
      return true;
    }
    Json done = std::move(levels_.back().value);
    levels_.pop_back();
    return put(std::move(done));
  }

  PathStyle style_;
  std::vector<Level> levels_;
  std::size_t too_deep_ = 0;
};

}  // namespace

std::expected<Json, Findings> parse_json(std::string_view text, std::size_t bytes_most, PathStyle style) {
  if (text.size() > bytes_most)
    return std::unexpected(
        Findings{finding(Fault::too_large, "", std::to_string(text.size()), {std::to_string(bytes_most)})});
  if (const auto at = first_invalid_byte(text))
    return std::unexpected(Findings{finding(Fault::invalid_utf8, "", std::to_string(*at))});
  Builder builder(style);
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
  if (!object.is_object()) return nullptr;
  for (auto it = object.begin(); it != object.end(); ++it)
    if (it.key() == key) return it->is_null() ? nullptr : &*it;
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
