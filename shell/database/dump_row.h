#pragma once
// One row of a dump (dump.h): values of the database as JSON and back, and the lines' form.

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "shell/database/catalogue.h"

namespace mingbai::database {

std::string head_line(int schema);

nlohmann::ordered_json value_of(store::Statement&, int column, Kind);

// False when the value is none of that kind.
bool bind_value(store::Statement&, int parameter, Kind, const nlohmann::ordered_json& value);

// Nothing when a text is no UTF-8.
std::optional<std::string> line_of(const nlohmann::ordered_json&);

// Nothing when the line is no JSON.
std::optional<nlohmann::ordered_json> read_line(const std::string&);

std::string hexadecimal(std::string_view bytes);

}  // namespace mingbai::database
