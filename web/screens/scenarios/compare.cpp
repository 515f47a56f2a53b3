// The comparison's form and its run.
#include "web/screens/scenarios/compare.h"

#include "web/platform/bridge.h"
#include "web/screens/model/device_state.h"
#include "web/screens/model/json_reading.h"
#include "web/screens/model/scenario_command.h"
#include "web/screens/pieces.h"
#include "web/ui/ui.h"

namespace mingbai::screens {
namespace {

constexpr std::int64_t people_most = 10000000;

// A whole number above zero, separators allowed; 0 when it is none.
std::int64_t read_whole(std::string_view typed) {
  std::int64_t out = 0;
  for (const char c : typed) {
    if (c == ',' || c == ' ') continue;
    if (c < '0' || c > '9' || out > people_most * 1000) return -1;
    out = out * 10 + (c - '0');
  }
  return typed.empty() ? -1 : out;
}

}  // namespace

bool ScenarioCompare::on_event(std::string_view event, std::string_view json) {
  if (event == "progress") {
    const Json told = Json::parse(json, nullptr, false);
    done_ = whole(told, "done");
    of_ = whole(told, "of");
    return true;
  }
  if (event == "stopped") {
    running_ = false;
    return true;
  }
  if (event != "compared") return false;
  running_ = false;
  summary_text_ = json;
  summary_.reset();
  return true;
}

void ScenarioCompare::on_fault(std::string_view json) {
  running_ = false;
  const Json told = Json::parse(json, nullptr, false);
  if (word(told, "during") != "compare") return;
  failed_ = true;
  for (const ReportedFinding& finding : read_findings(json)) {
    faults_zh_.push_back(finding.message_zh);
    faults_en_.push_back(finding.message_en);
  }
}

void ScenarioCompare::refresh(const Context& c) {
  if (!populations_read_ || read_in_ != c.t.language) {
    populations_ = read_populations(platform::policies(), c.t.language);
    populations_read_ = true;
    read_in_ = c.t.language;
  }
  if (population_.empty() && !populations_.empty()) population_ = populations_.front().id;
  if (a_.empty() && !c.names.packs().empty()) a_ = c.names.packs().front().id;
  if (b_.empty()) {
    if (const auto heads = kept_.heads(); !heads.empty()) {
      b_ = heads.front().id;
      a_ = heads.front().base;
    }
  }
  if (summary_text_.empty() || (summary_ && summary_in_ == c.t.language)) return;
  const Json told = Json::parse(summary_text_, nullptr, false);
  summary_ = read_summary(word(told, c.t.language == Language::zh ? "zh" : "en"), c.names, c.t);
  summary_in_ = c.t.language;
}

std::string ScenarioCompare::title_of(const std::string& policy, const Context& c) {
  if (const PackName* pack = c.names.pack(policy)) return pack->title.in(c.t.language);
  const std::string* text = kept_.find(policy);
  return text ? read_overlay_head(*text).title : policy;
}

void ScenarioCompare::start(const Context& c) {
  const strings::Strings& t = c.t;
  const std::int64_t count = read_whole(count_), seed = read_whole(seed_);
  count_fault_ = count < 1 || count > people_most ? t("scenario.count_fault", {{"most", grouped(people_most)}}) : std::string();
  seed_fault_ = seed < 0 ? t("entry.not_a_count", {{"label", t("scenario.seed")}}) : std::string();
  b_fault_ = b_.empty() || b_ == a_ ? std::string(t("scenario.b_needed")) : std::string();
  if (!count_fault_.empty() || !seed_fault_.empty() || !b_fault_.empty()) return;
  batch_command::Comparison wanted{{a_, b_}, population_, count, seed, {}};
  for (const std::string& id : wanted.policies) {
    if (const std::string* text = kept_.find(id)) wanted.overlays.push_back(*text);
  }
  running_ = true;
  failed_ = false;
  done_ = 0;
  of_ = count;
  faults_zh_.clear();
  faults_en_.clear();
  platform::send_batch(batch_command::compare(wanted));
}

void ScenarioCompare::draw_heading(const Context& c) const {
  const strings::Strings& t = c.t;
  if (!summary_) return ui::heading(1, running_ ? t("scenario.compare_running") : t("scenario.compare_title"), ui::Type::title);
  const auto fund = [&](std::string_view fund) {
    return t("scenario.compare_answer", {{"winners", grouped(summary_->winners)}, {"losers", grouped(summary_->losers)}, {"fund", fund}});
  };
  const std::string words = summary_->fund_sign == 0 ? std::string(t("scenario.fund_same"))
                            : summary_->fund_sign > 0 ? t("scenario.fund_pays_more", {{"amount", summary_->fund_difference}})
                                                      : t("scenario.fund_pays_less", {{"amount", summary_->fund_difference}});
  ui::heading(1, fund(words), ui::Type::title);
}

void ScenarioCompare::draw_form(const Context& c) {
  const strings::Strings& t = c.t;
  std::vector<std::string> texts;
  std::vector<ui::Choice> policies;
  const std::vector<Overlay> heads = kept_.heads();
  texts.reserve(c.names.packs().size() + heads.size());
  for (const PackName& pack : c.names.packs()) policies.push_back({pack.id, texts.emplace_back(pack.title.in(t.language))});
  for (const Overlay& head : heads) {
    policies.push_back({head.id, texts.emplace_back(t("scenario.overlay_named", {{"title", head.title}}))});
  }
  std::vector<ui::Choice> populations;
  for (const PopulationName& population : populations_) populations.push_back({population.id, population.title});
  ui::Sheet sheet({.name = t("scenario.compare_form"), .key = "form"});
  auto first = [&] { ui::select("A", a_, policies, {.hint = t("scenario.a_hint")}); };
  auto second = [&] {
    if (ui::select("B", b_, policies, {.hint = heads.empty() ? t("scenario.no_overlay") : t("scenario.b_hint"), .error = b_fault_, .placeholder = t("scenario.b_placeholder")})) b_fault_.clear();
  };
  auto who = [&] { ui::select(t("scenario.population"), population_, populations, {.placeholder = t("scenario.population")}); };
  auto count = [&] { ui::text_field(t("scenario.count"), count_, {.kind = ui::FieldKind::number, .error = count_fault_}); };
  auto seed = [&] { ui::text_field(t("scenario.seed"), seed_, {.kind = ui::FieldKind::number, .hint = t("scenario.seed_hint"), .error = seed_fault_}); };
  if (ui::phone()) {
    ui::Stack stack({.gap = 16, .key = "fields"});
    first();
    second();
    who();
    count();
    seed();
  } else {
    {
      ui::Columns columns({.tracks = {ui::fill(), ui::fill()}, .gap = 24, .key = "sides"});
      columns.next();
      first();
      columns.next();
      second();
    }
    ui::gap(16);
    ui::Columns columns({.tracks = {ui::fill(2), ui::fill(), ui::fill()}, .gap = 24, .key = "people"});
    columns.next();
    who();
    columns.next();
    count();
    columns.next();
    seed();
  }
  ui::gap(16);
  draw_run(c);
}

void ScenarioCompare::draw_run(const Context& c) {
  const strings::Strings& t = c.t;
  if (running_) {
    const std::string words = t("scenario.running", {{"done", grouped(done_)}, {"of", grouped(of_)}});
    const double fraction = of_ > 0 ? static_cast<double>(done_) / static_cast<double>(of_) : 0;
    ui::progress(words, summary_ ? t("scenario.last_result_below") : std::string_view(), fraction, "run");
    ui::gap(16);
    if (ui::button(t("scenario.stop"), {.before = ui::Icon::stop, .wide = ui::phone()})) platform::send_batch(batch_command::stop());
    return;
  }
  if (summary_) {
    const std::string words = t("scenario.done", {{"people", grouped(summary_->people)}, {"claims", grouped(summary_->claims)}, {"seed", std::to_string(summary_->seed)}});
    ui::Row row({.gap = 8});
    ui::icon(ui::Icon::ring_check, 24, ui::Token::pine);
    ui::text(words, ui::Type::label, ui::Token::ink2);
  }
  if (failed_) {
    const auto& faults = t.language == Language::zh ? faults_zh_ : faults_en_;
    if (faults.empty()) ui::note(ui::NoteTone::fault, t("scenario.fault"));
    for (const std::string& fault : faults) ui::note(ui::NoteTone::fault, fault);
  }
  ui::gap(8);
  if (ui::button(summary_ ? t("scenario.compare_again") : t("scenario.compare_start"),
                 {.kind = ui::ButtonKind::primary, .before = ui::Icon::play, .wide = ui::phone(), .key = "start"})) {
    start(c);
  }
}

void ScenarioCompare::draw(const Context& c) {
  refresh(c);
  draw_form(c);
  if (!summary_) return;
  draw_sides(c);
  draw_people(c);
  if (ui::desktop()) {
    ui::Columns columns({.tracks = {ui::fill(), ui::fill()}, .gap = 24, .key = "charts"});
    columns.next();
    draw_histogram(c);
    columns.next();
    draw_groups(c);
  } else {
    draw_histogram(c);
    draw_groups(c);
  }
  draw_clauses(c);
  draw_download(c);
}

}  // namespace mingbai::screens
