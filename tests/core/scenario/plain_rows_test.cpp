// Ordinary rows are read fast, and as every other row is: quoted, the same rows take the long way.

#include "core/scenario/plain_rows.h"

#include "core/scenario/read_claims.h"
#include "tests/core/contract/mutation.h"
#include "tests/core/contract/request.h"

using namespace mingbai;
using scenario::Claims;
using scenario::ClaimsText;

namespace {

struct Read {
  Claims claims;
  std::string findings;
};

Read read(const std::string& csv, std::size_t rows) {
  Read out;
  auto text = ClaimsText::open(csv, {test::built_in().find("zhongshan")});
  REQUIRE(text);
  out.claims.columns = text->columns();
  while (text->read(out.claims, out.claims.rows() + rows)) {
  }
  for (const Finding& finding : text->findings())
    out.findings += finding.fact + " " + finding.code + " " + finding.actual.value_or("") + "\n";
  return out;
}

std::string quoted(const std::string& csv) {
  const std::size_t body = csv.find('\n') + 1;
  std::string out = csv.substr(0, body);
  bool starts = true;
  for (std::size_t at = body; at < csv.size(); ++at) {
    const bool ends = csv[at] == ',' || csv[at] == '\n' || (csv[at] == '\r' && csv[at + 1] == '\n');
    const bool empty_line = starts && at > 0 && csv[at] == '\n' && csv[at - 1] == '\n';
    if (starts && !empty_line) out += '"';
    starts = csv[at] == ',' || csv[at] == '\n';
    if (ends && csv[at - 1] != '\r' && !empty_line) out += '"';
    out += csv[at];
  }
  return out;
}

void agree(const std::string& csv, std::size_t rows) {
  const Read fast = read(csv, rows), slow = read(quoted(csv), rows);
  INFO(csv);
  REQUIRE(fast.findings == slow.findings);
  REQUIRE(fast.claims.first == slow.claims.first);
  for (std::size_t i = 0; i < fast.claims.columns.size(); ++i) {
    const auto &a = fast.claims.columns[i], &b = slow.claims.columns[i];
    REQUIRE(a.numbers == b.numbers);
    REQUIRE(a.codes == b.codes);
    REQUIRE(a.bits == b.bits);
  }
}

const std::string header =
    "insured.scheme,claim.provider.code,claim.admitted,claim.discharged,claim.total,claim.own_expense,ledger.fund_paid,"
    "claim.provider.level\n";

std::string sum(test::Random& random) {
  std::string out = std::to_string(random() % (std::uint32_t{1} << test::pick(random, 31)));
  if (test::pick(random, 40) == 0) out += "000000";
  if (test::pick(random, 40) == 0) return "";
  return out + "." + std::to_string(test::pick(random, 10)) + std::to_string(test::pick(random, 10));
}

std::string some_row(test::Random& random) {
  const char* schemes[]{"resident", "employee_combined", "resident", ""};
  const char* days[]{"2025-09-10", "2025-09-11", "2024-02-29", ""};
  return std::string(schemes[test::pick(random, 4)]) + "," + "H" + std::to_string(test::pick(random, 200)) +
         (test::pick(random, 9) == 0 ? "-of-a-longer-name" : "") + "," + days[test::pick(random, 4)] + "," +
         days[test::pick(random, 4)] + "," + sum(random) + "," + (test::pick(random, 3) == 0 ? sum(random) : "0.00") +
         "," + sum(random) + "," + std::to_string(1 + test::pick(random, 3));
}

}  // namespace

TEST_CASE("rows read fast are the rows read slowly, whatever the stretch") {
  test::Random random(31);
  for (int i = 0; i < test::trials(30, 1000); ++i) {
    std::string csv = header;
    const std::string end = test::pick(random, 3) == 0 ? "\r\n" : "\n";
    for (std::uint32_t n = 0; n < 300; ++n) csv += some_row(random) + end;
    agree(csv, 1 + test::pick(random, 400));
  }
}

TEST_CASE("a fault among ordinary rows stands in its own line") {
  std::string csv = header;
  const std::string good = "resident,H1,2025-09-01,2025-09-10,1200.50,0.00,0.00,3\n";
  for (int i = 0; i < 100; ++i) csv += good;
  csv += "resident,H1,2025-09-01,2025-09-10,01200.50,0.00,0.00,3\n";   // 102
  csv += good + "resident,H1,2025-09-01,2025-09-10,-1.00,0.00,0.00,3\n";  // 104
  csv += good + "resident,H1,2025-09-01,2025-09-10,1.00,1.01,0.00,3\n";   // 106
  csv += good + "resident,H1,2025-09-11,2025-09-10,1.00,1.00,0.00,3\n";   // 108
  csv += good + "resident,H1,2025-09-01,2025-09-10,1.00,1.00,0.00\n";     // 110
  csv += good + "visitor,H1,2025-09-01,2025-09-10,1.00,1.00,0.00,3\n";    // 112
  csv += good + "resident,H1,2025-02-30,2025-09-10,1.0,1.00,0.00,3\n";    // 114
  const std::string found = read(csv, 4096).findings;
  for (const char* place : {"claims.102.claim.total money_format", "claims.104.claim.total negative_amount",
                            "claims.106.claim.own_expense own_expense_above_total",
                            "claims.108.claim.discharged discharged_before_admitted", "claims.110 field_count",
                            "claims.112.insured.scheme unknown_scheme", "claims.114.claim.admitted impossible_date",
                            "claims.114.claim.total money_format"}) {
    INFO(found);
    CHECK(found.find(place) != std::string::npos);
  }
}

TEST_CASE("damaged rows are judged alike read fast or slowly", "[fuzz]") {
  test::Random random(32);
  for (int i = 0; i < test::trials(300, 20000); ++i) {
    std::string body;
    for (std::uint32_t n = 0; n < 60; ++n) body += some_row(random) + "\n";
    for (std::uint32_t n = 0; n <= test::pick(random, 3); ++n)
      body[test::pick(random, body.size())] = "0123456789.-,x\n"[test::pick(random, 15)];
    body.back() = '\n';
    agree(header + body, 4096);
  }
}
