#pragma once
// 审核: what waits for a decision, as words. Read from the server's answers (docs/formats/protocol.md); nothing of it is
// kept on the device, and nothing here decides: which actions are open is the server's to say.

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "generated/strings.h"
#include "web/screens/model/filings_view.h"
#include "web/screens/model/names.h"

namespace mingbai::screens {

// What the account may do besides filing for itself and its own.
struct StaffRole {
  std::string role;  // institution_reviewer | agency_clerk | auditor
  std::string region, institution;
};
std::vector<StaffRole> staff_roles(std::string_view session_json);
bool reviews(const std::vector<StaffRole>&);  // may see the queue
// What "approve" is for this account: confirm for an institution, review for the agency, nothing for an auditor.
std::string_view approval(const std::vector<StaffRole>&);

enum class Checked : std::uint8_t { all_met, some_unmet, unknown };

struct WaitingFiling {
  std::string filing, receipt;
  std::string name;     // masked
  std::string subject;  // 高血压·慢性病, 异地长期居住
  std::string stage;    // key
  std::string stage_words;
  std::string waited;   // "26 分钟"
  double share = 0;     // of the longest wait in the list
  Checked check = Checked::unknown;
  std::int64_t version = 0;
};

WaitingFiling waiting_filing(const nlohmann::ordered_json& row, const Names&, const strings::Strings&);

struct ReviewQueue {
  std::string heading;
  std::vector<WaitingFiling> waiting;
  bool more = false;
  std::vector<std::string> all_met;  // filings whose automatic check finds nothing
};
std::optional<ReviewQueue> review_queue(std::string_view answer, const Names&, const strings::Strings&);

struct CheckLine {
  bool met = false;
  std::string code, message, remedy;
  std::optional<SourceLine> source;
};

struct FiledDocument {
  std::string words;   // "居民身份证·示例.jpg·812 KB"
  std::string target;  // where it is downloaded from
};

struct ReviewedFiling {
  std::string filing, title, kind, detail, receipt, received, stage, stage_words;
  std::int64_t version = 0;
  std::vector<FactRow> facts;
  std::vector<std::string> held, missing, never;  // documents
  std::vector<FiledDocument> attachments;
  std::vector<std::string> not_sent;  // of those held: no photo or PDF has arrived
  std::vector<CheckLine> check;  // what is not met first
  std::vector<TimelineRow> timeline;
  std::vector<std::string> actions;  // keys
  bool may(std::string_view action) const;
};
std::optional<ReviewedFiling> reviewed_filing(std::string_view answer, const Names&, const strings::Strings&);

// The body of a decision. `reasons`: what the automatic check found, with the reviewer's own words last. `outcome` is that
// of a spot check: upheld, set_aside.
std::string decision(const ReviewedFiling&, std::string_view action, const std::vector<CheckLine>& reasons, std::string_view words,
                     std::string_view outcome = {});
std::string batch_decision(const std::vector<std::string>& filings, std::string_view action);

// What an answer that is no success says, in the language of the interface.
std::string problem_words(int status, std::string_view body, const strings::Strings&);

}  // namespace mingbai::screens
