#pragma once
// 我要备案: what to do, in plain words; then whether it can be done, asked section by section; then the form, for oneself
// or somebody else. Works offline and without an account, for every kind of filing alike.
//
// Every edit goes to the worker as a draft; one save is under way at a time and the newest form follows it. The screen
// says 已保存 only after the worker has reported the draft durable. Photos and PDFs are kept with the draft (web/screens/papers.h). The address holds the draft's id, never its content.
// Routes: #/file chooses the kind; #/file?kind=…&insured=…&application.…=…, ?draft=ID&step=form, ?again=FILING,
// ?follows=FILING (a recheck), ?edit=FILING: an edit of what was handed in, made on the version this device knew.

#include <map>
#include <optional>
#include <string>

#include "web/screens/context.h"
#include "web/screens/file/chooser.h"
#include "web/screens/model/chosen_files.h"
#include "web/screens/model/device_state.h"
#include "web/screens/model/filing_check.h"
#include "web/screens/model/filing_form.h"
#include "web/screens/model/route.h"

namespace mingbai::screens {

class FileScreen {
 public:
  void open(const Route&, const CalculatorForm&);
  void draw(const Context&);
  void on_saved(const Report&);
  void on_fault(const Report&);
  void on_state(const DeviceState&);
  bool on_files(std::string_view event_json);  // true: they were chosen here

 private:
  void load(const Context&);
  void load_filing(const Context&);
  void load_edit(const Context&);
  void refresh(const Context&);
  void take(FilingForm edited);
  void save();
  std::string address(std::string_view step) const;
  void show(std::string_view step);
  void draw_edit_note(const Context&);
  void begin(FilingForm fresh);
  void start_over(FilingForm form);

  void draw_kinds(const Context&);

  void draw_check(FilingForm&, const Context&);
  void draw_check_head(const Context&);
  void draw_tally(const Context&);
  void draw_bar(const Context&);
  void draw_whom(FilingForm&, const Context&);
  void draw_sections(FilingForm&, const Context&);
  void draw_section(FilingForm&, FilingQuestion::Section, const Context&);
  void draw_question(FilingForm&, const FilingQuestion&, const Context&);
  void draw_institutions(FilingForm&, const FilingQuestion&, const Context&);
  void draw_missing(const Context&);
  void draw_changes(const Context&);
  void draw_met(const Context&);
  void draw_bring(FilingForm&, const Context&);
  void draw_held(FilingForm&, const BringRow&, const Context&);
  void draw_papers_note(const Context&);
  void send_chosen();
  void draw_forbidden(const Context&);
  void draw_where(const Context&);

  void draw_form(FilingForm&, const Context&);
  void draw_person(FilingForm&, const Context&);
  void draw_agent(FilingForm&, const Context&);
  void draw_matter(FilingForm&, const Context&);
  void draw_summary(const Context&);
  void draw_saving(const Context&);
  void draw_dialogs(const Context&);
  void submit(const Context&);

  std::string_view fault(std::string_view field) const;

  bool waits() const { return !(wanted_draft_.empty() && wanted_filing_.empty() && wanted_recheck_.empty() && wanted_edit_.empty()); }
  // Whose papers these are: those of an edit belong to the filing.
  const std::string& home() const { return edits_.filing.empty() ? draft_ : edits_.filing; }

  FilingForm form_, begun_;  // begun_: as a link asked for it
  std::string draft_;
  bool gone_ = false;  // the draft: deleted, or wiped with the device
  Edited edits_;
  std::string step_ = "check";
  std::string wanted_draft_, wanted_filing_, wanted_recheck_, wanted_edit_;  // to be loaded once the device has reported

  bool edited_ = false;      // since the last save was sent
  bool saving_ = false;
  std::string saved_at_;     // "10:20"
  std::string save_fault_;   // code

  std::vector<ChosenFile> chosen_;  // to be kept once the draft has its id
  std::size_t adding_ = 0;          // files the worker is looking at
  std::string paper_fault_;         // why the last one was not kept: code

  bool attempted_ = false;
  bool confirming_ = false;
  bool discarding_ = false;
  bool met_open_ = true;
  Chooser disease_, institution_;

  std::optional<CheckView> check_;
  std::map<std::string, std::string> faults_;
  Language checked_in_ = Language::zh;
  Date checked_on_;
};

}  // namespace mingbai::screens
