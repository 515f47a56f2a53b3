#pragma once
// Claims in columns (列): a stretch of people, each with the rows of their visits, one column a fact.
//
// A column holds either numbers (money in fen, days, unknown where nothing is known) or codes into its book
// of words (schemes, levels, diseases; code 0 is "not known"). Books only grow, so that a code means the
// same word in every stretch. Rows of one person stand together, in the order in which they are settled.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/policy/fact.h"
#include "core/scenario/first_rows.h"

namespace mingbai::scenario {

using Code = std::uint16_t;
inline constexpr std::size_t codes_most = 65535;
inline constexpr std::int64_t unknown = INT64_MIN;

// Words and their codes. Finding a word hashes it; the order of codes is that of first use.
class Book {
 public:
  Book();
  // The word's code, new if need be; nothing (0) once the book is full.
  Code code(std::string_view);
  // The word's code, or 0.
  Code find(std::string_view) const;
  const std::string& word(Code code) const { return words_[code]; }
  std::size_t size() const { return words_.size(); }

 private:
  std::size_t place(std::string_view) const;
  std::vector<std::string> words_;
  std::vector<Code> slots_;
};

struct Column {
  policy::Fact fact;
  bool coded = false;
  Book book;
  std::vector<Code> codes;
  std::vector<std::int64_t> numbers;
  std::uint64_t bits = 0;  // of all numbers: how large they get

  void put(std::int64_t number) {
    numbers.push_back(number);
    bits |= static_cast<std::uint64_t>(number);
  }
};

// Money and dates are numbers, everything else is coded.
bool is_coded(policy::Fact);

struct Claims {
  std::vector<Column> columns;
  FirstRows first;                  // rows of person p: first[p] … first[p + 1]
  std::uint64_t people_before = 0;  // in earlier stretches
  std::uint64_t rows_before = 0;

  std::size_t people() const { return first.people(); }
  std::size_t rows() const { return first.rows(); }
  Column* find(policy::Fact);
  const Column* find(policy::Fact) const;
  Column& add(policy::Fact);
  void clear();  // the rows; columns and books stay
};

}  // namespace mingbai::scenario
