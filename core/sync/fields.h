#pragma once
// Reads the fields of one JSON object of the sync messages and collects every fault with its place. Used only
// by the codecs beside it; nothing throws.
//
// A request is read strictly (an unknown key is a fault), an answer leniently: a newer server may say more.

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/finding.h"

namespace mingbai::sync {

// The whole text as one object, read by the one reader of core/contract: a key twice, nesting past 64, bytes
// that are no UTF-8 are faults; another shape is a finding `not_json`.
std::optional<nlohmann::json> parse_object(std::string_view text, Findings&);

std::string dump(const nlohmann::json&);

class Fields {
 public:
  Fields(const nlohmann::json& object, std::string place, Findings& findings)
      : object_(object), place_(std::move(place)), findings_(findings) {}

  std::string text(const char* key);                         // required
  const std::string* optional_text(const char* key);         // absent or null gives nullptr
  std::string id(const char* key);                           // required, 32 hexadecimal digits
  std::int64_t number(const char* key);                      // required, from 0
  bool flag(const char* key);                                // required
  const nlohmann::json* object(const char* key);             // optional: absent or null gives nullptr
  const nlohmann::json* list(const char* key);               // required
  const nlohmann::json* optional_list(const char* key);      // absent gives nullptr
  void only(std::initializer_list<std::string_view> known);  // anything else is `unknown_key`
  void fault(std::string code, const char* key, Text message);
  std::string place(const char* key) const { return place_.empty() ? key : place_ + "/" + key; }
  Findings& findings() { return findings_; }

 private:
  const nlohmann::json* find(const char* key, bool required);
  const nlohmann::json& object_;
  std::string place_;
  Findings& findings_;
};

}  // namespace mingbai::sync
