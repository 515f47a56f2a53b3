// 您要办哪一样: every kind of filing by its situation in plain words, with the places whose rules are in hand.
#include "web/platform/bridge.h"
#include "web/screens/file/screen.h"
#include "web/screens/model/filing_words.h"
#include "web/ui/ui.h"

namespace mingbai::screens {
namespace {

ui::Icon icon_of(std::string_view kind) {
  if (kind == "remote_care") return ui::Icon::pin;
  if (kind == "special_disease") return ui::Icon::clipboard;
  if (kind == "provider_selection") return ui::Icon::home;
  if (kind == "negotiated_drug") return ui::Icon::shield;
  if (kind == "recheck") return ui::Icon::retry;
  if (kind == "late_entry") return ui::Icon::clock;
  return ui::Icon::bag;
}

std::string places(std::string_view kind, const Context& c) {
  std::string out;
  for (const std::string& id : places_with_rules(c.library, c.names, kind, c.today)) {
    const PackName* pack = c.names.pack(id);
    out += (out.empty() ? std::string() : std::string(c.t("list.and"))) + c.names.region(pack->region, c.t.language);
  }
  return out.empty() ? std::string(c.t("kinds.no_place")) : c.t("kinds.places", {{"places", out}});
}

void draw_kind(std::string_view kind, const Context& c) {
  const strings::Strings& t = c.t;
  const ui::Keyed keyed(kind);
  const std::string name(kind);
  const auto title = strings::find("kinds." + name), line = strings::find("kinds." + name + ".line");
  const std::string formal = kind_words(kind, c.names, t);
  const std::string_view words = title ? t(*title) : std::string_view(formal);
  Route route{"file", {}};
  route.put("kind", kind);
  const std::string target = to_hash(route);
  const std::string where = places(kind, c);
  std::string said(words);
  for (const std::string_view part : {std::string_view(formal), line ? t(*line) : std::string_view(), std::string_view(where)}) said.append(" ").append(part);
  ui::Sheet sheet({.padding = ui::phone() ? 20.f : 24.f, .stretch = true, .name = said, .target = target, .key = "kind"});
  if (sheet.activated()) platform::go(target);
  {
    ui::Row head({.gap = 14, .wrap = false});
    ui::icon_tile(icon_of(kind), ui::Token::pine_tint, ui::Token::pine, 44);
    ui::Stack stack;
    ui::text(words, ui::Type::section);
    ui::text(formal, ui::Type::small, ui::Token::ink3);
  }
  ui::gap(10);
  if (line) ui::text(t(*line), ui::Type::label, ui::Token::ink2);
  ui::gap(6);
  ui::hint(where);
}

}  // namespace

void FileScreen::draw_kinds(const Context& c) {
  const strings::Strings& t = c.t;
  ui::heading(1, t("kinds.heading"), ui::Type::title);
  ui::text(t("kinds.line"), ui::Type::label, ui::Token::ink2);
  ui::gap(20);
  const ui::Region list(ui::Role::list, t("kinds.heading"));
  if (ui::phone()) {
    for (const std::string_view kind : filing_kinds) draw_kind(kind, c);
    return;
  }
  for (std::size_t i = 0; i < std::size(filing_kinds); i += 2) {
    const ui::Keyed keyed(i);
    if (i > 0) ui::gap(24);
    ui::Columns columns({.tracks = {ui::fill(), ui::fill()}, .gap = 24, .key = "pair"});
    columns.next();
    draw_kind(filing_kinds[i], c);
    columns.next();
    if (i + 1 < std::size(filing_kinds)) draw_kind(filing_kinds[i + 1], c);
  }
}

}  // namespace mingbai::screens
