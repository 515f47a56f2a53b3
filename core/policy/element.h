#pragma once
// One JSON object of a pack while it is read: asks for its members by name, and notes every fault with file
// and JSON pointer instead of stopping. A member that is missing or wrong comes back empty; the reading goes
// on.

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

#include "core/base/date.h"
#include "core/contract/fault.h"
#include "core/contract/json.h"

namespace mingbai::policy {

using contract::Fault;
using contract::Json;

class Element {
 public:
  Element(const Json& json, std::string place, Findings& findings)
      : json_(&json), place_(std::move(place)), findings_(&findings) {}

  const Json& json() const { return *json_; }
  const std::string& place() const { return place_; }
  std::string place(std::string_view key) const { return place_ + '/' + std::string(key); }
  Findings& findings() const { return *findings_; }

  bool is_object() const;  // notes a fault when it is not
  void only(std::initializer_list<std::string_view> keys) const;
  void only(std::span<const std::string_view> keys) const;

  const Json* find(std::string_view key) const { return contract::member(*json_, key); }
  bool has(std::string_view key) const { return find(key) != nullptr; }

  std::string text(std::string_view key) const;  // required
  std::string text_or(std::string_view key, std::string_view otherwise) const;
  Text words(std::string_view key) const;  // {"zh","en"}, required
  Text words_or_none(std::string_view key) const;
  std::vector<std::string> texts(std::string_view key) const;  // a list of texts, may be absent
  std::optional<Date> date(std::string_view key) const;
  bool flag(std::string_view key) const;
  std::vector<Element> list(std::string_view key) const;  // a list of objects, may be absent
  std::optional<Element> object(std::string_view key) const;

  // A text out of a closed set; empty when it is not.
  std::string one_of(std::string_view key, const std::vector<std::string>& known, bool required = true) const;

  void fault(Fault, std::string_view key, std::optional<std::string> actual = std::nullopt,
             std::vector<std::string> allowed = {}) const;

 private:
  const Json* json_;
  std::string place_;
  Findings* findings_;
};

// The members of a list as elements: "file#/0", "file#/1" …; a fault when it is no list.
std::vector<Element> elements(const Json& list, const std::string& place, Findings&);

}  // namespace mingbai::policy
