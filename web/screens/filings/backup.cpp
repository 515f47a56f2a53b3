// What stands on this device only as a file, out and in. The worker makes it and reads it back (web/worker/desk/backup.h); what
// is wrong with one it names.
#include <algorithm>
#include <utility>

#include "web/platform/bridge.h"
#include "web/screens/filings/screen.h"
#include "web/screens/model/chosen_files.h"
#include "web/screens/model/command.h"
#include "web/screens/model/papers.h"
#include "web/screens/model/restored_words.h"
#include "web/ui/ui.h"

namespace mingbai::screens {
namespace {

constexpr std::string_view file_key = "backup";

bool holds_something(const DeviceState& device) {
  const bool papers = std::ranges::any_of(device.papers, [](const HeldPaper& paper) { return is_to_come(paper); });
  return papers || !device.drafts.empty() || !device.queue.empty() || !device.conflicts.empty();
}

}  // namespace

bool FilingsScreen::on_backup(std::string_view event_json) {
  const auto files = chosen_files(event_json, file_key);
  if (!files) return false;
  backup_report_ = {};
  for (const ChosenFile& file : *files) platform::send_file(command::restore(), file.handle);
  return true;
}

void FilingsScreen::draw_backup_faults(const Context& c) const {
  const strings::Strings& t = c.t;
  const bool zh = t.language == Language::zh;
  for (const ReportedFinding& finding : backup_report_.findings) {
    ui::note(ui::NoteTone::fault, (zh ? finding.message_zh + finding.remedy_zh : finding.message_en + " " + finding.remedy_en));
  }
  const auto words = strings::find("fault." + backup_report_.code);
  if (backup_report_.findings.empty()) ui::note(ui::NoteTone::fault, words ? t(*words) : t("fault.other"));
  if (backup_report_.during == "restore") ui::text(t("backup.fault"), ui::Type::label, ui::Token::ink2);
}

void FilingsScreen::draw_backup(const Context& c) {
  const strings::Strings& t = c.t;
  if (!c.device.known) return;
  if (backup_report_.kind == Report::Kind::restored) {
    ui::toast("backup", restored_words(std::exchange(backup_report_, {}), t));
  }
  ui::gap(16);
  ui::Sheet sheet({.padding = 20, .name = t("backup.title"), .key = "backup"});
  ui::heading(2, t("backup.title"), ui::Type::strong);
  ui::text(t("backup.line"), ui::Type::label, ui::Token::ink2);
  ui::gap(12);
  {
    ui::Row row({.gap = 8});
    if (holds_something(c.device) && ui::button(t("backup.save"), {.kind = ui::ButtonKind::secondary, .before = ui::Icon::download, .small = true})) {
      backup_report_ = {};
      platform::send(command::backup());
    }
    ui::file_button(t("backup.restore"), {.accept = {}, .small = true, .key = file_key});
  }
  if (!backup_report_.code.empty()) draw_backup_faults(c);
}

}  // namespace mingbai::screens
