#include "web/screens/model/route.h"

namespace mingbai::screens {
namespace {

bool unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
         c == '_' || c == '~';
}

std::string encode(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    if (unreserved(c)) {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += digits[byte >> 4];
    out += digits[byte & 15];
  }
  return out;
}

int hex(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::string decode(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size() && hex(text[i + 1]) >= 0 && hex(text[i + 2]) >= 0) {
      out += static_cast<char>(hex(text[i + 1]) * 16 + hex(text[i + 2]));
      i += 2;
    } else {
      out += text[i] == '+' ? ' ' : text[i];
    }
  }
  return out;
}

}  // namespace

std::string_view Route::get(std::string_view name) const {
  for (const auto& [key, value] : fields) {
    if (key == name) return value;
  }
  return {};
}

void Route::put(std::string_view name, std::string_view value) {
  if (!value.empty()) fields.emplace_back(name, value);
}

Route parse_route(std::string_view hash) {
  if (hash.starts_with('#')) hash.remove_prefix(1);
  if (hash.starts_with('/')) hash.remove_prefix(1);
  const std::size_t mark = hash.find('?');
  Route route{std::string(hash.substr(0, mark)), {}};
  std::string_view rest = mark == hash.npos ? std::string_view{} : hash.substr(mark + 1);
  while (!rest.empty()) {
    const std::string_view pair = rest.substr(0, rest.find('&'));
    rest.remove_prefix(pair.size() == rest.size() ? pair.size() : pair.size() + 1);
    const std::size_t equals = pair.find('=');
    if (equals == pair.npos || equals == 0) continue;
    route.put(decode(pair.substr(0, equals)), decode(pair.substr(equals + 1)));
  }
  return route;
}

std::string to_hash(const Route& route) { return "#/" + route.screen + to_query(route); }

std::string to_query(const Route& route) {
  std::string out;
  char mark = '?';
  for (const auto& [key, value] : route.fields) {
    out += mark;
    out += encode(key) + '=' + encode(value);
    mark = '&';
  }
  return out;
}

}  // namespace mingbai::screens
