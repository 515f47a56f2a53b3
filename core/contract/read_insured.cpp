#include "core/contract/read_insured.h"

#include <algorithm>

#include "core/base/identity_number.h"
#include "core/base/utf8.h"
#include "core/policy/library.h"
#include "core/reimbursement/keys.h"

namespace mingbai::contract {
namespace {

const std::vector<std::string> statuses_known{"in_force", "draft", "assumed"};
const std::vector<std::string> certificate_types{"identity_card",
                                                 "residence_permit",
                                                 "passport",
                                                 "foreigner_permit",
                                                 "birth_certificate",
                                                 "household_register",
                                                 "military_id",
                                                 "social_security_card",
                                                 "electronic_certificate",
                                                 "other"};
constexpr int months_most = 1200;

void check_identity_number(const Fields& certificate, std::string& number, std::optional<Date> as_of) {
  const auto parsed = parse_identity_number(number);
  if (parsed) {
    number = parsed->text;
    if (as_of && parsed->born > *as_of)
      certificate.fault(Fault::identity_number_birth_date, "number", to_iso(parsed->born));
    return;
  }
  switch (parsed.error()) {
    case IdentityFault::not_18_characters:
      return certificate.fault(Fault::identity_number_length, "number",
                               std::to_string(to_code_points(number).size()));
    case IdentityFault::not_digits:
      return certificate.fault(Fault::identity_number_characters, "number");
    case IdentityFault::no_such_birth_date:
      return certificate.fault(Fault::identity_number_birth_date, "number", number.substr(6, 8));
    case IdentityFault::wrong_check_digit:
      return certificate.fault(Fault::identity_number_check_digit, "number");
  }
}

std::string period_text(Period period, bool zh) {
  const bool from = period.from.days != INT32_MIN, to = !period.open_ended();
  std::string out = from ? to_iso(period.from) : "";
  out += zh ? " 至 " : " to ";
  return out + (to ? to_iso(period.to) : zh ? "今" : "now");
}

std::vector<reimbursement::ConfirmedDisease> read_confirmed(const Fields& insured) {
  std::vector<reimbursement::ConfirmedDisease> out;
  for (const Fields& disease : insured.objects("confirmed_diseases")) {
    disease.only({"code", "from", "to"});
    if (!disease.has("code")) disease.fault(Fault::missing_key, "code");
    out.push_back({disease.text("code").value_or(""), disease.date("from"), disease.date("to")});
    const auto& [code, from, to] = out.back();
    if (from && to && *to < *from) disease.fault(Fault::to_before_from, "to", to_iso(*to), {to_iso(*from)});
  }
  return out;
}

}  // namespace

const std::vector<std::string>& provider_kinds() {
  static const std::vector<std::string> kinds{"hospital", "township", "community",
                                              "clinic",   "pharmacy", "two_disease_point"};
  return kinds;
}

const policy::Policy* read_policy(const policy::Library& library, const Fields& message, std::string& id) {
  std::vector<std::string> known;
  for (const auto name : library.ids()) known.emplace_back(name);
  for (const auto name : library.overlay_ids()) known.emplace_back(name);
  if (!message.has("policy")) {
    message.fault(Fault::missing_key, "policy", std::nullopt, known);
    return nullptr;
  }
  const auto written = message.text("policy");
  if (!written) return nullptr;
  id = *written;
  const auto* policy = library.find(id);
  if (policy == nullptr) message.fault(Fault::unknown_policy, "policy", id, known);
  return policy;
}

policy::StatusSet read_statuses(const Fields& message) {
  policy::StatusSet out;
  const auto written = message.texts("statuses");
  if (!written) return out;
  if (written->empty()) message.fault(Fault::empty_list, "statuses", std::nullopt, statuses_known);
  out = {false, false, false};
  for (std::size_t i = 0; i < written->size(); ++i) {
    const std::string& status = (*written)[i];
    if (std::ranges::find(statuses_known, status) == statuses_known.end())
      message.fault(Fault::unknown_value, "statuses." + std::to_string(i), status, statuses_known);
    out.in_force = out.in_force || status == "in_force";
    out.draft = out.draft || status == "draft";
    out.assumed = out.assumed || status == "assumed";
  }
  return out;
}

void read_certificate(const Fields& certificate, std::optional<Date> as_of, std::optional<std::string>& type,
                      std::optional<std::string>& number) {
  certificate.only({"type", "number"});
  type = certificate.one_of("type", certificate_types);
  number = certificate.text("number");
  const bool is_card = type == "identity_card" || type == "residence_permit" || !certificate.has("type");
  if (number && is_card) check_identity_number(certificate, *number, as_of);
}

reimbursement::Insured read_insured(const Fields& insured, std::optional<Date> as_of) {
  insured.only({"scheme", "continuous_months", "enrolled", "region", "name", "certificate",
                "outpatient_basic", "filings", "confirmed_diseases"});
  reimbursement::Insured out;
  out.scheme = insured.text("scheme");
  out.continuous_months = insured.count("continuous_months", 0, months_most);
  out.enrolled = insured.flag("enrolled");
  out.region = insured.region("region");
  out.name = insured.text("name");
  out.outpatient_basic = insured.flag("outpatient_basic");
  read_certificate(insured.object("certificate"), as_of, out.certificate_type, out.certificate_number);
  for (const Fields& filing : insured.objects("filings")) {
    filing.only({"category", "care_region", "from", "to"});
    reimbursement::RemoteFiling read;
    for (const auto* key : {"category", "care_region", "from"})
      if (!filing.has(key)) filing.fault(Fault::missing_key, key);
    read.category = filing.one_of("category", reimbursement::remote_categories()).value_or("");
    read.care_region = filing.region("care_region").value_or("");
    read.from = filing.date("from").value_or(Date{});
    read.to = filing.date("to");
    if (read.to && filing.has("from") && *read.to < read.from)
      filing.fault(Fault::to_before_from, "to", to_iso(*read.to), {to_iso(read.from)});
    out.filings.push_back(std::move(read));
  }
  if (insured.has("confirmed_diseases")) out.confirmed_diseases = read_confirmed(insured);
  return out;
}

void check_scheme(const Fields& insured, const policy::Policy& policy,
                  const std::optional<std::string>& scheme, std::optional<Date> rule_day) {
  if (!scheme) return;
  const policy::Scheme* known = policy.scheme(*scheme);
  const auto valid = policy.scheme_keys(rule_day);
  if (known == nullptr) return insured.fault(Fault::unknown_scheme, "scheme", *scheme, valid);
  if (!rule_day || known->effective.contains(*rule_day)) return;
  Finding out = finding(Fault::scheme_not_valid, insured.path("scheme"), *scheme, valid);
  out.message = finding(Fault::scheme_not_valid, "", *scheme).message;
  const auto replace = [](std::string& text, const std::string& by) {
    if (const auto at = text.find("{period}"); at != std::string::npos) text.replace(at, 8, by);
  };
  replace(out.message.zh,
          "有效期为 " + period_text(known->effective, true) + "，而适用规则之日是 " + to_iso(*rule_day));
  replace(out.message.en, "it runs from " + period_text(known->effective, false) +
                              ", the rules are those of " + to_iso(*rule_day));
  insured.findings().push_back(std::move(out));
}

}  // namespace mingbai::contract
