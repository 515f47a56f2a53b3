#pragma once
// What staff see in lists (审核列表): the filings within their scope, oldest first, and how many stand at
// each stage. Names and certificate numbers leave here masked only.
//
// The scope is that of all grants together: a reviewer's institution and diseases, a clerk's or auditor's
// region. What the asker handed in himself is not in it.

#include <functional>
#include <string>
#include <vector>

#include "core/store/access.h"

namespace mingbai::store {

struct ListFilter {
  std::vector<std::string> stages;  // empty: every one
  std::string kind;                 // empty: every one
  std::int64_t after = 0;           // the `submitted` last seen
  std::int64_t limit = 100;
  std::optional<Date> from, to;  // days on which it took effect; both ends included
};

struct ListedFiling {
  std::string filing;
  std::string receipt;
  std::string kind;
  std::string policy;
  std::string region;
  std::string institution;
  std::string subject;
  std::string stage;
  sync::Milliseconds since = 0;
  std::int64_t version = 0;
  std::int64_t submitted = 0;  // sequence of its first event; the order of the list
  sync::Milliseconds submitted_at = 0;
  std::optional<Date> effective_from, effective_to;
  std::string by;  // the role that brought the stage about
  std::string payload;
};

Result<std::vector<ListedFiling>> listed_filings(Database&, const Asker&, const ListFilter&);

struct StageCount {
  std::string stage;
  std::int64_t count = 0;
};
Result<std::vector<StageCount>> stage_counts(Database&, const Asker&);

// Events of that time within the scope, with what their filing is; for figures.
struct ListedEvent {
  std::string filing;
  std::string kind;
  std::string type;
  Date day;
  std::string role;
  std::string reasons;
};
Result<std::vector<ListedEvent>> listed_events(Database&, const Asker&, Date from, Date to);

// A filing within the scope with its events, from its first on: type, role and day of each, in order.
struct ListedCourse {
  std::string institution;  // code of the one it falls to now; empty: none
  std::string kind;
  std::vector<filing::Event> events;
};
using CourseVisit = std::function<void(const ListedCourse&)>;
// Visits each to which something happened from `from` to `to`, with what had happened by the end of `to`. One
// filing is held at a time, however many there are.
Result<void> visit_courses(Database&, const Asker&, Date from, Date to, const CourseVisit&);

}  // namespace mingbai::store
