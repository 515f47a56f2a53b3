#include "web/screens/review/fund.h"

#include "web/platform/bridge.h"
#include "web/screens/model/comparison_summary.h"
#include "web/screens/model/device_state.h"
#include "web/screens/model/json_reading.h"
#include "web/screens/model/scenario_command.h"
#include "web/ui/ui.h"

namespace mingbai::screens {
namespace {

constexpr std::string_view run_key = "fund", file_key = "review.fund";

}  // namespace

bool FundPart::on_event(std::string_view json) {
  const Json told = Json::parse(json, nullptr, false);
  if (word(told, "type") == "files" && word(told, "key") == file_key) {
    const Json& files = list(told, "files");
    if (files.empty() || running_) return true;
    running_ = true;
    failed_ = false;
    done_ = 0;
    faults_zh_.clear();
    faults_en_.clear();
    platform::send_batch(batch_command::settle_list(run_key, policy_, fund_groups), word(files.front(), "handle"));
    return true;
  }
  const std::string event = word(told, "event");
  if (running_ && event == "batch_fault" && word(told, "during") == "start") {  // nobody's run came about
    running_ = false;
    failed_ = true;
    return false;
  }
  if (word(told, "key") != run_key) return false;
  if (event == "progress") {
    done_ = whole(told, "done");
    return true;
  }
  running_ = false;
  if (event == "compared") {
    summary_text_ = json;
    paid_.reset();
  } else if (event == "batch_fault") {
    failed_ = true;
    for (const ReportedFinding& finding : read_findings(json)) {
      const std::string where = finding.fact.empty() ? std::string() : finding.fact + ": ";
      faults_zh_.push_back(where + finding.message_zh);
      faults_en_.push_back(where + finding.message_en);
    }
  }
  return true;
}

void FundPart::refresh(const Context& c) {
  if (policy_.empty() && !c.names.packs().empty()) policy_ = c.names.packs().front().id;
  if (summary_text_.empty() || (paid_ && read_in_ == c.t.language)) return;
  const Json told = Json::parse(summary_text_, nullptr, false);
  const std::string summary = word(told, c.t.language == Language::zh ? "zh" : "en");
  paid_ = read_fund_paid(summary, c.names, c.t);
  read_in_ = c.t.language;
  faults_zh_.clear();
  faults_en_.clear();
  for (const ReportedFinding& finding : read_findings(summary)) {
    faults_zh_.push_back(finding.fact + ": " + finding.message_zh);
    faults_en_.push_back(finding.fact + ": " + finding.message_en);
  }
  if (!faults_zh_.empty()) paid_.reset(), summary_text_.clear(), failed_ = true;
}

void FundPart::draw_form(const Context& c) {
  const strings::Strings& t = c.t;
  ui::heading(2, t("fund.title"));
  ui::text(t("fund.line"), ui::Type::body, ui::Token::ink2);
  ui::gap(16);
  std::vector<std::string> texts;
  std::vector<ui::Choice> policies;
  texts.reserve(c.names.packs().size());
  for (const PackName& pack : c.names.packs()) policies.push_back({pack.id, texts.emplace_back(pack.title.in(t.language))});
  ui::select(t("fund.policy"), policy_, policies, {});
  ui::gap(16);
  draw_run(c);
}

void FundPart::draw_run(const Context& c) {
  const strings::Strings& t = c.t;
  if (running_) {
    ui::spinner(t("fund.running", {{"done", grouped(done_)}}));
    ui::gap(12);
    if (ui::button(t("scenario.stop"), {.before = ui::Icon::stop, .wide = ui::phone()})) platform::send_batch(batch_command::stop());
    return;
  }
  {
    ui::Row row({.gap = 12});
    ui::file_button(t("batch.file"), {.accept = ".csv,text/csv", .key = file_key});
    if (ui::button(t("fund.sample"), {.before = ui::Icon::download})) platform::download("bills.csv", "text/csv;charset=utf-8", fund_sample());
  }
  if (!failed_) return;
  const auto& faults = t.language == Language::zh ? faults_zh_ : faults_en_;
  ui::gap(12);
  ui::note(ui::NoteTone::fault, t("fund.fault"));
  for (const std::string& fault : faults) ui::text(fault, ui::Type::label, ui::Token::rouge);
}

void FundPart::draw_sums(const Context& c) {
  const strings::Strings& t = c.t;
  constexpr float label = 148;
  ui::Sheet sheet({.name = t("fund.sums"), .key = "sums"});
  ui::heading(2, t("fund.sums"));
  ui::caption(t("fund.recalculated"));
  ui::gap(8);
  ui::fact(t("fund.claims"), paid_->claims, label);
  ui::fact(t("scenario.total_cost"), paid_->total, label);
  ui::fact(t("calculator.fund"), paid_->fund, label);
  if (!paid_->major_illness.empty()) ui::fact(t("calculator.major_label"), paid_->major_illness, label);
  ui::fact(t("scenario.people_pay"), paid_->self, label);
  ui::fact(t("fund.share"), paid_->share, label);
  if (paid_->undetermined > 0) {
    ui::gap(12);
    ui::note(ui::NoteTone::information, t("scenario.undetermined", {{"count", grouped(paid_->undetermined)}}));
  }
  if (paid_->basis == "in_force" || paid_->basis.empty()) return;
  ui::gap(12);
  ui::note(ui::NoteTone::assumption, paid_->basis == "draft" ? t("scenario.basis_draft") : t("scenario.basis_assumed"));
}

void FundPart::draw_grouping(const FundGrouping& grouping, const Context& c) {
  const strings::Strings& t = c.t;
  const ui::Keyed keyed(grouping.fact);
  const std::string title = t("fund.by", {{"what", grouping.label}});
  ui::Sheet sheet({.name = title, .key = "rows"});
  ui::heading(2, title);
  ui::gap(12);
  std::vector<ui::BarRow> bars;
  for (const FundRow& row : grouping.rows) bars.push_back({.name = row.label, .length = row.fund, .second = row.share, .amount = row.fund_words});
  ui::bar_chart({.name = title, .name_title = grouping.label, .second_title = t("fund.share"), .amount_title = t("fund.amount"), .rows = bars});
  ui::gap(16);
  if (ui::button(t("figures.csv"), {.before = ui::Icon::download, .small = true, .name = t("figures.csv_of", {{"what", title}})}))
    platform::download("fund.csv", "text/csv;charset=utf-8", fund_csv(grouping, t));
}

void FundPart::draw(const Context& c) {
  refresh(c);
  {
    ui::Sheet sheet({.name = c.t("fund.title"), .key = "fund"});
    draw_form(c);
  }
  if (!paid_) return;
  const ui::Keyed keyed("paid");
  draw_sums(c);
  for (const FundGrouping& grouping : paid_->groupings) draw_grouping(grouping, c);
}

}  // namespace mingbai::screens
