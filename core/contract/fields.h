#pragma once
// One JSON object of a message while it is read. Every member is asked for by name and type; what is wrong is
// noted with its path ("claim.provider.level") and the reading goes on, so that all faults come at once. A
// member that is absent or null is an unknown fact and comes back empty.

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "core/base/money.h"
#include "core/base/ratio.h"
#include "core/contract/fault.h"
#include "core/contract/json.h"

namespace mingbai::contract {

class Fields {
 public:
  // An absent or null `json` is an empty object.
  Fields(const Json* json, std::string path, Findings& findings);

  void only(std::initializer_list<std::string_view> keys) const;
  bool has(std::string_view key) const { return find(key) != nullptr; }
  std::string path(std::string_view key) const;
  const std::string& path() const { return path_; }
  Findings& findings() const { return *findings_; }

  std::vector<std::string> keys() const;  // those there are
  Fields object(std::string_view key) const;
  std::vector<Fields> objects(std::string_view key) const;

  std::optional<std::string> text(std::string_view key) const;
  std::optional<std::string> one_of(std::string_view key, const std::vector<std::string>& known) const;
  std::optional<std::vector<std::string>> texts(std::string_view key) const;
  std::optional<std::string> region(std::string_view key) const;
  std::optional<Date> date(std::string_view key) const;
  std::optional<Money> money(std::string_view key) const;  // not below zero
  std::optional<Ratio> ratio(std::string_view key) const;  // "95%", as text
  std::optional<bool> flag(std::string_view key) const;
  std::optional<int> count(std::string_view key, int least, int most) const;

  void fault(Fault, std::string_view key, std::optional<std::string> actual = std::nullopt,
             std::vector<std::string> allowed = {}) const;

 private:
  const Json* find(std::string_view key) const { return json_ == nullptr ? nullptr : member(*json_, key); }
  void wrong_type(std::string_view key, const Json&, Text expected) const;

  const Json* json_;
  std::string path_;
  Findings* findings_;
};

}  // namespace mingbai::contract
