#pragma once
// JSON objects field by field. A call a field weighs a fraction of what an initializer list does in the browser's program.

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string_view>

namespace mingbai::worker {

void put_text(nlohmann::json& object, const char* key, std::string_view text);
void put_text_or_null(nlohmann::json& object, const char* key, std::string_view text);  // null: it is empty
void put_number(nlohmann::json& object, const char* key, std::int64_t number);
void put_flag(nlohmann::json& object, const char* key, bool flag);
void put(nlohmann::json& object, const char* key, nlohmann::json value);
void put_parsed(nlohmann::json& object, const char* key, std::string_view text);  // null: it is no JSON

}  // namespace mingbai::worker
