#pragma once
// 我的备案: what was not sent yet stands above everything; then what the agency has, one of them opened; drafts to finish.
//
// Draws what the worker reports and nothing else. Which filing is opened stands in the address.

#include <string>

#include "web/screens/context.h"
#include "web/screens/filings/acts.h"
#include "web/screens/filings/conflict.h"
#include "web/screens/filings/papers.h"
#include "web/screens/model/filings_view.h"
#include "web/screens/model/route.h"

namespace mingbai::screens {

class FilingsScreen {
 public:
  void open(const Route&);
  bool on_answer(const ServerAnswer& answer) { return acts_.on_answer(answer) || papers_.on_answer(answer); }
  bool on_files(std::string_view event_json);  // true: they were chosen here
  bool on_backup(std::string_view event_json);
  void on_fault(const Report& report) {
    papers_.on_fault(report);
    conflict_.on_fault(report);
    if (report.during == "backup" || report.during == "restore") backup_report_ = report;
  }
  void on_restored(const Report& report) { backup_report_ = report; }
  void draw(const Context&);

 private:
  void draw_queue(const FilingsView&, const Context&);
  void draw_entry(const QueueRow&, const Context&);
  void draw_cards(const FilingsView&, const Context&);
  void draw_drafts(const FilingsView&, const Context&);
  void draw_backup(const Context&);
  void draw_backup_faults(const Context&) const;
  void draw_opened(const OpenedFiling&, const Filed&, const Context&);
  void draw_prints(const OpenedFiling&, const Filed&, const Context&);
  void draw_followed(const Filed&, const Context&);
  void draw_facts_and_timeline(const OpenedFiling&, const Context&);
  void draw_receipt(const OpenedFiling&, const Context&);
  void draw_refusals(const OpenedFiling&, const Context&);
  void draw_dialogs(const FilingsView&, const Context&);

  std::string opened_;    // filing
  std::string viewing_;   // queue entry whose content is shown
  std::string deleting_;  // queue entry to be deleted
  Report backup_report_;  // of the last backup, out or in
  FilingActs acts_;
  FilingPapers papers_;
  FilingConflict conflict_;
  std::size_t waiting_ = 0;  // entries of the queue, last seen
};

}  // namespace mingbai::screens
