#include "web/screens/rules/screen.h"

#include "web/platform/bridge.h"
#include "web/screens/model/source_line.h"
#include "web/screens/pieces.h"
#include "web/ui/ui.h"

namespace mingbai::screens {
namespace {

void draw_document(const DocumentName& document, bool opened, const Context& c) {
  const strings::Strings& t = c.t;
  const ui::Keyed keyed(document.id);
  const std::string& title = document.title.in(t.language);
  ui::Sheet sheet({.surface = opened ? ui::Surface::chosen : ui::Surface::paper, .name = title, .current = opened, .key = "document"});
  {
    ui::Columns columns({.tracks = {ui::fill(), ui::hug()}, .gap = 16, .key = "head"});
    columns.next();
    ui::heading(2, title);
    columns.next();
    const auto status = policy::parse_status(document.status);
    if (status) ui::status_chip(ui::tone(standing(*status)), status_word(*status, t));
  }
  ui::gap(12);
  ui::Stack stack({.gap = 8});
  if (!document.number.empty()) ui::fact(t("rules.number"), document.number, 96);
  if (!document.issuer.empty()) ui::fact(t("rules.issuer"), document.issuer, 96);
  if (!document.published.empty()) ui::fact(t("rules.date"), document.published, 96);
  if (!document.note.zh.empty()) ui::fact(t("rules.note"), document.note.in(t.language), 96);
}

}  // namespace

void RulesScreen::draw(const Context& c) {
  const strings::Strings& t = c.t;
  ui::Page page({.name = t("door.rules")});
  ui::caption(t("rules.crumb"));
  ui::heading(1, t("rules.heading"), ui::Type::title);
  ui::gap(8);
  if (ui::button(t("rules.scenarios"), {.kind = ui::ButtonKind::words, .before = ui::Icon::scales, .small = true})) platform::go("#/scenarios");
  ui::gap(8);
  // The one a source chip led to comes first.
  for (const DocumentName& document : c.names.documents()) {
    if (document.id == opened_) draw_document(document, true, c);
  }
  for (const DocumentName& document : c.names.documents()) {
    if (document.id != opened_) draw_document(document, false, c);
  }
}

}  // namespace mingbai::screens
