#pragma once
// Where a rule, a figure or a line of a calculation comes from (依据), and how surely it is law.
//
// `status` is that of the element on the rule date, which may be weaker than its document's: a figure that no
// document in hand states cites the document it should stand in and is `assumed`.
// From strong to weak: in_force (现行), draft (征求意见), assumed (假设). A repealed element (已废止) is in
// force for its own days only and is told apart by its dates.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/date.h"

namespace mingbai::policy {

enum class Status : std::uint8_t { in_force, draft, assumed, repealed };

std::string_view to_key(Status);
std::optional<Status> parse_status(std::string_view key);

// Which statuses an answer may rest on. Default: law in force and nothing else.
struct StatusSet {
  bool in_force = true;
  bool draft = false;
  bool assumed = false;
  bool allows(Status s) const {
    return (s == Status::in_force && in_force) || (s == Status::draft && draft) ||
           (s == Status::assumed && assumed) || (s == Status::repealed && in_force);
  }
  friend bool operator==(StatusSet, StatusSet) = default;
};

// The weaker of two: what a result is called that rests on both.
constexpr Status weaker(Status a, Status b) {
  const auto weakness = [](Status s) { return s == Status::repealed ? 0 : static_cast<int>(s); };
  return weakness(b) > weakness(a) ? b : a;
}

struct Source {
  std::string document;  // id of a document in the pack, e.g. "zs-reply-2025010"
  std::string clause;    // "三(五)"
  Status status = Status::in_force;
  Period effective;
  friend bool operator==(const Source&, const Source&) = default;
};

}  // namespace mingbai::policy
