#include "core/filing/masking.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <vector>

namespace mingbai::filing {
namespace {

using nlohmann::json;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

void mask(json& value, bool personal, Names names) {
  if (value.is_string()) {
    const auto& text = value.get_ref<const std::string&>();
    value = personal ? masked(text) : masked_text(text);
  } else if (value.is_object()) {
    for (auto& [key, member] : value.items()) {
      mask(member, key == "number" || key == "certificate_number", names);
      const bool name = names == Names::masked && key == "name" && member.is_string();
      if (name) member = masked_name(member.get_ref<const std::string&>());
    }
  } else if (value.is_array()) {
    for (auto& element : value) mask(element, personal, names);
  } else if (personal) {
    value = "***";
  }
}

}  // namespace

bool looks_like_identity_number(std::string_view text) {
  if (text.size() != 15 && text.size() != 18) return false;
  const auto body = text.substr(0, text.size() == 18 ? 17 : 15);
  if (!std::all_of(body.begin(), body.end(), is_digit)) return false;
  return text.size() == 15 || is_digit(text.back()) || text.back() == 'X' || text.back() == 'x';
}

std::string masked(std::string_view number) {
  const std::size_t shown = number.size() >= 15 ? 4 : number.size() >= 8 ? 2 : 0;
  std::string text(number);
  for (std::size_t at = shown; at + shown < text.size(); ++at) text[at] = '*';
  return text;
}

std::string masked_text(std::string_view text) {
  std::string out;
  std::size_t at = 0;
  while (at < text.size()) {
    std::size_t end = at;
    while (end < text.size() && is_digit(text[end])) ++end;
    if (end < text.size() && end - at == 17 && (text[end] == 'X' || text[end] == 'x')) ++end;
    const std::string_view run = text.substr(at, end - at);
    if (looks_like_identity_number(run)) {
      out += masked(run);
    } else if (!run.empty()) {
      out += run;
    } else {
      out += text[end++];
    }
    at = end;
  }
  return out;
}

std::string masked_name(std::string_view name) {
  std::vector<std::string_view> characters;
  for (std::size_t at = 0, end; at < name.size(); at = end) {
    end = at + 1;
    while (end < name.size() && (static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80U) ++end;
    characters.push_back(name.substr(at, end - at));
  }
  if (characters.size() < 2) return std::string(name);
  std::string shown(characters.front());
  for (std::size_t i = 1; i + 1 < characters.size(); ++i) shown += '*';
  return shown += characters.size() == 2 ? "*" : characters.back();
}

std::string masked_json(std::string_view text, Names names) {
  auto parsed = json::parse(text.begin(), text.end(), nullptr, false);
  if (parsed.is_discarded()) return "";
  mask(parsed, false, names);
  return parsed.dump(-1, ' ', false, json::error_handler_t::replace);
}

}  // namespace mingbai::filing
