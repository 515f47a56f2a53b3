#include "web/screens/filings/papers.h"

#include "web/platform/bridge.h"
#include "web/screens/model/command.h"
#include "web/screens/model/filing_acts.h"
#include "web/screens/papers.h"
#include "web/ui/ui.h"

namespace mingbai::screens {
namespace {

constexpr std::string_view answer_key = "filings.papers";

bool is_over(const Filed& filed) {
  return filed.receipt_number.empty() || filed.stage == "withdrawn" || filed.stage == "cancelled" || filed.stage == "expired" ||
         filed.stage == "refused";
}

}  // namespace

void FilingPapers::open(const Filed& filed, const Context& c) {
  if (filed.filing != filing_) *this = {}, filing_ = filed.filing;
  if (asked_for_ == filing_ || filed.receipt_number.empty() || !c.device.online || c.device.account.empty()) return;
  asked_for_ = filing_;
  platform::ask_server(answer_key, get_question("/api/v1/filings/" + filing_ + "/attachments"));
}

bool FilingPapers::on_answer(const ServerAnswer& answer) {
  if (answer.key != answer_key) return false;
  if (answer.good()) answer_ = answer.body;
  return true;
}

void FilingPapers::on_fault(const Report& report) {
  if (report.during == "paper_add" && report.id == filing_) fault_ = report.code;
}

void FilingPapers::add(const std::vector<ChosenFile>& files) {
  fault_.clear();
  for (const ChosenFile& file : files) platform::send_file(command::add_paper(filing_, file.document, file.name), file.handle);
}

void FilingPapers::draw(const Filed& filed, const Context& c) {
  const strings::Strings& t = c.t;
  auto rows = paper_rows(c.device, filed.filing, !filed.receipt_number.empty(), c.names, t);
  add_kept_papers(rows, answer_, c.names, t);
  const auto wanted = is_over(filed) ? std::vector<FilingQuestion::Option>{} : papers_to_supply(c.library, c.names, filed, c.today, t);
  if (rows.empty() && wanted.empty()) return;
  ui::divider(20, 20);
  const ui::Region part(ui::Role::region, t("papers.title"), "papers");
  ui::heading(3, t("papers.title"), ui::Type::strong);
  const int to_come = papers_to_come(rows);
  if (to_come > 0) {
    ui::gap(8);
    ui::note(ui::NoteTone::assumption, "**" + std::string(t("papers.incomplete")) + "** " + t("papers.incomplete_line", {{"count", std::to_string(to_come)}}));
  }
  draw_papers(rows, c, true);
  if (!fault_.empty()) {
    const auto reason = strings::find("fault." + fault_);
    ui::note(ui::NoteTone::fault, reason ? t(*reason) : t("fault.other"));
  }
  if (wanted.empty()) return;
  ui::gap(12);
  ui::hint(t("papers.limits"));
  for (const FilingQuestion::Option& paper : wanted) {
    const ui::Keyed keyed(paper.value);
    ui::gap(8);
    ui::text(paper.label, ui::Type::label);
    draw_paper_buttons(paper.value, std::string(filing_papers) + paper.value, c);
  }
}

}  // namespace mingbai::screens
