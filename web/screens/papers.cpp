#include "web/screens/papers.h"

#include <string>

#include "web/platform/bridge.h"
#include "web/screens/model/command.h"
#include "web/ui/ui.h"

namespace mingbai::screens {
namespace {

using Stand = PaperRow::Stand;

ui::Icon icon_of(Stand stand) {
  return stand == Stand::kept ? ui::Icon::ring_check : stand == Stand::refused ? ui::Icon::cross : ui::Icon::clock;
}

ui::Token token_of(Stand stand) {
  return stand == Stand::kept ? ui::Token::pine : stand == Stand::refused ? ui::Token::rouge : ui::Token::gamboge;
}

void draw_words(const PaperRow& row, bool with_title) {
  if (with_title) ui::text(row.title, ui::Type::strong);
  if (row.target.empty()) ui::text(row.detail, ui::Type::label);
  else ui::link(row.detail, row.target, ui::Token::pine, row.target);
  if (row.stand == Stand::sending) ui::progress(row.words, {}, row.share, "sending");
  else ui::text(row.words, ui::Type::label, row.stand == Stand::refused ? ui::Token::rouge : ui::Token::ink2);
  if (!row.remedy.empty()) ui::text(row.remedy, ui::Type::label, ui::Token::ink2);
}

}  // namespace

void draw_papers(const std::vector<PaperRow>& rows, const Context& c, bool with_title) {
  const strings::Strings& t = c.t;
  for (const PaperRow& row : rows) {
    const ui::Keyed keyed(row.id.empty() ? row.target : row.id);
    const ui::Region item(ui::Role::group, row.title + std::string(t("list.dot")) + row.detail, "paper");
    ui::gap(8);
    ui::Inset inset(ui::Surface::tint, 14);
    const bool own = !row.id.empty() && row.stand != Stand::kept;
    ui::Columns columns({.tracks = {ui::fixed(24), ui::fill(), ui::hug()}, .gap = 12, .key = "row"});
    columns.next();
    ui::icon(icon_of(row.stand), 24, token_of(row.stand));
    columns.next();
    draw_words(row, with_title);
    columns.next();
    if (own && ui::icon_button(ui::Icon::trash, t("papers.delete", {{"name", row.detail}}), {.key = "delete"})) {
      platform::send(command::delete_paper(row.id));
    }
  }
}

void draw_paper_buttons(std::string_view document, std::string_view key, const Context& c) {
  const strings::Strings& t = c.t;
  const std::string name = c.names.choice("application.documents", document, t.language);
  ui::gap(8);
  ui::Row row({.gap = 8, .key = key});
  ui::file_button(t("papers.add"), {.small = true, .name = t("papers.add_name", {{"name", name}}), .key = key});
  if (!ui::phone()) return;
  const ui::Keyed camera("camera");
  ui::file_button(t("papers.camera"), {.accept = "image/*", .camera = true, .small = true, .name = t("papers.camera_name", {{"name", name}}), .key = key});
}

}  // namespace mingbai::screens
