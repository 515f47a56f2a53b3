#pragma once
// Papers (材料) as words: what each photo or PDF is, where it stands, why it was refused, and how many of a filing's have not
// arrived yet. A filing whose papers have not all arrived is never called complete.

#include <string>
#include <string_view>
#include <vector>

#include "generated/strings.h"
#include "web/screens/model/device_state.h"
#include "web/screens/model/names.h"

namespace mingbai::screens {

struct PaperRow {
  enum class Stand : std::uint8_t { waiting, sending, kept, refused };
  std::string id;      // on this device; empty for one the server tells of
  std::string document;
  std::string title;   // "居民身份证"
  std::string detail;  // "身份证.jpg·812 KB"
  std::string words;   // where it stands: "已存在这台设备，跟着备案一起传"
  std::string remedy;  // of a refusal: what to do
  std::string target;  // where the server gives it back
  Stand stand = Stand::waiting;
  double share = 0;    // of its parts that have arrived
};

// Of one filing or draft. `submitted`: the filing has its receipt, so its papers may go.
std::vector<PaperRow> paper_rows(const DeviceState&, std::string_view filing, bool submitted, const Names&, const strings::Strings&);

// Those the server has kept (GET /api/v1/filings/ID/attachments), for a device that did not send them itself. Rows the device
// holds of the same come first and are not doubled.
void add_kept_papers(std::vector<PaperRow>&, std::string_view answer, const Names&, const strings::Strings&);

bool is_to_come(const HeldPaper&);

// Those that wait or are under way.
int papers_to_come(const std::vector<PaperRow>&);
int papers_to_come(const DeviceState&, std::string_view filing);

// "812 KB", "3.4 MB"
std::string file_size(std::int64_t bytes);

}  // namespace mingbai::screens
