// What the proof and the cases say about the change, and keeping it.
#include <algorithm>

#include "web/platform/bridge.h"
#include "web/screens/model/answer_words.h"
#include "web/screens/scenarios/change.h"
#include "web/ui/ui.h"

namespace mingbai::screens {
namespace {

constexpr std::size_t findings_most = 8, cases_most = 8;

}  // namespace

void ScenarioChange::draw_proof(const Context& c) {
  const strings::Strings& t = c.t;
  ui::Sheet sheet({.name = t("scenario.proof"), .key = "proof"});
  ui::heading(2, t("scenario.proof"));
  ui::gap(8);
  if (!changes_something(overlay_, groups_)) {
    ui::text(t("scenario.nothing_changed"), ui::Type::body, ui::Token::ink2);
    return;
  }
  if (!proof_) {
    ui::spinner(t("scenario.proving"));
    return;
  }
  const Proof& proof = *proof_;
  const ui::Region region(ui::Role::status, {}, "proof");
  ui::Stack stack({.gap = 12, .key = "findings"});
  if (proof.findings.empty()) ui::note(ui::NoteTone::good, t("scenario.proof_green"));
  for (std::size_t i = 0; i < std::min(findings_most, proof.findings.size()); ++i) {
    const ReportedFinding& finding = proof.findings[i];
    const bool zh = t.language == Language::zh;
    std::vector<ui::Span> spans{{zh ? finding.message_zh : finding.message_en, {.strong = true}}};
    const std::string& remedy = zh ? finding.remedy_zh : finding.remedy_en;
    if (!remedy.empty()) spans.push_back({" "}), spans.push_back({remedy});
    if (!finding.fact.empty()) spans.push_back({" "}), spans.push_back({finding.fact, {.token = ui::Token::ink2}});
    ui::note(ui::NoteTone::fault, spans);
  }
  if (proof.findings.size() > findings_most) {
    ui::caption(t("scenario.and_more", {{"count", std::to_string(proof.findings.size() - findings_most)}}));
  }
  if (proof.known > 0) ui::hint(t("scenario.known_before", {{"count", std::to_string(proof.known)}}));
  const std::string count = std::to_string(proof.cases), red = std::to_string(proof.red.size());
  if (proof.red.empty()) {
    ui::note(ui::NoteTone::good, t("scenario.all_cases_green", {{"count", count}}));
  } else {
    ui::text(t("scenario.cases_turn_red", {{"count", count}, {"red", red}}), ui::Type::strong, ui::Token::rouge);
  }
  for (std::size_t i = 0; i < std::min(cases_most, proof.red.size()); ++i) {
    const CaseRow& row = proof.red[i];
    std::string detail;
    for (const CaseDifference& difference : row.differences) {
      if (!detail.empty()) detail += t("list.comma");
      detail += difference.where.empty() ? difference.found
                                         : t("scenario.differs", {{"where", answer_field(difference.where, t)}, {"expected", answer_value(difference.expected)}, {"found", answer_value(difference.found)}});
    }
    const ui::Keyed keyed(row.file);
    ui::list_row({.title = row.name.in(t.language), .detail = detail, .before = ui::Icon::ring_cross, .before_token = ui::Token::rouge, .pressable = false, .key = "red"});
  }
  if (proof.red.size() > cases_most) {
    ui::caption(t("scenario.and_more", {{"count", std::to_string(proof.red.size() - cases_most)}}));
  }
  draw_keeping(c);
}

void ScenarioChange::draw_keeping(const Context& c) {
  const strings::Strings& t = c.t;
  ui::divider(8, 8);
  const bool lacks = title_needed_ && overlay_.title.empty();
  ui::text_field(t("scenario.overlay_title"), overlay_.title,
                 {.error = lacks ? t("scenario.overlay_title_needed") : std::string_view(), .placeholder = t("scenario.overlay_title_example")});
  ui::Row row({.gap = 12, .key = "keep"});
  const bool keep = ui::button(platform::forgets() ? t("scenario.keep_here") : t("scenario.keep"), {.kind = ui::ButtonKind::primary});
  const bool download = ui::button(t("scenario.download"), {.before = ui::Icon::download});
  if (!keep && !download) return;
  title_needed_ = true;
  if (overlay_.title.empty()) return;
  if (overlay_.id.empty()) {
    std::vector<std::string> taken{"draft"};
    for (const PackName& pack : c.names.packs()) taken.push_back(pack.id);
    for (const Overlay& other : kept_.heads()) taken.push_back(other.id);
    overlay_.id = overlay_id(overlay_.title, taken);
  }
  const std::string text = write_overlay(overlay_, groups_);
  if (download) platform::download(overlay_.id + ".json", "application/json", text);
  if (!keep) return;
  kept_.keep(text);
  ui::toast("overlay", platform::forgets() ? t("scenario.kept_here") : t("scenario.overlay_kept"));
}

void ScenarioChange::draw_kept(const Context& c) {
  const strings::Strings& t = c.t;
  const std::vector<Overlay> heads = kept_.heads();
  if (heads.empty()) return;
  ui::Sheet sheet({.padding = ui::desktop() ? 24.f : -1.f, .name = t("scenario.kept"), .key = "kept"});
  ui::heading(2, t("scenario.kept"));
  for (const Overlay& head : heads) {
    const ui::Keyed keyed(head.id);
    ui::Columns columns({.tracks = {ui::fill(), ui::hug()}, .gap = 8, .align = ui::Align::centre, .key = "kept"});
    columns.next();
    const std::string place = c.names.pack(head.base) ? c.names.region(c.names.pack(head.base)->region, t.language) : head.base;
    if (ui::list_row({.title = head.title, .detail = place, .chosen = head.id == overlay_.id, .line = false, .key = "open"})) {
      if (const std::string* text = kept_.find(head.id)) {
        const std::string copy = *text;
        open_policy(head.base, c);
        if (auto overlay = read_overlay(copy, groups_)) overlay_ = std::move(*overlay);
        if (!kept_.is_own(head.id)) overlay_.id.clear();  // changed, it becomes one's own
        edited();
      }
    }
    columns.next();
    if (!kept_.is_own(head.id)) continue;
    if (ui::icon_button(ui::Icon::trash, t("scenario.forget_overlay", {{"title", head.title}}), {.key = "forget"})) {
      kept_.forget(head.id);
      if (overlay_.id == head.id) overlay_.id.clear();
    }
  }
}

}  // namespace mingbai::screens
