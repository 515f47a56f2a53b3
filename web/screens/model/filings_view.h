#pragma once
// 我的备案: the queue, the cards, the opened filing, as words. Nothing is called received without a receipt, nothing
// valid before the agency has decided.
//
// Times of the worker are UTC; people read Beijing time.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/policy/library.h"
#include "generated/strings.h"
#include "web/screens/model/device_state.h"
#include "web/screens/model/filing_form.h"
#include "web/screens/model/names.h"
#include "web/screens/model/source_line.h"

namespace mingbai::screens {

struct FactRow {
  std::string label;
  std::string value;
};

struct QueueRow {
  std::string id;
  std::string title;   // "异地长期居住·广州市"
  std::string status;  // why it has not gone yet, and when it is tried again
  std::vector<FactRow> facts;
  bool needs_login = false;
  int papers = 0;  // photos and PDFs that wait with it
};

struct FilingCard {
  std::string filing;
  std::string title;
  std::string detail;  // place and person
  bool received = false;
  std::string state;   // "医保局已收到" | "被退回" | where its life stands
  bool over = false;   // refused, withdrawn, cancelled or expired
  std::string from, until;
  double past = 0;     // of the validity bar
  bool open_ended = false;
};

struct TimelineRow {
  enum class When : std::uint8_t { past, future } when = When::past;
  std::string title, detail, time;
  bool fault = false;
};

struct Refusal {
  std::string message;
  std::string remedy;
  std::optional<SourceLine> source;
};

struct OpenedFiling {
  FilingCard card;
  std::vector<FactRow> facts;
  std::vector<TimelineRow> timeline;
  std::string receipt_number, receipt_time, checksum;  // empty without a receipt
  std::vector<Refusal> refusals;
};

struct DraftRow {
  std::string id;
  std::string title;
  std::string saved;
};

struct FilingsView {
  std::string heading;
  std::vector<QueueRow> queue;
  std::vector<FilingCard> cards;
  std::vector<DraftRow> drafts;
  bool empty() const { return queue.empty() && cards.empty() && drafts.empty(); }
};

FilingsView filings_view(const policy::Library&, const Names&, const DeviceState&, Date today, const strings::Strings&);
OpenedFiling opened_filing(const policy::Library&, const Names&, const Filed&, Date today, const strings::Strings&);

// The filing's content as the person reads it again.
std::vector<FactRow> form_facts(const FilingForm&, const Names&, const strings::Strings&);
std::string form_title(const FilingForm&, const Names&, const strings::Strings&);

// "2026-03-12T01:41:26Z" -> "2026-03-12 09:41:26"
std::string beijing_time(std::string_view utc);
// "3f9a02c7…" -> "3F9A 02C7 81DE 4B60": enough to compare by eye
std::string checksum_words(std::string_view sha256);

}  // namespace mingbai::screens
