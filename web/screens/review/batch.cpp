#include "web/screens/review/batch.h"

#include <algorithm>

#include "web/platform/bridge.h"
#include "web/screens/model/comparison_summary.h"
#include "web/screens/model/json_reading.h"
#include "web/ui/ui.h"

namespace mingbai::screens {
namespace {

constexpr std::string_view answer_key = "review.csv", file_key = "review.csv";
constexpr std::string_view example = "receipt,type,reason_code,reason\r\n";

// Lines with something in them, the header aside.
std::int64_t rows_of(std::string_view text) {
  std::int64_t rows = -1;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    rows += line.find_first_not_of(" \t\r,") != line.npos;
    text.remove_prefix(std::min(text.size(), line.size() + 1));
  }
  return std::max<std::int64_t>(0, rows);
}

}  // namespace

bool BatchPart::on_answer(const ServerAnswer& answer) {
  if (answer.key != answer_key) return false;
  busy_ = false;
  status_ = answer.status;
  body_ = answer.body;
  outcome_.reset();
  return true;
}

bool BatchPart::on_file(std::string_view event_json) {
  const Json event = Json::parse(event_json, nullptr, false);
  if (word(event, "key") != file_key) return false;
  if (word(event, "type") == "files") {
    for (const Json& file : list(event, "files")) platform::read_file(file_key, word(file, "handle"));
    return true;
  }
  if (word(event, "type") != "file_text") return false;
  file_fault_ = word(event, "fault");
  if (file_fault_.empty()) text_ = word(event, "text"), status_ = -1;
  return true;
}

void BatchPart::draw_form(const Context& c) {
  const strings::Strings& t = c.t;
  ui::Sheet sheet({.name = t("batch.title"), .key = "form"});
  ui::heading(2, t("batch.title"));
  ui::text(t("batch.line"), ui::Type::body, ui::Token::ink2);
  ui::gap(16);
  {
    ui::Row row({.gap = 12});
    ui::file_button(t("batch.file"), {.accept = ".csv,text/csv", .key = file_key});
    if (ui::button(t("batch.example"), {.before = ui::Icon::download})) platform::download("decisions.csv", "text/csv;charset=utf-8", example);
  }
  if (!file_fault_.empty()) ui::note(ui::NoteTone::fault, t("batch.file_fault"));
  ui::gap(16);
  ui::text_field(t("batch.rows"), text_, {.kind = ui::FieldKind::multiline, .hint = t("batch.rows_hint"), .rows = 8});
  ui::gap(16);
  const std::int64_t rows = rows_of(text_);
  const std::string_view why = rows > 0 ? std::string_view() : t("batch.nothing");
  if (ui::button(t("batch.send", {{"count", grouped(rows)}}),
                 {.kind = ui::ButtonKind::primary, .wide = ui::phone(), .busy = busy_, .disabled_reason = why, .key = "send"}) &&
      !busy_) {
    busy_ = true;
    platform::ask_server(answer_key, post_question("/api/v1/review/batch", text_, "text/csv"));
  }
}

void BatchPart::draw_outcome(const Context& c) {
  const strings::Strings& t = c.t;
  const std::string all = grouped(static_cast<std::int64_t>(outcome_->rows.size()));
  const std::string title = t("batch.told", {{"done", grouped(outcome_->done)}, {"of", all}});
  ui::Sheet sheet({.name = title, .key = "outcome"});
  ui::heading(2, title);
  ui::gap(12);
  std::vector<std::vector<ui::Cell>> rows;
  for (const RowOutcome& row : outcome_->rows) {
    rows.push_back({{row.key, true}, {row.words, false, row.done ? ui::Token::pine : ui::Token::rouge}});
  }
  const ui::ColumnSpec columns[] = {{t("batch.row"), 0.5f}, {t("batch.outcome"), 1}};
  ui::table(columns, rows, {.name = title, .key = "rows"});
  ui::gap(16);
  if (ui::button(t("figures.csv"), {.before = ui::Icon::download, .small = true})) {
    platform::download("outcome.csv", "text/csv;charset=utf-8", outcome_csv(*outcome_, t));
  }
}

void BatchPart::draw(const Context& c) {
  draw_form(c);
  if (status_ == 0 || status_ >= 400) ui::message_bar(problem_words(status_, body_, c.t), {}, true, "batch");
  if (status_ < 200 || status_ >= 300) return;
  if (!outcome_ || read_in_ != c.t.language) {
    outcome_ = batch_outcome(body_, c.t);
    read_in_ = c.t.language;
  }
  if (outcome_) draw_outcome(c);
}

}  // namespace mingbai::screens
