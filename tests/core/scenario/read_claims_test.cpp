// A CSV of claims: read as written, or refused with every fault at once and where it stands.

#include "core/scenario/read_claims.h"

#include "tests/core/contract/request.h"

using namespace mingbai;
using policy::Fact;
using scenario::Claims;
using scenario::ClaimsText;

namespace {

struct Read {
  Claims claims;
  Findings findings;
  std::uint64_t faults = 0;

  std::int64_t number(Fact fact, std::size_t row) const { return claims.find(fact)->numbers.at(row); }
  std::string word(Fact fact, std::size_t row) const {
    const auto& column = *claims.find(fact);
    return column.book.word(column.codes.at(row));
  }
  const Finding& at(const std::string& place) const {
    for (const Finding& finding : findings)
      if (finding.fact == place) return finding;
    for (const Finding& finding : findings) UNSCOPED_INFO(finding.code << " " << finding.fact);
    FAIL("nothing found at " << place);
    return findings.front();
  }
  std::string code(const std::string& place) const { return at(place).code; }
};

Read read(const std::string& csv, std::size_t rows = 1000) {
  Read out;
  auto text = ClaimsText::open(csv, {test::built_in().find("zhongshan")});
  if (!text) {
    out.findings = text.error();
    out.faults = out.findings.size();
    return out;
  }
  out.claims.columns = text->columns();
  while (text->read(out.claims, out.claims.rows() + rows)) {
  }
  out.findings = text->findings();
  out.faults = text->faults();
  return out;
}

const std::string header =
    "person,insured.scheme,claim.care,claim.discharged,claim.total,claim.own_expense\n";

}  // namespace

TEST_CASE("a row is a claim: words, days and sums stand where the first line names them") {
  const auto csv = read(header + "a,resident,inpatient,2025-09-10,1200.50,0.00\n" +
                        "b,employee_combined,outpatient,2025-09-11,0.07,0.07\n");
  CHECK(csv.findings.empty());
  CHECK(csv.claims.people() == 2);
  REQUIRE(csv.claims.rows() == 2);
  CHECK(csv.word(Fact::insured_scheme, 0) == "resident");
  CHECK(csv.word(Fact::claim_care, 1) == "outpatient");
  CHECK(csv.number(Fact::claim_total, 0) == 120050);
  CHECK(csv.number(Fact::claim_own_expense, 1) == 7);
  CHECK(csv.number(Fact::claim_discharged, 1) - csv.number(Fact::claim_discharged, 0) == 1);
}

TEST_CASE("the order of the columns is the writer's") {
  const auto csv = read("claim.total,claim.care,person\n9.00,inpatient,a\n");
  CHECK(csv.findings.empty());
  CHECK(csv.number(Fact::claim_total, 0) == 900);
  CHECK(csv.word(Fact::claim_care, 0) == "inpatient");
}

TEST_CASE("an empty field is not known, and money but for the total is then 0.00") {
  const auto csv = read(header + ",,,,,\n");
  CHECK(csv.findings.empty());
  CHECK(csv.word(Fact::insured_scheme, 0).empty());
  CHECK(csv.number(Fact::claim_discharged, 0) == scenario::unknown);
  CHECK(csv.number(Fact::claim_total, 0) == scenario::unknown);
  CHECK(csv.number(Fact::claim_own_expense, 0) == 0);
}

TEST_CASE("rows of one person stand together, rows without a name are somebody else each") {
  const auto csv = read("person,claim.total\na,1.00\na,2.00\nb,3.00\n,4.00\n,5.00\n");
  CHECK(csv.findings.empty());
  scenario::FirstRows expected;
  expected.add_person(2);
  expected.add_people(3);
  CHECK(csv.claims.first == expected);
  const auto apart = read("person,claim.total\na,1.00\nb,2.00\na,3.00\n");
  CHECK(apart.code("claims.4.person") == "person_not_together");
  CHECK(apart.faults == 1);
}

TEST_CASE("without a column of persons every row is somebody else") {
  CHECK(read("claim.total\n1.00\n2.00\n3.00\n").claims.people() == 3);
}

TEST_CASE("lines may end in CRLF, the last one in nothing, and the text may begin with a byte order mark") {
  const auto csv = read(
      "\xEF\xBB\xBF"
      "claim.total,claim.care\r\n1.00,inpatient\r\n2.00,outpatient");
  CHECK(csv.findings.empty());
  REQUIRE(csv.claims.rows() == 2);
  CHECK(csv.word(Fact::claim_care, 0) == "inpatient");
  CHECK(csv.word(Fact::claim_care, 1) == "outpatient");
}

TEST_CASE("empty lines are no rows, but they count as lines") {
  const auto csv = read("claim.total\n\n1.00\n\r\n2,00\n\n");
  CHECK(csv.claims.rows() >= 1);
  CHECK(csv.faults >= 1);
  CHECK(csv.findings.front().fact.starts_with("claims.5"));
}

TEST_CASE("fields may be quoted, with commas, doubled quotes and line ends in them") {
  const auto csv = read(
      "\"person\",\"claim.total\",claim.drug_program\n\"a, the \"\"first\"\"\",\"1.00\",\"x\ny\"\r\n"
      "b,\"2.00\",\"\"\n");
  CHECK(csv.findings.empty());
  REQUIRE(csv.claims.rows() == 2);
  CHECK(csv.number(Fact::claim_total, 0) == 100);
  CHECK(csv.word(Fact::claim_drug_program, 0) == "x\ny");
  CHECK(csv.word(Fact::claim_drug_program, 1).empty());
  CHECK(read("person,claim.total\n\"a, b\",1.00\n\"a, b\",2.00\n").claims.people() == 1);
}

TEST_CASE("a line end inside quotes counts, so that later faults name their own line") {
  const auto csv = read("claim.drug_program,claim.total\n\"x\ny\",1.00\nz,none\n");
  CHECK(csv.code("claims.4.claim.total") == "money_format");
}

TEST_CASE("a quote that is never closed swallows nothing in silence, nor does what follows a closing quote") {
  const auto open = read("claim.total,claim.drug_program\n1.00,\"x\n2.00,y\n3.00,z\n");
  CHECK(open.code("claims.2.claim.drug_program") == "quotes_astray");
  const auto after = read("claim.total,claim.drug_program\n\"1.00\"0,x\n2.00,\"y\" z\n3.00,z\n");
  CHECK(after.code("claims.2.claim.total") == "quotes_astray");
  CHECK(after.code("claims.3.claim.drug_program") == "quotes_astray");
  CHECK(after.faults == 2);
}

TEST_CASE("the total must have its column") {
  const auto csv = read("insured.scheme,claim.care\nresident,inpatient\n");
  CHECK(csv.code("claims.1.claim.total") == "missing_key");
}

TEST_CASE("an unknown column offers the nearest, and all of the first line's faults come at once") {
  const auto csv = read("claim.totl,insured.schem,claim.care,claim.care,\n");
  REQUIRE(csv.faults == 4);
  CHECK(csv.findings[0].code == "unknown_key");
  CHECK(csv.findings[0].actual == "claim.totl");
  CHECK(csv.findings[0].message.en.find("Did you mean \"claim.total\"") != std::string::npos);
  CHECK(csv.findings[1].message.en.find("insured.scheme") != std::string::npos);
  CHECK(csv.findings[2].code == "duplicate_key");
  for (const Finding& finding : csv.findings) CHECK(finding.fact == "claims.1");
}

TEST_CASE("a sum is yuan with two decimals, not below zero and within count") {
  for (const auto& [written, code] :
       std::vector<std::pair<std::string, std::string>>{{"12", "money_format"},
                                                        {"12.5", "money_format"},
                                                        {"12.505", "money_format"},
                                                        {"1e3", "money_format"},
                                                        {"\"1,200.00\"", "money_format"},
                                                        {"12.00 ", "money_format"},
                                                        {"+1.00", "money_format"},
                                                        {"00012.00", "money_format"},
                                                        {".50", "money_format"},
                                                        {"-1.00", "negative_amount"},
                                                        {"99999999999999.00", "money_too_large"}}) {
    INFO(written);
    const auto csv = read("claim.total\n" + written + "\n");
    CHECK(csv.code("claims.2.claim.total") == code);
    CHECK(csv.faults == 1);
  }
  CHECK(read("claim.total\n9999999999999.99\n0.00\n0.01\n").findings.empty());
}

TEST_CASE("a day is written as a day and exists") {
  const std::string first = "claim.total,claim.discharged\n1.00,";
  CHECK(read(first + "10/09/2025\n").code("claims.2.claim.discharged") == "date_format");
  CHECK(read(first + "2025-9-10\n").code("claims.2.claim.discharged") == "date_format");
  CHECK(read(first + "2025-02-29\n").code("claims.2.claim.discharged") == "impossible_date");
  CHECK(read(first + "2024-02-29\n").findings.empty());
}

TEST_CASE("nobody is discharged before being admitted") {
  const auto csv = read(
      "claim.total,claim.admitted,claim.discharged\n1.00,2025-09-10,2025-09-10\n"
      "1.00,2025-09-11,2025-09-10\n1.00,,2025-09-10\n1.00,2025-09-11,\n");
  CHECK(csv.faults == 1);
  CHECK(csv.code("claims.3.claim.discharged") == "discharged_before_admitted");
  CHECK(csv.findings.front().allowed == std::vector<std::string>{"2025-09-11"});
}

TEST_CASE("a word is one of its column's, and the nearest is offered") {
  const auto csv = read(
      "claim.total,insured.scheme,claim.care,claim.provider.level,claim.provider.selected,claim."
      "provider.region\n1.00,residnt,inpatint,4,yes,44200\n");
  CHECK(csv.faults == 5);
  CHECK(csv.code("claims.2.insured.scheme") == "unknown_scheme");
  CHECK(csv.at("claims.2.insured.scheme").message.en.find("resident") != std::string::npos);
  CHECK(csv.code("claims.2.claim.care") == "unknown_value");
  CHECK(csv.at("claims.2.claim.care").message.en.find("inpatient") != std::string::npos);
  CHECK(csv.code("claims.2.claim.provider.level") == "out_of_range");
  CHECK(csv.code("claims.2.claim.provider.selected") == "unknown_value");
  CHECK(csv.code("claims.2.claim.provider.region") == "bad_region");
}

TEST_CASE("a wrong word is a fault in every row it stands in") {
  const auto csv = read("claim.total,claim.care\n1.00,x\n1.00,x\n1.00,inpatient\n1.00,x\n");
  CHECK(csv.faults == 3);
  CHECK(csv.code("claims.5.claim.care") == "unknown_value");
}

TEST_CASE("the parts of a bill are no more than the bill") {
  const std::string first = "claim.total,claim.own_expense,claim.over_limit,claim.upfront\n";
  CHECK(read(first + "10.00,10.01,0.00,0.00\n").code("claims.2.claim.own_expense") ==
        "own_expense_above_total");
  CHECK(read(first + "10.00,5.00,5.00,0.01\n").code("claims.2.claim.total") == "parts_above_total");
  CHECK(read(first + "10.00,5.00,5.00,0.00\n").findings.empty());
}

TEST_CASE("a row has as many fields as the first line") {
  const auto csv = read("claim.total,claim.care\n1.00\n1.00,inpatient,more\n1.00,inpatient\n");
  CHECK(csv.faults == 2);
  CHECK(csv.code("claims.2") == "field_count");
  CHECK(csv.at("claims.3").actual == "3");
}

TEST_CASE("one bad row among good ones: every fault of it is told, and nothing of the others") {
  std::string text = header;
  for (int i = 0; i < 50; ++i)
    text += "p" + std::to_string(i) + ",resident,inpatient,2025-09-10,100.00,1.00\n";
  text += "bad,residence,outpatients,2025-13-01,10,-1.00\n";
  for (int i = 0; i < 50; ++i)
    text += "q" + std::to_string(i) + ",resident,inpatient,2025-09-10,100.00,1.00\n";
  for (const std::size_t rows : {1, 7, 1000}) {
    const auto csv = read(text, rows);
    CHECK(csv.faults == 5);
    for (const Finding& finding : csv.findings) {
      CHECK(finding.fact.starts_with("claims.52."));
      CHECK_FALSE(finding.remedy.zh.empty());
      CHECK_FALSE(finding.remedy.en.empty());
      CHECK(finding.message.zh != finding.message.en);
    }
    CHECK(csv.claims.people() == 101);
  }
}

TEST_CASE("past the first hundred faults the rest are counted") {
  std::string text = "claim.total\n";
  for (int i = 0; i < 250; ++i) text += "x\n";
  const auto csv = read(text);
  CHECK(csv.faults == 250);
  REQUIRE(csv.findings.size() == scenario::findings_most + 1);
  CHECK(csv.findings.back().code == "more_faults");
  CHECK(csv.findings.back().actual == "150");
}

TEST_CASE("a text without rows has no claims; one without a first line is refused") {
  CHECK(read("claim.total\n").findings.empty());
  CHECK(read("claim.total").claims.rows() == 0);
  CHECK(read("").code("claims.1") == "unknown_key");
  CHECK(read("\n1.00\n").code("claims.1") == "unknown_key");
}

TEST_CASE("bytes that are no UTF-8 are refused with their place") {
  const auto csv = read("claim.total\n1.00\n\xFF\n");
  CHECK(csv.code("claims") == "invalid_utf8");
  CHECK(csv.findings.front().actual == "17");
}

TEST_CASE("however the text is cut into parts, the same claims are read and the same faults found") {
  std::string text = "person,claim.total,claim.care\n";
  for (int i = 0; i < 400; ++i)
    text += "p" + std::to_string(i / 3) + "," + std::to_string(i) + (i % 41 == 40 ? "" : ".00") + "," +
            (i % 29 == 28 ? "stay" : "inpatient") + (i % 17 == 16 ? ",x" : "") + "\n";
  const auto whole = read(text);
  for (const std::size_t rows : {1, 2, 3, 5, 64, 399}) {
    const auto parts = read(text, rows);
    INFO(rows);
    CHECK(parts.claims.first == whole.claims.first);
    CHECK(parts.claims.find(Fact::claim_total)->numbers == whole.claims.find(Fact::claim_total)->numbers);
    CHECK(parts.faults == whole.faults);
    REQUIRE(parts.findings.size() == whole.findings.size());
    for (std::size_t i = 0; i < parts.findings.size(); ++i)
      CHECK(parts.findings[i].fact == whole.findings[i].fact);
  }
}

TEST_CASE("a scheme must be known to every policy compared") {
  const std::string csv = "claim.total,insured.scheme\n1.00,employee_combined\n1.00,resident\n";
  auto text = ClaimsText::open(csv, {test::built_in().find("zhongshan"), test::built_in().find("chuxiong")});
  REQUIRE(text);
  Claims claims;
  claims.columns = text->columns();
  while (text->read(claims, 10)) {
  }
  REQUIRE(text->faults() == 1);
  CHECK(text->findings().front().fact == "claims.2.insured.scheme");
}
