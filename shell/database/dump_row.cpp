#include "shell/database/dump_row.h"

#include <sodium.h>

namespace mingbai::database {
namespace {

using nlohmann::ordered_json;

constexpr int base64 = sodium_base64_VARIANT_ORIGINAL;

std::string base64_of(const std::string& bytes) {
  std::string text(sodium_base64_ENCODED_LEN(bytes.size(), base64), '\0');
  sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()),
                    bytes.size(), base64);
  text.pop_back();  // the zero at its end
  return text;
}

std::optional<std::string> bytes_of(const std::string& text) {
  std::string bytes(text.size(), '\0');
  std::size_t size = 0;
  const char* end = nullptr;
  const int failed = sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(),
                                       text.data(), text.size(), nullptr, &size, &end, base64);
  if (failed != 0 || end != text.data() + text.size()) return std::nullopt;
  bytes.resize(size);
  return bytes;
}

}  // namespace

std::string head_line(int schema) { return ordered_json{{"store", "mingbai"}, {"schema", schema}}.dump(); }

ordered_json value_of(store::Statement& row, int column, Kind kind) {
  if (row.is_null(column)) return nullptr;
  if (kind == Kind::number) return row.integer(column);
  return kind == Kind::text ? row.text(column) : base64_of(row.text(column));
}

bool bind_value(store::Statement& statement, int parameter, Kind kind, const ordered_json& value) {
  if (value.is_null()) {
    statement.bind_null(parameter);
    return true;
  }
  if (kind == Kind::number) {
    if (!value.is_number_integer()) return false;
    statement.bind(parameter, value.get<std::int64_t>());
    return true;
  }
  if (!value.is_string()) return false;
  const auto& text = value.get_ref<const std::string&>();
  if (kind == Kind::text) {
    statement.bind(parameter, std::string_view(text));
    return true;
  }
  const auto bytes = bytes_of(text);
  if (bytes) statement.bind_blob(parameter, *bytes);
  return bytes.has_value();
}

std::optional<std::string> line_of(const ordered_json& json) {
  try {
    return json.dump();
  } catch (const ordered_json::exception&) {
    return std::nullopt;
  }
}

std::optional<ordered_json> read_line(const std::string& line) {
  auto json = ordered_json::parse(line, nullptr, false);
  return json.is_discarded() ? std::nullopt : std::optional(std::move(json));
}

std::string hexadecimal(std::string_view bytes) {
  std::string text(bytes.size() * 2 + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()),
                 bytes.size());
  text.pop_back();
  return text;
}

}  // namespace mingbai::database
