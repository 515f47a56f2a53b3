#pragma once
// What the device holds and the worker reports (本机状态): drafts, the queue of unsent filings, what the server has
// answered, the network and the account. Read from the worker's `state` event; never changed by a screen.
//
// `form` and `payload` stay JSON text: only the filing's own model reads them.

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mingbai::screens {

// The filing a form edits, and the version its person began on; empty: a new filing.
struct Edited {
  std::string filing;
  std::int64_t version = 0;
};

struct Draft {
  std::string id;
  std::string kind;
  std::string form;
  std::string updated_at;
  Edited edits = {};
};

struct Queued {
  std::string id;
  std::string filing;
  std::string kind;
  std::string form;
  std::string payload;
  std::string queued_at;
  int attempts = 0;
  std::string fault;
  std::int64_t base_version = 0;  // above 0: an edit of the filing
};

struct ReportedFinding {
  std::string code;
  std::string fact;
  std::string message_zh, message_en;
  std::string remedy_zh, remedy_en;
  std::string document, clause, status;
};

struct FilingEvent {
  std::string type;  // saved | queued | received | refused
  std::string at;
  std::vector<ReportedFinding> reasons;
  std::string by = {};  // the role whose act it was; empty: not told
};

struct Filed {
  std::string filing;
  std::string kind;
  std::string state;  // received | refused
  std::string stage;  // where its life stands, empty when the server has not told
  std::string payload;
  std::string receipt_number;
  std::string received_at;
  std::string sha256;
  std::vector<ReportedFinding> findings;
  std::vector<FilingEvent> events;
  std::int64_t version = 0;
  std::vector<std::string> next;              // actions open to the account
  std::string effective_from, effective_to;   // of the life; empty: none
  bool own = true;                            // false: another account handed it in
};

// An edit of a filing that came too late (冲突): what this device had; what stands instead is the filing itself.
struct HeldConflict {
  std::string id;
  std::string filing;
  std::string kind;
  std::string payload;
  std::string made_at;
  std::int64_t base_version = 0;
};

// A photo or PDF added on this device (待传材料), and what became of it.
struct HeldPaper {
  std::string id;
  std::string filing;    // the draft's or the filing's id
  std::string document;  // key
  std::string name;
  std::string state;     // waiting | sending | kept | refused
  std::int64_t bytes = 0;
  int sent = 0, of = 0;  // parts
  std::string fault;     // of the last try
  std::string retry_at;
  std::string attachment;  // the server's id, once kept
  std::vector<ReportedFinding> findings;
};

struct DeviceState {
  bool known = false;  // false until the first report
  std::string storage_kind;
  std::string storage_fault;
  bool owner = true;
  bool online = true;
  bool syncing = false;
  std::string network_fault;
  std::string retry_at;
  std::string account;
  std::vector<Draft> drafts;
  std::vector<Queued> queue;
  std::vector<Filed> filings;
  std::vector<HeldPaper> papers;
  std::vector<HeldConflict> conflicts;

  const Draft* draft(std::string_view id) const;
  const Queued* queued(std::string_view id) const;
  const Filed* filed(std::string_view filing) const;
  const HeldConflict* conflict(std::string_view id) const;
};

// One report of the worker.
struct Report {
  enum class Kind { other, state, saved, restored, fault } kind = Kind::other;
  DeviceState state;
  std::string id;      // saved, fault: the draft
  std::string at;      // saved: when it was durable
  std::string code;    // fault
  std::string during;  // fault: the command
  std::vector<ReportedFinding> findings;
  int drafts = 0, papers = 0, skipped = 0;  // restored
};

Report read_report(std::string_view event_json);

// Findings as the contract writes them; what is no list has none.
std::vector<ReportedFinding> read_finding_list(const nlohmann::ordered_json& list);

// The findings of any event that has some, those of the batch worker among them.
std::vector<ReportedFinding> read_findings(std::string_view event_json);

}  // namespace mingbai::screens
