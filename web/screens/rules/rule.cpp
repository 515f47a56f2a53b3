// One rule, and one document.
#include "web/screens/pieces.h"
#include "web/screens/rules/screen.h"
#include "web/ui/ui.h"

namespace mingbai::screens {
namespace {

void draw_version(const RuleVersion& version, std::size_t number, bool last, const Context& c) {
  const ui::Keyed keyed(number);
  const strings::Strings& t = c.t;
  {
    ui::Row row({.gap = 8});
    if (!version.value.empty()) ui::text(version.value, ui::Type::strong);
    if (!version.facts.empty()) ui::text(version.facts, ui::Type::body);
  }
  {
    ui::Row row({.gap = 8});
    ui::text(version.period, ui::Type::label, ui::Token::ink2);
    if (version.today) ui::status_chip(ui::Tone::neutral, t("rules.today"), ui::Icon::check);
    draw_source(version.source, "source");
  }
  if (!version.note.empty()) ui::text(version.note, ui::Type::label, ui::Token::ink2);
  if (!last) ui::divider(12, 12);
}

}  // namespace

void draw_rule(const Rule& rule, int level, const Context& c) {
  const strings::Strings& t = c.t;
  const ui::Keyed keyed(rule.id);
  ui::Sheet sheet({.name = rule.title, .key = "rule"});
  ui::caption(rule.section);
  ui::heading(level, rule.title, ui::Type::title);
  ui::gap(4);
  ui::status_chip(ui::tone(standing(rule.standing)), status_word(rule.standing, t));
  if (!rule.lines.empty()) {
    ui::divider(20, 20);
    ui::heading(level + 1, t("rules.says"));
    ui::gap(8);
    for (const std::string& line : rule.lines) ui::text(line);
  }
  ui::divider(20, 20);
  ui::heading(level + 1, t("rules.valid"));
  ui::gap(12);
  for (std::size_t at = 0; at < rule.versions.size(); ++at) draw_version(rule.versions[at], at, at + 1 == rule.versions.size(), c);
  if (rule.used_by.empty()) return;
  ui::divider(20, 20);
  ui::heading(level + 1, t("rules.used_by"));
  ui::gap(8);
  for (const std::string& user : rule.used_by) ui::text(user);
}

void draw_document(const DocumentName& document, bool opened, int level, const Context& c) {
  const strings::Strings& t = c.t;
  const ui::Keyed keyed(document.id);
  const std::string& title = document.title.in(t.language);
  ui::Sheet sheet({.surface = opened ? ui::Surface::chosen : ui::Surface::paper, .name = title, .current = opened, .key = "document"});
  const auto standing_chip = [&] {
    const auto status = policy::parse_status(document.status);
    if (status) ui::status_chip(ui::tone(standing(*status)), status_word(*status, t));
  };
  if (ui::phone()) {
    ui::heading(level, title);
    ui::gap(8);
    standing_chip();
  } else {
    ui::Columns columns({.tracks = {ui::fill(), ui::hug()}, .gap = 16, .key = "head"});
    columns.next();
    ui::heading(level, title);
    columns.next();
    standing_chip();
  }
  ui::gap(12);
  ui::Stack stack({.gap = 8});
  if (!document.number.empty()) ui::fact(t("rules.number"), document.number, 96);
  if (!document.issuer.empty()) ui::fact(t("rules.issuer"), document.issuer, 96);
  if (!document.published.empty()) ui::fact(t("rules.date"), document.published, 96);
  if (!document.note.zh.empty()) ui::fact(t("rules.note"), document.note.in(t.language), 96);
}

}  // namespace mingbai::screens
