#include "core/scenario/columns.h"

namespace mingbai::scenario {
namespace {

std::uint64_t hash_of(std::string_view word) {
  std::uint64_t hash = 0xCBF29CE484222325;
  for (char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3;
  return hash ^ (hash >> 29);
}

}  // namespace

Book::Book() : words_{""}, slots_(64, 0) {}

// The slot where the word stands, or the empty one where it would.
std::size_t Book::place(std::string_view word) const {
  std::size_t at = hash_of(word) & (slots_.size() - 1);
  while (slots_[at] != 0 && words_[slots_[at]] != word) at = (at + 1) & (slots_.size() - 1);
  return at;
}

Code Book::find(std::string_view word) const { return word.empty() ? Code{0} : slots_[place(word)]; }

Code Book::code(std::string_view word) {
  if (word.empty()) return 0;
  const std::size_t at = place(word);
  if (slots_[at] != 0 || words_.size() > codes_most) return slots_[at];
  const auto code = static_cast<Code>(words_.size());
  words_.emplace_back(word);
  slots_[at] = code;
  if (words_.size() * 2 > slots_.size()) {
    slots_.assign(slots_.size() * 4, 0);
    for (std::size_t i = 1; i < words_.size(); ++i) slots_[place(words_[i])] = static_cast<Code>(i);
  }
  return code;
}

bool is_coded(policy::Fact fact) {
  const auto type = policy::type_of(fact);
  return type != policy::FactType::money && type != policy::FactType::date;
}

Column* Claims::find(policy::Fact fact) {
  for (Column& column : columns)
    if (column.fact == fact) return &column;
  return nullptr;
}

const Column* Claims::find(policy::Fact fact) const {
  for (const Column& column : columns)
    if (column.fact == fact) return &column;
  return nullptr;
}

Column& Claims::add(policy::Fact fact) {
  if (Column* column = find(fact)) return *column;
  columns.push_back({fact, is_coded(fact), {}, {}, {}, 0});
  return columns.back();
}

void Claims::clear() {
  people_before += people();
  rows_before += rows();
  first.clear();
  for (Column& column : columns) {
    column.codes.clear();
    column.numbers.clear();
    column.bits = 0;
  }
}

}  // namespace mingbai::scenario
