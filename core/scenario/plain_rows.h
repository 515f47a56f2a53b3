#pragma once
// The ordinary rows of a CSV (费用明细), read fast: no quotes, words met before and found in order, money as
// "1234.50", days as "2025-09-10" and in order, as many fields as the first line names, parts not above the
// total.
//
// Many bytes are looked at at once. A row that is anything else stops the reading before it and is left to
// ClaimsText, which knows what is wrong with it; so there is nothing here that notes a fault. Words are
// learnt from there, too.

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/scenario/columns.h"

namespace mingbai::scenario {

class PlainRows {
 public:
  // A field by its place in the line: the column it goes into, among the columns of the claims.
  void add_field(const Column&, std::size_t column);

  // From now on the word of the field means the code.
  void learn(std::size_t field, std::string_view word, Code);

  // Reads whole rows from `at` on, `most` at most, past them afterwards; how many they were. Every one is of
  // a person of its own.
  std::size_t read(std::string_view text, std::size_t& at, Claims&, std::size_t most);

 private:
  enum class Kind : std::uint8_t { word, money, total, day, admitted, discharged };
  struct alignas(32) Word {
    std::uint64_t front = 0, back = 0;  // its first eight bytes and the next
    std::uint32_t size = 0;             // 0: none
    Code code = 0;
  };
  struct Field {
    Kind kind;
    bool part = false;  // of the bill: own expense, over limit, upfront
    std::size_t column;
    std::vector<Word> words = std::vector<Word>(64);
    std::size_t known = 0;
    Code* codes = nullptr;  // where the next rows go
    std::int64_t* numbers = nullptr;
    std::uint64_t bits = 0;
  };

  static std::size_t place(const std::vector<Word>&, std::uint64_t front, std::uint64_t back,
                           std::uint32_t size);
  // The commas and line ends one after another, looked for in many bytes at once: where a field begins need
  // not wait for what stood in the one before.
  class Ends {
   public:
    Ends(const char* begin, const char* end) : base_(begin), next_(begin), end_(end) {}
    const char* next();  // nothing near the end of the text

   private:
    static constexpr std::size_t at_once = 64;
    void look();

    const char* base_;  // where the bytes looked at begin,
    const char* next_;  // and those to look at next
    const char* end_;
    std::uint64_t left_ = 0;
  };
  bool row(const char*& start, Ends&, std::size_t row);

  std::vector<Field> fields_;
};

}  // namespace mingbai::scenario
