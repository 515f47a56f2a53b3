#include "web/screens/model/rule_book.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <set>

#include "tests/web/screens/model/packs_in_hand.h"
#include "web/screens/model/json_reading.h"

namespace mingbai::screens {
namespace {

RuleBook book_of(const char* pack, const char* today = "2026-11-22", const strings::Strings& t = zh) {
  return read_rule_book(policies_bundle(), pack, day(today), names(), t);
}

}  // namespace

TEST_CASE("the unfiled share is found by its everyday words, with its figure, its clause and who uses it") {
  const RuleBook book = book_of("zhongshan");
  const Rule* rule = book.rule("zhongshan/unfiled_kept_share");
  REQUIRE(rule);
  const auto now = std::ranges::find(rule->versions, true, &RuleVersion::today);
  REQUIRE(now != rule->versions.end());
  CHECK(now->value == "80%");
  CHECK(now->document == "zs-reply-2025010");
  CHECK(now->source.clause == "三(五)");
  CHECK(now->status == policy::Status::in_force);
  CHECK(rule->standing == policy::Status::in_force);
  CHECK(std::ranges::any_of(rule->used_by, [](const std::string& user) { return user.starts_with("住院第 "); }));
  const auto found = book.found({.words = "没备案"});
  CHECK(std::ranges::find(found, rule) != found.end());
}

TEST_CASE("before a rule's first proven day it stands as what it was then") {
  const RuleBook before = book_of("zhongshan", "2025-09-07"), after = book_of("zhongshan", "2025-09-08");
  CHECK(before.rule("zhongshan/unfiled_kept_share")->standing == policy::Status::assumed);
  CHECK(after.rule("zhongshan/unfiled_kept_share")->standing == policy::Status::in_force);
}

TEST_CASE("every rule of every place has words, a version, a source and a section; ids do not repeat") {
  for (const PackName& pack : names().packs()) {
    for (const strings::Strings& t : {zh, en}) {
      const RuleBook book = book_of(pack.id.c_str(), "2026-11-22", t);
      CHECK(book.rules.size() > 10);
      std::set<std::string> ids;
      for (const Rule& rule : book.rules) {
        CAPTURE(rule.id, rule.title);
        CHECK_FALSE(rule.title.empty());
        CHECK_FALSE(rule.section.empty());
        REQUIRE_FALSE(rule.versions.empty());
        for (const RuleVersion& version : rule.versions) {
          CHECK_FALSE(version.period.empty());
          CHECK_FALSE(version.source.document.empty());
          CHECK(names().document(version.document) != nullptr);
        }
        ids.insert(rule.id);
      }
      CHECK(ids.size() == book.rules.size());
    }
  }
}

TEST_CASE("no rule of any place shows a brace: figures stand there, or the names of what a case would say") {
  for (const PackName& pack : names().packs()) {
    for (const strings::Strings& t : {zh, en}) {
      for (const char* today : {"2026-11-22", "2010-01-01"}) {
        for (const Rule& rule : book_of(pack.id.c_str(), today, t).rules) {
          CAPTURE(rule.id);
          CHECK(rule.title.find('{') == rule.title.npos);
          CHECK(rule.words.find('{') == rule.words.npos);
          for (const std::string& line : rule.lines) CHECK(line.find('{') == line.npos);
          for (const RuleVersion& version : rule.versions) CHECK(version.note.find('{') == version.note.npos);
        }
      }
    }
  }
}

TEST_CASE("a note names the number of diseases that the province has, and where it has none yet, what it is") {
  const auto title = [](const char* today) { return book_of("chuxiong", today).rule("chuxiong/list_not_in_hand")->title; };
  CHECK(title("2026-11-22").starts_with("全省特殊病 15 种、慢性病 25 种"));
  CHECK(title("2010-01-01").starts_with("全省特殊病 [特殊病有几种] 种"));
}

TEST_CASE("a place's book holds what it inherits, too") {
  const RuleBook book = book_of("chuxiong");
  CHECK(std::ranges::any_of(book.rules, [](const Rule& rule) { return rule.id.starts_with("chuxiong/"); }));
  CHECK(std::ranges::any_of(book.rules, [](const Rule& rule) { return rule.id.starts_with("yunnan/"); }));
  CHECK_FALSE(std::ranges::any_of(book.rules, [](const Rule& rule) { return rule.id.starts_with("guangdong/"); }));
}

TEST_CASE("rules are found by standing, by document and clause, and by several words at once") {
  const RuleBook book = book_of("zhongshan");
  std::size_t sum = 0;
  for (const char* standing : {"in_force", "draft", "assumed", "repealed"}) {
    for (const Rule* rule : book.found({.standing = standing})) CHECK(policy::to_key(rule->standing) == standing);
    sum += book.count(standing);
  }
  CHECK(sum == book.rules.size());
  CHECK(book.count("all") == sum);
  const auto cited = book.found({.document = "zs-reply-2025010", .clause = "三(五)"});
  CHECK_FALSE(cited.empty());
  CHECK(cited.size() < book.found({.document = "zs-reply-2025010"}).size());
  CHECK(book.found({.words = "没备案 2025010"}).size() >= 1);
  CHECK(book.found({.words = "没备案 没有这样的字"}).empty());
  CHECK(book.found({.words = "  "}).size() == sum);
  CHECK(book.rule("zhongshan/nothing") == nullptr);
}

TEST_CASE("every document a settlement may cite leads to a place that cites it") {
  for (const PackName& pack : names().packs()) {
    for (const Rule& rule : book_of(pack.id.c_str()).rules)
      for (const RuleVersion& version : rule.versions) {
        CAPTURE(version.document);
        CHECK_FALSE(pack_citing(policies_bundle(), version.document, names()).empty());
      }
  }
  CHECK(pack_citing(policies_bundle(), "no-such-document", names()).empty());
}

TEST_CASE("a source chip's link names the clause") {
  const auto line = source_line({"zs-reply-2025010", "三(五)", policy::Status::in_force, {}}, names(), zh);
  CHECK(line.target.find("document=zs-reply-2025010") != std::string::npos);
  CHECK(line.target.find("&clause=") != std::string::npos);
}

}  // namespace mingbai::screens
