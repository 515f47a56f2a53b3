#pragma once
// A CSV of claims (费用明细) into columns, a stretch at a time.
//
// The first line names the columns: facts of a claim ("insured.scheme", "claim.total", "ledger.fund_paid"),
// and `person` where people have several rows; rows of one person stand together, in the order in which they
// are settled. Money in yuan with two decimals, days as 2025-09-10, an empty field is not known. Fields may
// be quoted. What is wrong is a finding at `claims.LINE.COLUMN`; all are collected, past `findings_most` they
// are counted. The text and the policies are borrowed.

#include <expected>
#include <string_view>
#include <vector>

#include "core/base/finding.h"
#include "core/policy/policy.h"
#include "core/scenario/columns.h"
#include "core/scenario/plain_rows.h"

namespace mingbai::scenario {

inline constexpr std::size_t findings_most = 100;

class ClaimsText {
 public:
  static std::expected<ClaimsText, Findings> open(std::string_view csv,
                                                  std::vector<const policy::Policy*> policies);

  const std::vector<Column>& columns() const { return layout_.columns; }
  std::uint64_t lines() const { return lines_; }  // after the first, at most

  // Appends people until there are `rows` rows or more. False when the text is at its end.
  bool read(Claims&, std::size_t rows);

  std::uint64_t faults() const { return faults_; }
  Findings findings() const;  // the first of them, and how many more there are

 private:
  ClaimsText() = default;
  struct Field {
    std::string_view name;
    std::size_t column = 0;
    bool is_person = false;
    Code last = 0;              // columns repeat themselves
    std::vector<bool> sound{};  // by code: checked and found in order
  };
  // Words met before, by their hash.
  class Met {
   public:
    bool add(std::string_view);     // false: it was there
    void remove(std::string_view);  // the one added last

   private:
    std::size_t place(std::uint64_t hash) const;
    std::vector<std::uint64_t> slots_ = std::vector<std::uint64_t>(1024);
    std::size_t count_ = 0;
  };

  void read_header(std::string_view line, Findings&);
  bool row(Claims&);  // false at the end
  std::string_view field(std::size_t number, bool& ends_line);
  void take(Claims&, Field&, std::string_view word);
  void read_plain(Claims&, std::size_t rows);
  void take_word(Column&, Field&, std::string_view word);
  void take_number(Column&, const Field&, std::string_view word);
  void check_bill(const Claims&);
  void check_days(const Claims&);
  void fault(Finding, std::string_view column);

  std::vector<const policy::Policy*> policies_;
  std::string_view text_;
  std::size_t at_ = 0;
  std::uint64_t line_ = 1;
  std::uint64_t lines_ = 0;
  Claims layout_;
  std::vector<Field> fields_;
  bool has_person_ = false;
  std::string person_;
  bool same_person_ = false;
  bool new_person_ = false;
  Met met_;
  PlainRows plain_;
  std::size_t plain_again_ = 0;  // where ordinary rows are tried again,
  std::size_t plain_wait_ = 1;   // and how far on after that
  std::string unquoted_;
  std::uint64_t faults_ = 0;
  Findings findings_;
  // Columns of the bill and the days, or past the last.
  std::size_t total_ = 0, own_ = 0, over_ = 0, upfront_ = 0, admitted_ = 0, discharged_ = 0;
};

}  // namespace mingbai::scenario
