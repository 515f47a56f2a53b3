#pragma once
// Which rows of a stretch are whose: the rows of person p are first[p] … first[p + 1].
//
// Most people of a CSV have one row. As long as all of them do, a row's number is its person's, and nothing
// but their count is kept; the list begins with the first person who has none, or a second one.

#include <cstddef>
#include <cstdint>
#include <vector>

namespace mingbai::scenario {

class FirstRows {
 public:
  std::size_t people() const { return people_; }
  std::size_t rows() const { return list_.empty() ? people_ : list_.back(); }
  // Every person has one row and no more.
  bool one_row_each() const { return list_.empty(); }

  std::uint32_t operator[](std::size_t person) const {
    return list_.empty() ? static_cast<std::uint32_t>(person) : list_[person];
  }

  // A person with so many rows.
  void add_person(std::size_t rows);
  // So many people of one row each.
  void add_people(std::size_t people);
  // One more row of the last person.
  void add_row();
  void clear();

  bool operator==(const FirstRows&) const;

 private:
  void begin_list();

  std::size_t people_ = 0;
  std::vector<std::uint32_t> list_;  // with the end of the last; empty: every person has one
};

}  // namespace mingbai::scenario
