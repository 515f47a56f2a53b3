#pragma once
// A route (地址) is what stands behind the # of the page's address: a screen and what it holds, so that a link, a
// reload and Back bring the same screen again. Nothing personal is ever put into one.
//
//   "#/calculator?why=referral&total=50000.00"  <->  Route{"calculator", {{"why", "referral"}, {"total", "50000.00"}}}
//
// Fields keep their order; values are percent-encoded UTF-8. A malformed escape is taken as it stands.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mingbai::screens {

struct Route {
  std::string screen;
  std::vector<std::pair<std::string, std::string>> fields;

  std::string_view get(std::string_view name) const;             // empty when absent
  void put(std::string_view name, std::string_view value);       // an empty value is left out
  friend bool operator==(const Route&, const Route&) = default;
};

Route parse_route(std::string_view hash);
std::string to_hash(const Route&);
std::string to_query(const Route&);  // "?why=referral&total=50000.00", "" without fields

}  // namespace mingbai::screens
