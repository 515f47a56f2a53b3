// Drafts as a file, out and in.
#include "web/screens/model/backup.h"

#include "web/platform/bridge.h"
#include "web/screens/filings/screen.h"
#include "web/screens/model/chosen_files.h"
#include "web/screens/model/command.h"
#include "web/screens/model/json_reading.h"
#include "web/ui/ui.h"

namespace mingbai::screens {
namespace {

constexpr std::string_view file_key = "backup";

}  // namespace

bool FilingsScreen::on_backup(std::string_view event_json) {
  if (const auto files = chosen_files(event_json, file_key)) {
    backup_fault_ = false;
    for (const ChosenFile& file : *files) platform::read_file(file_key, file.handle);
    return true;
  }
  if (event_json.find("\"file_text\"") == event_json.npos) return false;
  const Json event = Json::parse(event_json, nullptr, false);
  if (word(event, "type") != "file_text" || word(event, "key") != file_key) return false;
  backup_ = word(event, "text");
  backup_fault_ = backup_.empty();
  return true;
}

void FilingsScreen::draw_backup(const Context& c) {
  const strings::Strings& t = c.t;
  if (!c.device.known) return;
  if (!backup_.empty()) {
    const auto back = restoration_from(backup_, c.device);
    backup_.clear();
    backup_fault_ = !back;
    if (back) {
      for (const Draft& draft : back->drafts) platform::send(command::save_draft(draft.id, draft.kind, draft.form, draft.edits));
      std::string told = t("backup.restored", {{"count", std::to_string(back->drafts.size())}});
      if (back->skipped > 0) told += (t.language == Language::en ? " " : "") + t("backup.skipped", {{"count", std::to_string(back->skipped)}});
      ui::toast("backup", told);
    }
  }
  ui::gap(16);
  ui::Sheet sheet({.padding = 20, .name = t("backup.title"), .key = "backup"});
  ui::heading(2, t("backup.title"), ui::Type::strong);
  ui::text(t("backup.line"), ui::Type::label, ui::Token::ink2);
  ui::gap(12);
  {
    ui::Row row({.gap = 8});
    const bool something = !c.device.drafts.empty() || !c.device.queue.empty() || !c.device.conflicts.empty();
    if (something && ui::button(t("backup.save"), {.kind = ui::ButtonKind::secondary, .before = ui::Icon::download, .small = true})) {
      platform::download("mingbai-drafts.json", "application/json", backup_of(c.device));
    }
    ui::file_button(t("backup.restore"), {.accept = ".json,application/json", .small = true, .key = file_key});
  }
  if (backup_fault_) ui::note(ui::NoteTone::fault, t("backup.fault"));
}

}  // namespace mingbai::screens
