#include "shell/cli/verdict_text.h"

#include "shell/cli/bill_text.h"

namespace mingbai::cli {
namespace {

using eligibility::CheckResult;
using eligibility::Verdict;

std::string headline(Verdict verdict, bool zh) {
  if (verdict == Verdict::eligible) return zh ? "可以办理" : "Eligible";
  if (verdict == Verdict::not_eligible) return zh ? "不符合条件" : "Not eligible";
  return zh ? "还不能下结论" : "Incomplete";
}

void add_documents(std::string& out, const eligibility::Documents& documents, Language language) {
  const bool zh = language == Language::zh;
  for (const auto& item : documents.required)
    out += (zh ? "要带：" : "Bring: ") + item.label.in(language) +
           (item.note.zh.empty() ? "" : " — " + item.note.in(language)) + '\n';
  for (const auto& item : documents.must_not_be_asked)
    out += (zh ? "不得索要：" : "Nobody may ask for: ") + item.label.in(language) + '\n';
}

void add_decision(std::string& out, const CheckResult& result, Language language) {
  const bool zh = language == Language::zh;
  if (result.decision && !result.decision->label.zh.empty())
    out += result.decision->label.in(language) + '\n';
  if (result.benefit_from)
    out += (zh ? "待遇：" : "Benefit: ") + to_iso(*result.benefit_from) + " … " +
           (result.benefit_to ? to_iso(*result.benefit_to) : "") + '\n';
  if (result.notice) out += result.notice->in(language) + '\n';
}

}  // namespace

std::string verdict_text(const policy::Library& library, const CheckResult& result, Language language) {
  const bool zh = language == Language::zh;
  std::string out = headline(result.verdict, zh) + '\n';
  for (const Finding& finding : result.findings) {
    out += "✗ " + finding.message.in(language) + ' ' + finding.remedy.in(language) + '\n';
    if (finding.source)
      out += "    " + source_text(library, result.policy_id, *finding.source, language) + '\n';
  }
  for (const auto& met : result.met) {
    out += "✓ " + met.message.in(language) + '\n';
    out += "    " + source_text(library, result.policy_id, met.source, language) + '\n';
  }
  for (const auto& missing : result.missing)
    out += (zh ? "? 还需要知道：" : "? Still needed: ") + missing.label.in(language) + " (" + missing.fact +
           ")\n";
  add_documents(out, result.documents, language);
  add_decision(out, result, language);
  for (const Text& note : result.notes) out += "· " + note.in(language) + '\n';
  return out + '\n';
}

}  // namespace mingbai::cli
