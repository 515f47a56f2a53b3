#include "core/contract/json_builder.h"

#include <algorithm>

namespace mingbai::contract {
namespace {

constexpr std::size_t findings_most = 200;
constexpr std::size_t compared_most = 24;  // keys of an object that are compared one by one

}  // namespace

bool JsonBuilder::parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception& e) {
  std::string what = e.what();
  if (const auto at = what.rfind("] "); at != std::string::npos) what = what.substr(at + 2);
  if (const auto at = what.find("; last read"); at != std::string::npos) what = what.substr(0, at);
  findings.push_back(finding(Fault::not_json, path(), "byte " + std::to_string(position) + ": " + what));
  return false;
}

bool JsonBuilder::name_next(std::string_view key) {
  if (too_deep_ > 0) return true;
  Level& level = levels_.back();
  const bool twice = stands_in(level, key);
  level.last = members_.size();
  members_.push_back({std::string(key), nullptr});
  if (twice) report(Fault::duplicate_key, std::string(key));
  return true;
}

bool JsonBuilder::stands_in(Level& level, std::string_view key) {
  if (level.keys.empty()) {
    const auto first = members_.begin() + static_cast<std::ptrdiff_t>(level.first);
    if (members_.size() - level.first <= compared_most)
      return std::any_of(first, members_.end(), [&](const Member& m) { return m.key == key; });
    for (auto it = first; it != members_.end(); ++it) level.keys.insert(it->key);
  }
  return !level.keys.emplace(key).second;
}

std::string JsonBuilder::path() const {
  std::string out;
  for (std::size_t i = 0; i < levels_.size(); ++i) {
    const Level& level = levels_[i];
    const std::size_t end = i + 1 < levels_.size() ? levels_[i + 1].first : members_.size();
    std::string part;
    if (level.is_array)
      part = std::to_string(end - level.first);
    else if (level.last != none)
      part = members_[level.last].key;
    if (style_ == PathStyle::pointer) {
      out += '/' + part;
    } else {
      if (!out.empty()) out += '.';
      out += part;
    }
  }
  return out;
}

void JsonBuilder::report(Fault fault, std::optional<std::string> actual, std::vector<std::string> allowed) {
  if (findings.size() < findings_most)
    findings.push_back(finding(fault, path(), std::move(actual), std::move(allowed)));
}

bool JsonBuilder::put(Json value) {
  if (too_deep_ > 0) return true;
  if (levels_.empty())
    root = std::move(value);
  else if (levels_.back().is_array)
    members_.push_back({{}, std::move(value)});
  else
    members_.back().value = std::move(value);
  return true;
}

bool JsonBuilder::open(bool is_array) {
  if (too_deep_ > 0 || levels_.size() >= depth_most) {
    if (too_deep_++ == 0) report(Fault::too_deep, std::nullopt, {std::to_string(depth_most)});
    return true;
  }
  levels_.push_back({is_array, members_.size()});
  return true;
}

bool JsonBuilder::close() {
  if (too_deep_ > 0) {
    --too_deep_;
    return true;
  }
  const auto first = members_.begin() + static_cast<std::ptrdiff_t>(levels_.back().first);
  const auto count = static_cast<std::size_t>(members_.end() - first);
  Json done = levels_.back().is_array ? Json::array() : Json::object();
  if (levels_.back().is_array) {
    auto& list = done.get_ref<Json::array_t&>();
    list.reserve(count);
    for (auto it = first; it != members_.end(); ++it) list.push_back(std::move(it->value));
  } else {
    auto& object = done.get_ref<Json::object_t&>();
    object.reserve(count);
    for (auto it = first; it != members_.end(); ++it)
      object.emplace_back(std::move(it->key), std::move(it->value));
  }
  members_.erase(first, members_.end());
  levels_.pop_back();
  return put(std::move(done));
}

}  // namespace mingbai::contract
