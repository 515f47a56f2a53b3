#pragma once
// The words of the printed pages, both languages beside each other. They stand here and not in
// assets/strings, because the server prints and the screens do not: the page's program need not carry them.

#include <string>
#include <string_view>

#include "core/base/text.h"

namespace mingbai::filing::notice {

struct Phrase {
  std::string_view zh;
  std::string_view en;
  std::string in(Language language) const { return std::string(language == Language::zh ? zh : en); }
};

namespace words {

inline constexpr Phrase grant_title{"医疗保障待遇告知书", "Notice of a benefit granted"};
inline constexpr Phrase office_copy{"第一联 办理单位存", "Copy 1, kept by the office"};
inline constexpr Phrase own_copy{"第二联 本人存", "Copy 2, yours to keep"};
inline constexpr Phrase cut_here{"沿此线裁开", "Cut here"};
inline constexpr Phrase insured{"参保人", "Insured person"};
inline constexpr Phrase agent{"代办人", "Acting for the person"};
inline constexpr Phrase granted_now{"本次通过", "Granted now"};
inline constexpr Phrase benefit_days{"享受时间", "Valid"};
inline constexpr Phrase chosen_places{"就医机构", "Where to be treated"};
inline constexpr Phrase so_far{"到今天为止已通过的全部", "Everything granted so far"};
inline constexpr Phrase basis{"依据", "By these rules"};
inline constexpr Phrase clause{"条款 ", "clause "};
inline constexpr Phrase institution{"办理单位", "Handled by"};
inline constexpr Phrase receipt_number{"回执号", "Receipt"};
inline constexpr Phrase signature{"申请人签名", "Signature of the applicant"};
inline constexpr Phrase date{"日期", "Date"};
inline constexpr Phrase stamp{"医保办（科）盖章", "Stamp of the insurance office"};
inline constexpr Phrase grant_hint{
    "看病时出示身份证、社会保障卡或医保电子凭证即可，不用再办证。这张纸请收好。",
    "At a visit your identity card, social security card or electronic certificate is "
    "enough. Keep this sheet."};
inline constexpr Phrase with_card{"同时发给就诊卡一张。", "A treatment card comes with it."};

inline constexpr Phrase card_title{"就诊卡", "Treatment card"};
inline constexpr Phrase card_fold{
    "剪下，对折，塑封后交给参保人。只发给本州（市）参保人。",
    "Cut out, fold, laminate, and hand it to the person. For the prefecture's own members alone."};
inline constexpr Phrase card_diseases{"已通过的病种", "Confirmed"};
inline constexpr Phrase card_more{"另有 {count} 种，见告知书。", "{count} more: see the notice."};
inline constexpr Phrase issued{"发卡", "Issued"};
inline constexpr Phrase card_hint{"请与本人的身份证件一起使用。",
                                  "Valid together with the person's identity document."};

inline constexpr Phrase receipt_title{"备案回执", "Receipt of a filing"};
inline constexpr Phrase receipt_says{"您的备案已经收到并保存好了。",
                                     "Your filing has arrived and is safely kept."};
inline constexpr Phrase kind{"办理事项", "Matter"};
inline constexpr Phrase content{"内容", "What for"};
inline constexpr Phrase received_at{"收到时间", "Received"};
inline constexpr Phrase china_time{"（北京时间）", " (Beijing time)"};
inline constexpr Phrase fingerprint{"内容指纹", "Fingerprint of the content"};
inline constexpr Phrase next{"接下来", "What comes next"};
inline constexpr Phrase receipt_hint{"查询或咨询时，请说回执号。",
                                     "Give the receipt's number when you ask about it."};

inline constexpr Phrase refusal_title{"未通过告知", "Why it was not granted"};
inline constexpr Phrase refusal_says{
    "这次没有通过。全部原因一次写在下面，每条都写了怎么办。",
    "It was not granted. Here is every reason at once, each with what you can do."};
inline constexpr Phrase reason{"原因", "Reason"};
inline constexpr Phrase remedy{"怎么办", "What to do"};
inline constexpr Phrase decided{"决定日期", "Decided"};
inline constexpr Phrase refusal_hint{
    "按上面的办法补齐后可以重新提交，不影响您看病。对结果有疑问，可以向参保地医保经办机构询问。",
    "Once that is mended you may hand it in again; you may be treated meanwhile. Questions: the "
    "handling agency of your insured place."};

}  // namespace words
}  // namespace mingbai::filing::notice
