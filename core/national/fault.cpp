#include "core/national/fault.h"

#include "core/contract/fault.h"

namespace mingbai::national {
namespace {

struct Words {
  std::string_view zh;
  std::string_view en;
};

struct Row {
  Fault fault;
  std::string_view code;
  Words message;
  Words remedy;
};

constexpr Row rows[] = {
    {Fault::no_national_message,
     "no_national_message",
     {"国家平台没有对应“{actual}”的报文：2501 只用于转院备案。",
      "The national platform has no message for \"{actual}\": 2501 is for transfers alone."},
     {"这类备案留在本地，不必也不能向平台发送。", "Such a filing stays here; there is nothing to send."}},
    {Fault::national_other_transaction,
     "national_other_transaction",
     {"交易 {actual} 不是这类备案的报文。", "Transaction {actual} is not one of this filing."},
     {"改用列出的交易，或不写 --transaction。", "Use one of those listed, or leave --transaction out."}},
    {Fault::national_stage,
     "national_stage",
     {"备案的环节是“{actual}”，这笔交易不能为它发送。",
      "The filing is at the stage \"{actual}\"; this transaction is not sent for it."},
     {"到了列出的环节再发送。", "Send it at one of the stages listed."}},
    {Fault::national_required,
     "national_required",
     {"{label}（{name}）没有值，平台要求必填。", "{label} ({name}) has no value; the platform requires one."},
     {"请在 {facts} 里给出。", "Give it in {facts}."}},
    {Fault::national_too_long,
     "national_too_long",
     {"{label}（{name}）有 {actual} 个字符，最多 {allowed} 个。",
      "{label} ({name}) has {actual} characters; {allowed} are the most."},
     {"缩短到上限以内，不要由程序截断。", "Shorten it; nothing is cut off by itself."}},
    {Fault::national_unknown_code,
     "national_unknown_code",
     {"{label}（{name}）的代码“{actual}”不在平台的字典里。",
      "The code \"{actual}\" of {label} ({name}) is not in the platform's dictionary."},
     {"从列出的代码中选一个。", "Choose one of the codes listed."}},
    {Fault::national_date,
     "national_date",
     {"{label}（{name}）应为存在的日期，现为“{actual}”。",
      "{label} ({name}) is a day that exists, not \"{actual}\"."},
     {"写成 年-月-日，例如 2026-11-21。", "Write year-month-day, such as 2026-11-21."}},
    {Fault::national_time,
     "national_time",
     {"{label}（{name}）应为时刻，现为“{actual}”。", "{label} ({name}) is a time, not \"{actual}\"."},
     {"写成 2026-11-21 10:58:05。", "Write it like 2026-11-21 10:58:05."}},
    {Fault::national_region,
     "national_region",
     {"{label}（{name}）应为六位行政区划代码，现为“{actual}”。",
      "{label} ({name}) is a region code of six digits, not \"{actual}\"."},
     {"写成例如 442000。", "Write it like 442000."}},
    {Fault::national_before,
     "national_before",
     {"{label}（{name}）{actual} 早于 {allowed}。", "{label} ({name}), {actual}, is before {allowed}."},
     {"核对起止日期。", "Check both dates."}},
    {Fault::national_institution_code,
     "national_institution_code",
     {"{label}（{name}）“{actual}”不是 {allowed} 位，报文 ID 由它开头。",
      "{label} ({name}) \"{actual}\" has not {allowed} characters; the message id begins with it."},
     {"填写医保定点机构代码，例如 H44200100026。",
      "Give the institution's national code, such as H44200100026."}},
    {Fault::national_serial,
     "national_serial",
     {"顺序号 {actual} 不在 {allowed} 之内。", "The serial number {actual} is not within {allowed}."},
     {"从 1 起，同一秒内不重复。", "Begin at 1; within one second none comes twice."}},
    {Fault::national_refused,
     "national_refused",
     {"平台没有接受：{actual}", "The platform did not accept it: {actual}"},
     {"按平台的说明改正后重发。", "Mend what the platform names and send it again."}},
    {Fault::national_answer,
     "national_answer",
     {"这不是平台的回答：{actual}", "This is no answer of the platform: {actual}"},
     {"请给出平台返回的整份报文。", "Give the whole message that the platform returned."}},
};

constexpr bool rows_stand_in_order() {
  for (std::size_t i = 0; i < std::size(rows); ++i)
    if (static_cast<std::size_t>(rows[i].fault) != i) return false;
  return std::size(rows) == static_cast<std::size_t>(Fault::national_answer) + 1;
}
static_assert(rows_stand_in_order());

std::string joined(const std::vector<std::string>& values) {
  std::string out;
  for (const auto& value : values) out += (out.empty() ? "" : ", ") + value;
  return out;
}

// {name} in both languages, each by its own words.
void put(Finding& finding, std::string_view name, const Text& by) {
  const std::string braced = "{" + std::string(name) + "}";
  const auto replace = [&](std::string& text, const std::string& with) {
    if (const auto at = text.find(braced); at != std::string::npos) text.replace(at, braced.size(), with);
  };
  for (Text* text : {&finding.message, &finding.remedy}) {
    replace(text->zh, by.zh);
    replace(text->en, by.en);
  }
}

void put(Finding& finding, std::string_view name, const std::string& by) { put(finding, name, Text{by, by}); }

Text text_of(Words words) { return {std::string(words.zh), std::string(words.en)}; }

}  // namespace

Finding finding(Fault fault, std::string place, std::string actual, std::vector<std::string> allowed) {
  const Row& row = rows[static_cast<std::size_t>(fault)];
  Finding out{std::string(row.code), std::move(place),    actual, std::move(allowed),
              text_of(row.message),  text_of(row.remedy), {}};
  put(out, "actual", actual);
  put(out, "allowed", joined(out.allowed));
  if (actual.empty()) out.actual.reset();
  return out;
}

Finding finding(Fault fault, const Field& field, const std::string& place, std::string actual,
                std::vector<std::string> allowed) {
  Finding out = finding(fault, place, std::move(actual), std::move(allowed));
  const std::string own = (place.starts_with("input.") ? "national." : "national.header.") + field.name;
  Text facts{own, own};
  for (const auto& path : field.from) {
    if (path.starts_with("message.")) continue;
    facts.zh += " 或 " + path;
    facts.en += " or " + path;
  }
  put(out, "label", field.label);
  put(out, "name", field.name);
  put(out, "facts", facts);
  return out;
}

}  // namespace mingbai::national
