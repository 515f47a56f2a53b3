#include "shell/cli/bill_text.h"

#include <catch2/catch_test_macros.hpp>
#include <set>
#include <sstream>

#include "core/contract/messages.h"
#include "tests/core/contract/request.h"

using namespace mingbai;

TEST_CASE("a printed bill has its sums in one column, however long a label is") {
  const auto& library = test::built_in();
  const auto claim = contract::read_claim(library, test::claim().dump());
  REQUIRE(claim.has_value());
  const std::string bill = cli::bill_text(library, reimbursement::settle(library, *claim), Language::en);
  std::istringstream lines(bill);
  std::set<std::size_t> ends;
  for (std::string line; std::getline(lines, line) && !line.starts_with("----");)
    if (const auto gap = line.find(".00    "); gap != std::string::npos) ends.insert(gap);
  CHECK(bill.find("First the unfiled share, then deductible and ratio ") != std::string::npos);
  CHECK(ends.size() == 1);
}
