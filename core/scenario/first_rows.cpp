#include "core/scenario/first_rows.h"

namespace mingbai::scenario {

void FirstRows::begin_list() {
  if (!list_.empty()) return;
  list_.resize(people_ + 1);
  for (std::size_t person = 0; person <= people_; ++person)
    list_[person] = static_cast<std::uint32_t>(person);
}

void FirstRows::add_person(std::size_t rows) {
  if (rows != 1) begin_list();
  if (!list_.empty()) list_.push_back(list_.back() + static_cast<std::uint32_t>(rows));
  ++people_;
}

void FirstRows::add_people(std::size_t people) {
  for (std::size_t i = 0; i < people && !list_.empty(); ++i) list_.push_back(list_.back() + 1);
  people_ += people;
}

void FirstRows::add_row() {
  begin_list();
  ++list_.back();
}

void FirstRows::clear() {
  people_ = 0;
  list_.clear();
}

bool FirstRows::operator==(const FirstRows& other) const {
  if (people_ != other.people_ || rows() != other.rows()) return false;
  for (std::size_t person = 0; person < people_; ++person)
    if ((*this)[person] != other[person]) return false;
  return true;
}

}  // namespace mingbai::scenario
