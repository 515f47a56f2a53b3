#include "core/filing/notice/notice.h"

#include "core/filing/notice/page.h"
#include "tests/core/filing/notice/golden.h"

namespace mingbai::filing::notice {
namespace {

// Names are invented; the identity numbers are those of the standard's own examples.
const Person person{"测试甲", {"居民身份证", "Identity card"}, "11010519491231002X"};
const Text prefecture{"楚雄彝族自治州", "Chuxiong"};
const Text hospital{"测试县人民医院", "Test County Hospital"};

Date day(const char* iso) { return *parse_date(iso); }

Grant hypertension() { return {{"高血压病", "Hypertension"}, "M03900", day("2022-08-01"), std::nullopt}; }

GrantNotice notice() {
  GrantNotice out;
  out.region = prefecture;
  out.kind = {"门诊特定病种备案", "Special disease filing"};
  out.insured = person;
  out.basis = {{{"云南省医疗保障局关于统一全省基本医疗保险门诊特殊病慢性病病种管理服务工作的通知",
                 "Yunnan: special and chronic diseases"},
                "云医保〔2020〕77号",
                {}},
               {{"楚雄州医疗保障局办公室关于全面开展州内异地申请门诊特殊病慢性病病种确认备案工作的通知",
                 "Chuxiong notice 2022-5"},
                "楚医保办〔2022〕5号",
                {"三(一)2"}}};
  out.granted = hypertension();
  out.so_far = {{{"2型糖尿病", "Diabetes, type 2"}, "M01600", day("2021-03-05"), std::nullopt},
                hypertension()};
  out.institution = hospital;
  out.receipt = "CX220801-0004K";
  out.printed = day("2022-08-01");
  out.with_card = true;
  return out;
}

// The most that one person is likely to be granted.
GrantNotice notice_of(int grants) {
  GrantNotice out = notice();
  out.agent = Agent{{"测试乙", {"居民身份证", "Identity card"}, "440524188001010014"}, "女儿"};
  out.so_far.clear();
  for (int i = 1; i <= grants; ++i)
    out.so_far.push_back(
        {{"门诊特殊病慢性病第" + std::to_string(i) + "种", "Disease number " + std::to_string(i)},
         "M0" + std::to_string(1000 + i),
         day("2022-08-01"),
         day("2024-07-31")});
  out.places = {hospital, {"测试社区卫生服务中心", "Test Community Health Centre"}};
  return out;
}

GrantNotice long_notice() { return notice_of(12); }

RefusalPage refusal_of_two() {
  RefusalPage out;
  out.region = prefecture;
  out.kind = {"门诊特定病种备案", "Special disease filing"};
  out.asked = hypertension();
  out.insured = person;
  out.reasons = {
      {{"医生的职称是住院医师，需要主治及以上。", "The doctor is a resident; attending or higher is needed."},
       {"请主治及以上专科医师开诊断证明书。", "Have an attending specialist write the certificate."},
       "楚医保办〔2022〕5号 二(二)"},
      {{"缺少材料：疾病诊断证明书。", "A document is missing: the diagnosis certificate."},
       {"补交这一份。", "Hand it in."},
       ""}};
  out.decided = day("2022-08-01");
  return out;
}

ReceiptPage receipt_of_one() {
  ReceiptPage out;
  out.region = {"中山市", "Zhongshan"};
  out.kind = {"异地就医备案", "Remote-care filing"};
  out.asked = {{"长期居住在外地，广州市", "Living elsewhere for a long time, Guangzhou"},
               "",
               std::nullopt,
               std::nullopt};
  out.insured = {"测试甲", {"居民身份证", "Identity card"}, "1101**********002X"};
  out.number = "ZS261121-0004K";
  out.received_at = "2026-11-21 18:58";
  out.sha256 = "0f3a5b0f3a5b0f3a5b0f3a5b0f3a5b0f3a5b0f3a5b0f3a5b0f3a5b0f3a5b0f3a";
  out.next = {"经办机构复核，几分钟内有结果。", "The agency reviews it within minutes."};
  return out;
}

std::size_t count(const std::string& page, std::string_view text) {
  std::size_t found = 0;
  for (auto at = page.find(text); at != std::string::npos; at = page.find(text, at + 1)) ++found;
  return found;
}

TEST_CASE("printed pages are what they were", "[golden]") {
  for (const auto language : {Language::zh, Language::en}) {
    const std::string tag = language == Language::zh ? "zh" : "en";
    check_golden("grant_notice." + tag, grant_notice(notice(), language));
    check_golden("grant_notice_long." + tag, grant_notice(long_notice(), language));
    check_golden("grant_notice_sides." + tag, grant_notice(notice_of(18), language));
    check_golden("card." + tag,
                 card({prefecture, person, notice().so_far, hospital, day("2022-08-01")}, language));
    check_golden("card_long." + tag,
                 card({prefecture, person, notice_of(13).so_far, hospital, day("2022-08-01")}, language));
    check_golden("grant_notice_four." + tag, grant_notice(notice_of(4), language));
    check_golden("receipt." + tag, receipt(receipt_of_one(), language));
    check_golden("refusal." + tag, refusal(refusal_of_two(), language));
  }
}

TEST_CASE("a notice has two copies on one sheet, each with everything the form asks for") {
  const std::string page = grant_notice(notice(), Language::zh);
  CHECK(count(page, "class=\"copy\"") == 2);
  for (const auto* text : {"测试甲", "11010519491231002X", "云医保〔2020〕77号", "2022年8月1日起",
                           "2型糖尿病", "申请人签名", "日期", "医保办（科）盖章", "到今天为止已通过的全部"})
    CHECK(count(page, text) >= 2);
  CHECK(count(page, "办理单位存") == 1);
  CHECK(count(page, "本人存") == 1);
}

TEST_CASE("past what two halves hold each copy has a side to itself, and nothing is to be cut") {
  CHECK(grant_notice(notice_of(14), Language::zh).find("沿此线裁开") != std::string::npos);
  const std::string page = grant_notice(notice_of(15), Language::zh);
  CHECK(page.find("沿此线裁开") == std::string::npos);
  CHECK(count(page, "M01015") == 2);
}

TEST_CASE("a card shows twelve diseases and says how many more there are") {
  const std::string page =
      card({prefecture, person, notice_of(13).so_far, hospital, day("2022-08-01")}, Language::zh);
  CHECK(count(page, "<li>") == 12);
  CHECK(page.find("另有 1 种，见告知书。") != std::string::npos);
}

TEST_CASE("a notice without a card does not promise one") {
  GrantNotice elsewhere = notice();
  elsewhere.with_card = false;
  CHECK(grant_notice(elsewhere, Language::zh).find("就诊卡") == std::string::npos);
}

TEST_CASE("a refusal tells every reason with what to do, and no rule where none is known") {
  const std::string page = refusal(refusal_of_two(), Language::zh);
  CHECK(count(page, "class=\"reason\"") == 2);
  CHECK(count(page, "class=\"remedy\"") == 2);
  CHECK(count(page, "class=\"source\"") == 1);
}

TEST_CASE("whatever a person writes is text on the page, never markup") {
  const std::string hostile = "<script>alert(1)</script>\"'&\x01<img src=x onerror=y>";
  const Text text{hostile, hostile};
  GrantNotice told = long_notice();
  told.region = told.kind = told.institution = told.granted.what = text;
  told.insured = {hostile, text, hostile};
  told.agent = Agent{{hostile, text, hostile}, hostile};
  told.basis = {{text, hostile, {hostile}}};
  told.so_far = {{text, hostile, std::nullopt, std::nullopt}};
  told.places = {text};
  told.receipt = hostile;
  ReceiptPage arrived = receipt_of_one();
  arrived.number = arrived.received_at = arrived.sha256 = hostile;
  arrived.next = arrived.region = text;
  RefusalPage refused = refusal_of_two();
  refused.reasons = {{text, text, hostile}};
  refused.receipt = hostile;
  for (const auto language : {Language::zh, Language::en})
    for (const auto& page : {grant_notice(told, language),
                             card({text, told.insured, told.so_far, text, day("2022-08-01")}, language),
                             receipt(arrived, language), refusal(refused, language)}) {
      CHECK(page.find("<script") == std::string::npos);
      CHECK(page.find("<img") == std::string::npos);
      CHECK(page.find("\"'") == std::string::npos);
      CHECK(page.find('\x01') == std::string::npos);
      CHECK(page.find("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;") != std::string::npos);
    }
}

TEST_CASE("a page brings no script and no style of its own") {
  const std::string page = grant_notice(notice(), Language::en);
  for (const auto* text : {"<script", "<style", "style=", "onload", "http:", "https:"})
    CHECK(page.find(text) == std::string::npos);
  CHECK(page.find("href=\"/print.css\"") != std::string::npos);
}

TEST_CASE("days are written out, with and without an end") {
  CHECK(days_in_words(day("2022-08-01"), std::nullopt, Language::zh) == "2022年8月1日起");
  CHECK(days_in_words(day("2022-08-01"), day("2024-07-31"), Language::zh) ==
        "2022年8月1日起，至2024年7月31日止");
  CHECK(days_in_words(day("2022-08-01"), day("2024-07-31"), Language::en) ==
        "from 1 August 2022 to 31 July 2024 inclusive");
  CHECK(days_in_words(std::nullopt, std::nullopt, Language::en).empty());
}

}  // namespace
}  // namespace mingbai::filing::notice
