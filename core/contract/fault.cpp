#include "core/contract/fault.h"

#include <array>

#include "core/base/nearest.h"

namespace mingbai::contract {
namespace {

struct Row {
  Fault fault;
  std::string_view code;
  std::string_view zh;
  std::string_view en;
  std::string_view remedy_zh;
  std::string_view remedy_en;
};

constexpr Row rows[] = {
    {Fault::not_json, "not_json", "这不是合法的 JSON：{actual}", "This is not JSON: {actual}",
     "按 JSON 格式改正后再提交。", "Correct the text to valid JSON and try again."},
    {Fault::invalid_utf8, "invalid_utf8", "第 {actual} 个字节起不是合法的 UTF-8。",
     "From byte {actual} on this is not UTF-8.", "以 UTF-8 编码保存后再提交。", "Save the text as UTF-8."},
    {Fault::too_large, "too_large", "内容有 {actual} 字节，超过上限 {allowed} 字节。",
     "The text has {actual} bytes; {allowed} are the most.", "分几次提交。", "Submit it in parts."},
    {Fault::too_deep, "too_deep", "嵌套超过 {allowed} 层。", "Nested deeper than {allowed} levels.",
     "去掉多余的嵌套。", "Remove the needless nesting."},
    {Fault::duplicate_key, "duplicate_key", "“{actual}”写了两次。", "\"{actual}\" is given twice.",
     "只保留一个。", "Keep one of them."},
    {Fault::wrong_type, "wrong_type", "这里应为{allowed}，现为 {actual}。",
     "Expected {allowed} here, found {actual}.", "改成要求的类型。", "Write it in the expected type."},
    {Fault::unknown_key, "unknown_key", "没有“{actual}”这一项。", "There is no item \"{actual}\".",
     "改用已有的项名，或删去。", "Use a known name or leave it out."},
    {Fault::missing_key, "missing_key", "缺少“{fact}”。", "\"{fact}\" is missing.", "补上这一项。",
     "Add it."},
    {Fault::unknown_value, "unknown_value", "“{actual}”不是已知的取值。",
     "\"{actual}\" is not a known value.", "从列出的取值中选一个。", "Choose one of the values listed."},
    {Fault::empty_list, "empty_list", "列表不能为空。", "The list must not be empty.",
     "至少写一项，或整项不写。", "Give at least one entry or leave it out."},
    {Fault::text_too_long, "text_too_long", "文字过长：{actual} 字节，最多 {allowed} 字节。",
     "The text is too long: {actual} bytes, {allowed} at most.", "缩短后再提交。", "Shorten it."},
    {Fault::out_of_range, "out_of_range", "{actual} 超出范围（{allowed}）。",
     "{actual} is out of range ({allowed}).", "填写范围内的数。", "Give a number within the range."},
    {Fault::money_as_number, "money_as_number", "金额写成了数字 {actual}；数字会带来舍入误差，请写成文字。",
     "The amount is the number {actual}; numbers bring rounding errors, write it as text.",
     "写成带引号、两位小数的元，例如 \"50000.00\"。",
     "Write yuan in quotes with two decimals, such as \"50000.00\"."},
    {Fault::money_format, "money_format", "“{actual}”不是金额的写法。",
     "\"{actual}\" is not how an amount is written.", "写成两位小数的元，不加逗号，例如 \"50000.00\"。",
     "Write yuan with two decimals and no commas, such as \"50000.00\"."},
    {Fault::money_too_large, "money_too_large", "金额 {actual} 过大。", "The amount {actual} is too large.",
     "核对金额。", "Check the amount."},
    {Fault::ratio_format, "ratio_format", "“{actual}”不是比例的写法。",
     "\"{actual}\" is not how a ratio is written.", "写成带百分号的文字，例如 \"95%\"。",
     "Write it as text with a percent sign, such as \"95%\"."},
    {Fault::decimal_format, "decimal_format", "“{actual}”不是小数的写法。",
     "\"{actual}\" is not how a decimal is written.", "写成最多四位小数、不加逗号的数，例如 \"3.25\"。",
     "Write a number with at most four decimals and no commas, such as \"3.25\"."},
    {Fault::negative_amount, "negative_amount", "金额 {actual} 小于零。",
     "The amount {actual} is below zero.", "填写零或更大的金额。", "Give zero or more."},
    {Fault::own_expense_above_total, "own_expense_above_total", "自费 {actual} 大于总费用 {allowed}。",
     "The own expense {actual} is above the total {allowed}.", "核对账单上的总费用和自费。",
     "Check the total and the own expense on the bill."},
    {Fault::parts_above_total, "parts_above_total",
     "自费、超限价与先行自付合计 {actual}，大于总费用 {allowed}。",
     "Own expense, over limit and upfront come to {actual}, above the total {allowed}.",
     "核对账单上的各项金额。", "Check these amounts on the bill."},
    {Fault::date_format, "date_format", "“{actual}”不是日期的写法。",
     "\"{actual}\" is not how a date is written.", "写成 年-月-日，例如 2026-11-21。",
     "Write year-month-day, such as 2026-11-21."},
    {Fault::impossible_date, "impossible_date", "没有 {actual} 这一天。", "There is no such day as {actual}.",
     "核对日期。", "Check the date."},
    {Fault::discharged_before_admitted, "discharged_before_admitted",
     "出院日期 {actual} 早于入院日期 {allowed}。",
     "Discharged on {actual}, before the admission on {allowed}.", "核对入院和出院日期。",
     "Check the days of admission and discharge."},
    {Fault::to_before_from, "to_before_from", "结束日期 {actual} 早于开始日期 {allowed}。",
     "It ends on {actual}, before it begins on {allowed}.", "核对起止日期。", "Check both dates."},
    {Fault::day_after_as_of, "day_after_as_of", "日期 {actual} 晚于办理之日 {allowed}。",
     "The day {actual} is after the day of handling, {allowed}.", "核对日期。", "Check the date."},
    {Fault::bad_region, "bad_region", "“{actual}”不是行政区划代码。", "\"{actual}\" is not a region code.",
     "写成六位数字的行政区划代码（GB/T 2260），例如 442000。",
     "Give the six digits of GB/T 2260, such as 442000."},
    {Fault::bad_year, "bad_year", "“{actual}”不是年份。", "\"{actual}\" is not a year.",
     "写成四位数字，例如 \"2025\"。", "Give four digits in quotes, such as \"2025\"."},
    {Fault::identity_number_length, "identity_number_length", "身份证号码应为 18 位，现为 {actual} 位。",
     "An identity number has 18 characters, this one has {actual}.", "对照证件重新输入。",
     "Type it again from the card."},
    {Fault::identity_number_characters, "identity_number_characters",
     "身份证号码前 17 位应为数字，末位为数字或 X。",
     "The first 17 characters are digits, the last is a digit or X.", "对照证件重新输入。",
     "Type it again from the card."},
    {Fault::identity_number_birth_date, "identity_number_birth_date",
     "身份证号码中的出生日期 {actual} 不成立。", "The birth date {actual} in the identity number cannot be.",
     "对照证件核对第 7 至 14 位。", "Check digits 7 to 14 with the card."},
    {Fault::identity_number_check_digit, "identity_number_check_digit",
     "身份证号码校验不符，可能输错了某一位。", "The check digit does not fit: a digit may be mistyped.",
     "对照证件逐位核对。", "Compare it with the card digit by digit."},
    {Fault::unknown_policy, "unknown_policy", "没有“{actual}”这个政策包。",
     "There is no policy \"{actual}\".", "改用列出的政策包。", "Use one of the policies listed."},
    {Fault::unknown_scheme, "unknown_scheme", "没有“{actual}”这个险种。", "There is no scheme \"{actual}\".",
     "改用当日有效的险种。", "Use a scheme that is valid on that day."},
    {Fault::scheme_not_valid, "scheme_not_valid", "险种“{actual}”在这一天无效：{period}。",
     "The scheme \"{actual}\" is not valid on that day: {period}.", "改用当日有效的险种，或核对日期。",
     "Use a scheme that is valid on that day, or check the date."},
    {Fault::no_rule, "no_rule", "没有哪一条规定覆盖这种情形，未作计算。",
     "No rule covers this; nothing is determined.", "向参保地经办机构核实。",
     "Ask the handling agency of the insured place."},
    {Fault::ledger_of_another_year, "ledger_of_another_year",
     "年度累计是 {actual} 年的，这笔费用属于 {allowed} 年（按出院日期），累计没有计入，按 {allowed} "
     "年此前没有费用计算。",
     "The ledger is that of {actual}; the claim belongs to {allowed}, by its day of discharge. The ledger "
     "was not "
     "counted, as if {allowed} had seen no claim before.",
     "那一年此前如有费用，请给出那一年的累计。",
     "If that year has seen claims before, give the ledger of that year."},
    {Fault::document_missing, "document_missing", "缺少材料：{actual}。", "A document is missing: {actual}.",
     "补交其中一种。", "Hand in one of those listed."},
    {Fault::pack_file_missing, "pack_file_missing", "缺少文件 {fact}。", "The file {fact} is missing.",
     "补上文件。", "Add the file."},
    {Fault::pack_bad_name, "pack_bad_name", "没有“{actual}”这种文件或项。",
     "\"{actual}\" is no known file or item.", "改用已有的名称。", "Use a known name."},
    {Fault::pack_unknown_fact, "pack_unknown_fact", "事实“{actual}”不在词典里。",
     "The fact \"{actual}\" is not in the dictionary.", "改用词典中的事实名。",
     "Use a fact of the dictionary."},
    {Fault::pack_fact_type, "pack_fact_type", "事实的类型应为 {allowed}，现为 {actual}。",
     "The fact is of type {allowed}, not {actual}.", "改正类型。", "Correct the type."},
    {Fault::pack_bad_value, "pack_bad_value", "“{actual}”不是这里能用的值。",
     "\"{actual}\" cannot stand here.", "按格式文档改正。", "Correct it as the format document says."},
    {Fault::pack_dangling_reference, "pack_dangling_reference", "引用的“{actual}”不存在。",
     "\"{actual}\" is referred to but does not exist.", "改正引用，或补上被引用的内容。",
     "Correct the reference or add what it names."},
    {Fault::pack_missing_source, "pack_missing_source", "没有写明依据（文件与条款）。",
     "No source (document and clause) is given.", "补上依据。", "Add the source."},
    {Fault::pack_duplicate_id, "pack_duplicate_id", "“{actual}”重复。", "\"{actual}\" stands twice.",
     "只保留一个。", "Keep one of them."},
    {Fault::pack_inherits_in_circle, "pack_inherits_in_circle", "政策包的继承成了循环：{actual}。",
     "The packs inherit in a circle: {actual}.", "去掉一处继承。", "Remove one of the inheritances."},
    {Fault::overlay_base_version, "overlay_base_version",
     "方案写于基础包的第 {actual} 版，现在是第 {allowed} 版。",
     "The overlay was written for version {actual} of its base, which is now {allowed}.",
     "核对改动是否仍然成立，再改成现在的版本。",
     "See whether the changes still hold, then name the present version."},
    {Fault::overlay_test_failed, "overlay_test_failed", "预期值是 {allowed}，这里是 {actual}。",
     "The test expects {allowed}, found {actual}.", "基础包已经不同，请核对这处改动。",
     "The base differs; look at this change again."},
    {Fault::overlay_dangling_pointer, "overlay_dangling_pointer", "“{actual}”这个位置不存在。",
     "There is no place \"{actual}\".", "改用列出的位置。", "Use one of the places listed."},
    {Fault::table_gap, "table_gap", "决策表有缺口：{actual}。", "The table has a gap: {actual}.",
     "为这种情形补一行。", "Add a row for this case."},
    {Fault::table_overlap, "table_overlap", "决策表有重叠：{actual}。", "The table overlaps: {actual}.",
     "让其中一行让位。", "Let one of the rows yield."},
    {Fault::table_too_large, "table_too_large", "决策表的情形太多（{actual}），无法逐一证明。",
     "The table has too many cases ({actual}) to prove one by one.", "减少输入。", "Use fewer inputs."},
    {Fault::date_gap, "date_gap", "日期有缺口：{actual}。", "There is a gap in time: {actual}.",
     "补上这段时间的值，或写明有意留空。", "Add a value for this time or say that the gap is wanted."},
    {Fault::precedence_tie, "precedence_tie", "{actual} 同时有效，分不出先后。",
     "{actual}: both hold and neither goes first.", "给出不同的生效日期或法律状态。",
     "Give them different dates or statuses."},
    {Fault::list_size, "list_size", "目录里是 {actual}，规定写的是 {allowed}。",
     "The list has {actual}, the rule says {allowed}.", "补全或改正目录，没有拿全就写 complete: false。",
     "Complete or correct the list; one not wholly in hand says complete: false."},
    {Fault::field_count, "field_count", "这一行有 {actual} 个字段，表头有 {allowed} 个。",
     "This line has {actual} fields, the first line {allowed}.", "补齐或删去多余的字段。",
     "Give as many fields as the first line names."},
    {Fault::person_not_together, "person_not_together", "“{actual}”的各行没有排在一起。",
     "The rows of \"{actual}\" do not stand together.", "把同一个人的各行按结算顺序排在一起。",
     "Put the rows of one person together, in the order in which they are settled."},
    {Fault::quotes_astray, "quotes_astray", "引号没有成对，或者引号后面还有别的字符。",
     "A quote is never closed, or something follows where it closes.",
     "每个字段要么整个放在一对引号里，要么不用引号。",
     "Put the whole field between two quotes, or use none."},
    {Fault::sums_too_large, "sums_too_large", "费用合计超过 {allowed} 元，无法精确相加。",
     "Together the claims are above {allowed}, more than can be added up exactly.",
     "核对金额，或分几次计算。", "Check the amounts, or do it in parts."},
    {Fault::more_faults, "more_faults", "还有 {actual} 处没有列出。", "{actual} more are not listed.",
     "先改正列出的，再试一次。", "Mend those listed and try again."},
    {Fault::not_one_or_two, "not_one_or_two", "要一个或两个政策，现为 {actual} 个。",
     "One or two policies are compared, not {actual}.", "给出一个政策，或者两个作比较。",
     "Name one policy, or two to compare."},
    {Fault::simulation_without_people, "simulation_without_people", "没有给出人群，也没有给出费用明细。",
     "Neither a population nor claims are given.", "给出人群和人数，或一份费用明细（CSV），二者取一。",
     "Give a population with a count, or a CSV of claims; one of the two."},
    {Fault::unknown_population, "unknown_population", "没有“{actual}”这个人群。",
     "There is no population \"{actual}\".", "从列出的人群中选一个。", "Choose one of those listed."},
    {Fault::case_failed, "case_failed", "案例不符：{actual}。", "The case fails: {actual}.",
     "核对规则或案例。", "Check the rule or the case."},
    {Fault::case_unreadable, "case_unreadable", "案例无法读取：{actual}。",
     "The case cannot be read: {actual}.", "按案例格式改正。", "Correct it as the case format says."},
    {Fault::not_exercised, "not_exercised", "没有案例检验：{actual}。", "No case exercises it: {actual}.",
     "补一个案例，或写明为什么不检验。", "Add such a case, or say why there is none."},
};

constexpr bool rows_stand_in_order() {
  for (std::size_t i = 0; i < std::size(rows); ++i)
    if (static_cast<std::size_t>(rows[i].fault) != i) return false;
  return std::size(rows) == static_cast<std::size_t>(Fault::not_exercised) + 1;
}
static_assert(rows_stand_in_order());

const Row& row_of(Fault fault) { return rows[static_cast<std::size_t>(fault)]; }

void replace_all(std::string& text, const std::string& name, std::string_view value) {
  for (std::size_t at = 0; (at = text.find(name, at)) != std::string::npos; at += value.size())
    text.replace(at, name.size(), value);
}

std::string joined(const std::vector<std::string>& values, std::string_view separator) {
  std::string out;
  for (const auto& value : values) {
    if (!out.empty()) out += separator;
    out += value;
  }
  return out;
}

}  // namespace

std::string_view code_of(Fault fault) { return row_of(fault).code; }

void fill(Text& text, std::string_view name, std::string_view value) {
  const std::string braced = "{" + std::string(name) + "}";
  replace_all(text.zh, braced, value);
  replace_all(text.en, braced, value);
}

Finding finding(Fault fault, std::string fact, std::optional<std::string> actual,
                std::vector<std::string> allowed) {
  const Row& row = row_of(fault);
  Finding out{std::string(row.code),
              std::move(fact),
              std::move(actual),
              std::move(allowed),
              {std::string(row.zh), std::string(row.en)},
              {std::string(row.remedy_zh), std::string(row.remedy_en)},
              std::nullopt};
  fill(out.message, "fact", out.fact);
  replace_all(out.message.zh, "{allowed}", joined(out.allowed, "、"));
  replace_all(out.message.en, "{allowed}", joined(out.allowed, ", "));
  fill(out.message, "actual", out.actual.value_or(""));
  const bool names = row.code.starts_with("unknown_") || row.code.starts_with("pack_") ||
                     row.code == "overlay_dangling_pointer";
  if (const auto near = names && out.actual ? nearest_name(*out.actual, out.allowed) : std::nullopt) {
    out.message.zh += "是不是“" + *near + "”？";
    out.message.en += " Did you mean \"" + *near + "\"?";
  }
  return out;
}

}  // namespace mingbai::contract
