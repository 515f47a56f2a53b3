#include "web/screens/model/papers.h"

#include <algorithm>

#include "web/screens/model/filings_view.h"
#include "web/screens/model/json_reading.h"

namespace mingbai::screens {
namespace {

using Stand = PaperRow::Stand;

Stand stand_of(const HeldPaper& paper) {
  if (paper.state == "kept") return Stand::kept;
  if (paper.state == "refused") return Stand::refused;
  return paper.state == "sending" ? Stand::sending : Stand::waiting;
}

std::string detail_of(const std::string& name, std::int64_t bytes, const strings::Strings& t) {
  return name + std::string(t("list.dot")) + file_size(bytes);
}

std::string waiting_words(const HeldPaper& paper, const DeviceState& state, bool submitted, const strings::Strings& t) {
  if (!submitted) return std::string(t("papers.with_filing"));
  if (state.account.empty() || state.network_fault == "login_required") return std::string(t("papers.needs_login"));
  if (!state.online) return std::string(t("papers.offline"));
  if (paper.state == "waiting") return std::string(t("papers.waiting"));
  const std::string sent = t("papers.sending", {{"sent", std::to_string(paper.sent)}, {"of", std::to_string(paper.of)}});
  const auto reason = strings::find("fault." + paper.fault);
  if (paper.fault.empty() || !reason) return sent;
  const std::string gap = t.language == Language::en ? " " : "";
  std::string out = sent + gap + std::string(t(*reason));
  if (paper.retry_at.size() >= 16) out += gap + t("queue.retry_at", {{"time", beijing_time(paper.retry_at).substr(11, 5)}});
  return out;
}

PaperRow row_of(const HeldPaper& paper, const DeviceState& state, bool submitted, const Names& names, const strings::Strings& t) {
  PaperRow row{.id = paper.id, .document = paper.document};
  row.title = names.choice("application.documents", paper.document, t.language);
  row.detail = detail_of(paper.name, paper.bytes, t);
  row.stand = stand_of(paper);
  row.share = paper.of > 0 ? static_cast<double>(paper.sent) / paper.of : 0;
  if (row.stand == Stand::kept) {
    row.words = t("papers.kept");
    row.target = "/api/v1/attachments/" + paper.attachment;
  } else if (row.stand == Stand::refused) {
    const bool zh = t.language == Language::zh;
    for (const ReportedFinding& finding : paper.findings) {
      row.words += (row.words.empty() || zh ? "" : " ") + (zh ? finding.message_zh : finding.message_en);
      row.remedy += (row.remedy.empty() || zh ? "" : " ") + (zh ? finding.remedy_zh : finding.remedy_en);
    }
    if (row.words.empty()) row.words = t("papers.not_taken");
  } else {
    row.words = waiting_words(paper, state, submitted, t);
  }
  return row;
}

}  // namespace

std::string file_size(std::int64_t bytes) {
  if (bytes < (1 << 20)) return std::to_string(std::max<std::int64_t>(1, (bytes + 1023) / 1024)) + " KB";
  const std::int64_t tenths = (bytes * 10 + (1 << 19)) >> 20;
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " MB";
}

std::vector<PaperRow> paper_rows(const DeviceState& state, std::string_view filing, bool submitted, const Names& names,
                                 const strings::Strings& t) {
  std::vector<PaperRow> rows;
  for (const HeldPaper& paper : state.papers) {
    if (paper.filing == filing) rows.push_back(row_of(paper, state, submitted, names, t));
  }
  return rows;
}

void add_kept_papers(std::vector<PaperRow>& rows, std::string_view answer, const Names& names, const strings::Strings& t) {
  const Json json = Json::parse(answer, nullptr, false);
  for (const Json& one : list(json, "attachments")) {
    PaperRow row{.id = {}, .document = word(one, "document")};
    row.target = "/api/v1/attachments/" + word(one, "attachment");
    if (std::ranges::find(rows, row.target, &PaperRow::target) != rows.end()) continue;
    row.title = names.choice("application.documents", row.document, t.language);
    row.detail = detail_of(word(one, "name"), whole(one, "bytes"), t);
    row.words = t("papers.kept");
    row.stand = Stand::kept;
    rows.push_back(std::move(row));
  }
}

bool is_to_come(const HeldPaper& paper) { return paper.state == "waiting" || paper.state == "sending"; }

int papers_to_come(const std::vector<PaperRow>& rows) {
  return static_cast<int>(std::ranges::count_if(rows, [](const PaperRow& row) { return row.stand == Stand::waiting || row.stand == Stand::sending; }));
}

int papers_to_come(const DeviceState& state, std::string_view filing) {
  return static_cast<int>(std::ranges::count_if(state.papers, [&](const HeldPaper& paper) { return paper.filing == filing && is_to_come(paper); }));
}

}  // namespace mingbai::screens
