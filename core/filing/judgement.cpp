#include "core/filing/judgement.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/contract/messages.h"
#include "core/eligibility/check.h"
#include "core/sync/sha256.h"

namespace mingbai::filing {
namespace {

using nlohmann::json;

json parsed_findings(const Findings& findings, Language language) {
  auto root = json::parse(contract::write(findings, language), nullptr, false);
  return root.is_object() && root.contains("findings") ? root["findings"] : json::array();
}

Finding missing_fact(const reimbursement::MissingFact& missing) {
  Finding finding;
  finding.code = "missing_fact";
  finding.fact = missing.fact;
  finding.allowed = missing.domain;
  finding.message = {"缺少：" + missing.label.zh, "Missing: " + missing.label.en};
  finding.remedy = {"请补充后重新提交。", "Fill it in and submit again."};
  return finding;
}

Finding kind_differs(const sync::Envelope& envelope, const std::string& kind) {
  Finding finding;
  finding.code = "kind_differs";
  finding.fact = "application.kind";
  finding.actual = kind;
  finding.allowed = {envelope.kind};
  finding.message = {"申请种类与信封所写的不同。",
                     "The application is of another kind than its envelope says."};
  finding.remedy = {"请重新填写后提交。", "Fill in the form again and submit it."};
  return finding;
}

Findings reasons(const eligibility::CheckResult& result) {
  Findings findings = result.findings;
  for (const auto& missing : result.missing) {
    const bool told = std::any_of(findings.begin(), findings.end(),
                                  [&](const Finding& f) { return f.fact == missing.fact; });
    if (!told) findings.push_back(missing_fact(missing));
  }
  return findings;
}

}  // namespace

// The message as `check` wants it: the server's day and statuses go in as the first members, so that a
// payload which brings its own is a duplicate key and refused by the reader.
std::string check_request(std::string_view payload, Date today) {
  const auto open = payload.find_first_not_of(" \t\r\n");
  if (open == std::string_view::npos || payload[open] != '{') return std::string(payload);
  const auto after = payload.find_first_not_of(" \t\r\n", open + 1);
  const bool empty = after == std::string_view::npos || payload[after] == '}';
  return R"({"as_of":")" + to_iso(today) + R"(","statuses":["in_force","assumed"])" + (empty ? "" : ",") +
         std::string(payload.substr(open + 1));
}

std::string write_bilingual(const Findings& findings) {
  json zh = parsed_findings(findings, Language::zh);
  const json en = parsed_findings(findings, Language::en);
  for (std::size_t at = 0; at < zh.size() && at < en.size(); ++at) {
    zh[at]["message_en"] = en[at].value("message", "");
    zh[at]["remedy_en"] = en[at].value("remedy", "");
  }
  return zh.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::string verdict_of(const policy::Library& library, std::string_view payload, Date today) {
  const auto application = contract::read_application(library, check_request(payload, today));
  if (!application) return "unusable";
  switch (eligibility::check(library, *application).verdict) {
    case eligibility::Verdict::eligible:
      return "eligible";
    case eligibility::Verdict::not_eligible:
      return "not_eligible";
    case eligibility::Verdict::incomplete:
      break;
  }
  return "incomplete";
}

Judgement judge(const policy::Library& library, const sync::Envelope& envelope, Date today) {
  return judge(library, envelope, today, matter_of(library, envelope.payload), {});
}

Judgement judge(const policy::Library& library, const sync::Envelope& envelope, Date today, Matter matter,
                Taking taking) {
  Judgement judgement{.sha256 = sync::sha256_hex(envelope.payload)};
  judgement.rules.kind = envelope.kind;
  judgement.matter = std::move(matter);
  judgement.taking = std::move(taking);
  const auto application = contract::read_application(library, check_request(envelope.payload, today));
  if (!application) {
    judgement.findings = write_bilingual(application.error());
    return judgement;
  }
  judgement.policy = application->policy;
  const auto result = eligibility::check(library, *application);
  judgement.rules = life_rules(library, *application, result, judgement.taking);
  auto findings = reasons(result);
  if (application->kind != envelope.kind) findings.push_back(kind_differs(envelope, application->kind));
  judgement.received = result.verdict == eligibility::Verdict::eligible && application->kind == envelope.kind;
  if (!judgement.received) judgement.findings = write_bilingual(findings);
  return judgement;
}

}  // namespace mingbai::filing
