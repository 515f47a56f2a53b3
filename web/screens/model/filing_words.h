#pragma once
// What a filing of any kind says, in words: read from its payload and the names of the facts, so that a kind needs no
// code of its own here.
//
//   filing_title(payload, …)   高血压·城乡居民, 长期居住在外地·广州市
//   filing_facts(payload, …)   参保类型: 城乡居民 · 医院级别: 三级 · …

#include <string>
#include <string_view>
#include <vector>

#include "generated/strings.h"
#include "web/screens/model/filings_view.h"
#include "web/screens/model/json_reading.h"
#include "web/screens/model/names.h"

namespace mingbai::screens {

// One answer in words, of a fact by its path: 三级, 广州市, 高血压病, 是.
std::string answer_words(std::string_view path, std::string_view value, const Names&, const strings::Strings&);
std::string kind_words(std::string_view kind, const Names&, const strings::Strings&);
std::string filing_title(const Json& payload, const Names&, const strings::Strings&);
std::vector<FactRow> filing_facts(const Json& payload, const Names&, const strings::Strings&);

// What stands in one part of a payload, leaf by leaf: {"application.provider.level", 医院级别, 三级}.
struct FieldRow {
  std::string path, label, words;
};
std::vector<FieldRow> field_words(const std::string& path, const Json& value, const std::string& policy, const Names&, const strings::Strings&);

// How long something has waited, in the largest whole unit: "26 分钟", "3 天".
std::string waited_words(std::int64_t seconds, const strings::Strings&);

}  // namespace mingbai::screens
