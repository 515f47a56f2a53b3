#pragma once
// Editions kept for use again (版本库): a policy's rules change on few days, so all days between two of them
// share an edition. Whoever settles more than one claim owns one of these and passes it in; it borrows from
// the policies, which must outlive it. Not for two threads at once.

#include <map>
#include <memory>
#include <vector>

#include "core/policy/edition.h"

namespace mingbai::policy {

// The days on which something in the policy begins, or has just ended; sorted.
std::vector<Date> turning_days(const Policy&);

class Editions {
 public:
  // The edition of the day; it stays where it is as long as this object lives.
  const Edition& of(const Policy&, Date, StatusSet);

 private:
  struct Stretches {
    const Policy* policy = nullptr;
    StatusSet statuses;
    std::vector<Date> turns;
    std::vector<std::unique_ptr<Edition>> editions;  // [n]: from turns[n − 1] to before turns[n]
  };
  std::vector<Stretches> all_;
};

}  // namespace mingbai::policy
