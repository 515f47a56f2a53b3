#include "web/screens/rules/screen.h"

#include "web/platform/bridge.h"
#include "web/screens/model/comparison_summary.h"
#include "web/screens/pieces.h"
#include "web/ui/ui.h"

namespace mingbai::screens {
namespace {

constexpr std::string_view standings[] = {"in_force", "draft", "assumed", "repealed"};

ui::Icon icon_of(policy::Status status) {
  switch (status) {
    case policy::Status::in_force: return ui::Icon::ring_check;
    case policy::Status::draft: return ui::Icon::speech;
    case policy::Status::assumed: return ui::Icon::wave;
    case policy::Status::repealed: return ui::Icon::ring_cross;
  }
  return ui::Icon::none;
}

ui::Token token_of(policy::Status status) {
  return status == policy::Status::in_force ? ui::Token::pine : status == policy::Status::draft ? ui::Token::indigo : status == policy::Status::assumed ? ui::Token::ochre : ui::Token::ink2;
}

}  // namespace

void RulesScreen::open(const Route& route) {
  const std::string before = rule_ + document_;
  part_ = route.get("part") == "documents" ? "documents" : "rules";
  rule_ = route.get("rule");
  document_ = route.get("document");
  clause_ = route.get("clause");
  if (const std::string_view pack = route.get("in"); !pack.empty()) pack_ = pack;
  else if (!document_.empty()) pack_.clear();  // found anew: one that cites it
  if (rule_ + document_ != before && opened()) ui::scroll_to_top();
}

std::string RulesScreen::link_to(const Rule& rule) const {
  Route route{"rules", {}};
  route.put("in", pack_);
  route.put("rule", rule.id);
  return to_hash(route);
}

void RulesScreen::refresh(const Context& c) {
  if (pack_.empty() && !document_.empty()) pack_ = pack_citing(platform::policies(), document_, c.names);
  if (c.names.packs().empty()) return;
  if (!c.names.pack(pack_)) pack_ = c.names.packs().front().id;
  if (pack_ == read_pack_ && c.t.language == read_in_ && c.today == read_on_) return;
  book_ = read_rule_book(platform::policies(), pack_, c.today, c.names, c.t);
  read_pack_ = pack_;
  read_in_ = c.t.language;
  read_on_ = c.today;
  search();
}

void RulesScreen::search() { found_ = book_.found({.words = words_, .standing = standing_}); }

void RulesScreen::draw_parts(const Context& c) {
  const strings::Strings& t = c.t;
  const ui::Choice parts[] = {{"rules", t("rules.part_rules")}, {"documents", t("rules.documents")}};
  std::string part = part_;
  if (!ui::segmented(t("rules.parts"), part, parts, {.label_hidden = true, .width = ui::phone() ? 0.f : 320.f}) || part == part_) return;
  Route route{"rules", {}};
  route.put("in", pack_);
  if (part != "rules") route.put("part", part);
  platform::go(to_hash(route));
}

void RulesScreen::draw_query(const Context& c) {
  const strings::Strings& t = c.t;
  const PlaceChoices places(c);
  std::string pack = pack_;
  if (ui::select(t("rules.place"), pack, places.choices()) && pack != pack_) {
    Route route{"rules", {}};
    route.put("in", pack);
    platform::go(to_hash(route));
  }
  ui::gap(16);
  if (ui::text_field(t("rules.find"), words_, {.kind = ui::FieldKind::search, .hint = t("rules.find_hint")})) search();
  ui::gap(12);
  std::vector<std::string> counts;
  counts.reserve(std::size(standings) + 1);
  std::vector<ui::Choice> kinds = {{"all", t("rules.all"), counts.emplace_back(grouped(static_cast<std::int64_t>(book_.rules.size())))}};
  for (const std::string_view standing : standings) {
    const auto status = *policy::parse_status(standing);
    const std::size_t count = book_.count(standing);
    if (count > 0) kinds.push_back({standing, status_word(status, t), counts.emplace_back(grouped(static_cast<std::int64_t>(count))), icon_of(status)});
  }
  if (ui::pills(t("rules.status"), standing_, kinds, {.label_hidden = true})) search();
  ui::gap(12);
  const std::string found = found_.empty() ? std::string(t("rules.nothing")) : t("rules.found", {{"count", grouped(static_cast<std::int64_t>(found_.size()))}});
  const ui::Region told(ui::Role::status, {}, "found");
  ui::caption(found);
}

void RulesScreen::draw_list(const Context& c) {
  std::string section;
  for (std::size_t at = 0; at < found_.size(); ++at) {
    const Rule& rule = *found_[at];
    const ui::Keyed keyed(rule.id + std::to_string(at));
    if (rule.section != section) {
      section = rule.section;
      ui::gap(20);
      ui::heading(2, section, ui::Type::label);
    }
    ui::list_row({.title = rule.title, .right = status_word(rule.standing, c.t), .after = icon_of(rule.standing), .after_token = token_of(rule.standing), .chosen = rule.id == rule_, .target = link_to(rule), .key = "row"});
  }
}

// What rests on the opened document; with a clause, on that clause.
void RulesScreen::draw_cited(const Context& c) {
  const strings::Strings& t = c.t;
  auto cited = book_.found({.document = document_, .clause = clause_});
  const bool of_clause = !clause_.empty() && !cited.empty();
  if (cited.empty()) cited = book_.found({.document = document_});
  if (cited.empty()) return;
  const DocumentName* document = c.names.document(document_);
  const std::string what = (document ? document->short_title.in(t.language) : document_) + (of_clause ? " " + clause_ : std::string());
  const std::string title = t("rules.based_on", {{"document", what}, {"count", std::to_string(cited.size())}});
  ui::Sheet sheet({.name = title, .key = "cited"});
  ui::heading(2, title);
  for (const Rule* rule : cited) {
    const ui::Keyed keyed(rule->id);
    ui::list_row({.title = rule->title, .detail = rule->section, .after = ui::Icon::chevron_right, .target = link_to(*rule), .key = "row"});
  }
}

void RulesScreen::draw_opened(int level, const Context& c) {
  if (const Rule* rule = book_.rule(rule_)) return draw_rule(*rule, level, c);
  if (const DocumentName* document = c.names.document(document_)) draw_document(*document, true, level, c);
  else ui::note(ui::NoteTone::information, c.t("rules.nothing"));
  if (!document_.empty()) draw_cited(c);
}

void RulesScreen::draw(const Context& c) {
  const strings::Strings& t = c.t;
  refresh(c);
  ui::Page page({.name = t("door.rules")});
  if (!ui::desktop() && opened() && part_ == "rules") {
    if (ui::button(t("rules.back"), {.kind = ui::ButtonKind::words, .before = ui::Icon::chevron_left, .small = true, .flush = true})) {
      Route route{"rules", {}};
      route.put("in", pack_);
      platform::go(to_hash(route));
    }
    return draw_opened(1, c);
  }
  ui::caption(t("rules.crumb"));
  ui::heading(1, t("rules.heading"), ui::Type::title);
  ui::gap(12);
  if (ui::button(t("rules.scenarios"), {.kind = ui::ButtonKind::words, .before = ui::Icon::scales, .small = true, .flush = true})) platform::go("#/scenarios");
  ui::gap(8);
  draw_parts(c);
  ui::gap(16);
  if (part_ == "documents") {
    for (const DocumentName& document : c.names.documents()) draw_document(document, false, 2, c);
    return;
  }
  const auto list = [&] {
    ui::Sheet sheet({.name = t("rules.part_rules"), .key = "list"});
    draw_query(c);
    draw_list(c);
  };
  if (!ui::desktop()) return list();
  ui::Columns columns({.tracks = {ui::fixed(384), ui::fill()}, .gap = 24, .key = "book"});
  columns.next();
  list();
  columns.next({.sticky = true});
  if (opened()) return draw_opened(2, c);
  if (!found_.empty()) draw_rule(*found_.front(), 2, c);
}

}  // namespace mingbai::screens
