#include "web/screens/model/filing_acts.h"

#include <algorithm>

#include "core/policy/policy.h"
#include "web/screens/model/filing_check.h"
#include "web/screens/model/filing_options.h"
#include "web/screens/model/json_reading.h"

namespace mingbai::screens {
namespace {

constexpr std::string_view offered[] = {"supply", "change_providers", "withdraw", "cancel"};

bool one_of(std::string_view stage, std::initializer_list<std::string_view> stages) {
  return std::ranges::find(stages, stage) != stages.end();
}

}  // namespace

std::vector<std::string> own_acts(const Filed& filed) {
  std::vector<std::string> out;
  for (const std::string_view action : offered) {
    if (std::ranges::find(filed.next, action) != filed.next.end()) out.emplace_back(action);
  }
  return out;
}

bool can_edit(const DeviceState& device, const Filed& filed) {
  const bool refused = filed.state == "refused" || filed.stage == "refused";
  if (!filed.own || (!refused && !one_of(filed.stage, {"submitted", "supplement_asked"}))) return false;
  return std::ranges::find(device.queue, filed.filing, &Queued::filing) == device.queue.end() &&
         std::ranges::find(device.conflicts, filed.filing, &HeldConflict::filing) == device.conflicts.end();
}

const Draft* draft_of_edit(const DeviceState& device, std::string_view filing) {
  const auto found = std::ranges::find_if(device.drafts, [&](const Draft& draft) { return draft.edits.filing == filing; });
  return found == device.drafts.end() ? nullptr : &*found;
}

std::string act_words(std::string_view action, const strings::Strings& t) {
  const auto key = strings::find("acts." + std::string(action));
  return key ? std::string(t(*key)) : std::string();
}

std::string act_body(const Filed& filed, std::string_view action, const ActContent& content) {
  Json body = {{"type", action}, {"version", filed.version}};
  if (!content.reason.empty()) body["reason"] = content.reason;
  if (!content.text.empty()) body["text"] = content.text;
  if (!content.documents.empty()) body["documents"] = content.documents;
  if (!content.providers.empty()) body["providers"] = content.providers;
  return one_line(body);
}

std::string act_path(const Filed& filed) { return "/api/v1/filings/" + filed.filing + "/events"; }

std::vector<PrintPage> print_pages(std::string_view filing, std::string_view stage, bool has_receipt, const strings::Strings& t) {
  std::vector<PrintPage> out;
  const std::string tail = t.language == Language::en ? "?lang=en" : "?lang=zh";
  const auto add = [&](strings::Key words, const char* page) {
    out.push_back({std::string(t(words)), "/api/v1/filings/" + std::string(filing) + "/" + page + tail});
  };
  if (one_of(stage, {"reviewed", "in_effect", "recheck_due"})) add("print.notice", "notice");
  if (stage == "refused") add("print.refusal", "refusal");
  if (has_receipt) add("print.receipt", "receipt");
  return out;
}

std::vector<PrintPage> print_pages(const Filed& filed, const strings::Strings& t) {
  return print_pages(filed.filing, filed.stage, !filed.receipt_number.empty(), t);
}

bool can_recheck(const policy::Library& library, const Names& names, const Filed& filed, Date today) {
  if (filed.kind != "special_disease" || !one_of(filed.stage, {"in_effect", "recheck_due", "expired"})) return false;
  const FilingForm form = form_of_payload(filed.payload);
  const auto places = places_with_rules(library, names, "recheck", today);
  return std::ranges::find(places, form.policy()) != places.end();
}

std::vector<std::string> named_institutions(const Filed& filed) {
  const FilingForm form = form_of_payload(filed.payload);
  std::vector<std::string> out;
  for (const ChosenInstitution& one : form.institutions) out.push_back(one.code);
  if (const std::string code = form.answer("application.provider.code"); out.empty() && !code.empty()) out.push_back(code);
  return out;
}

std::vector<FilingQuestion::Option> institutions_to_choose(const policy::Library& library, const Filed& filed, Date today,
                                                           const strings::Strings& t) {
  const FilingForm form = form_of_payload(filed.payload);
  const policy::Policy* policy = library.find(form.policy());
  if (policy == nullptr) return {};
  return institution_options(*policy, form.kind, form.answer("application.disease.code"), today, t);
}

std::vector<FilingQuestion::Option> papers_to_supply(const policy::Library& library, const Names& names, const Filed& filed, Date today,
                                                     const strings::Strings& t) {
  std::vector<FilingQuestion::Option> out;
  const auto result = check_payload(library, filed.payload, today);
  const auto add = [&](const std::string& key) {
    if (std::ranges::find(out, key, &FilingQuestion::Option::value) != out.end()) return;
    out.push_back({key, names.choice("application.documents", key, t.language), {}});
  };
  if (!result) return out;
  for (const auto& item : result->documents.required) std::ranges::for_each(item.any_of, add);
  return out;
}

const Filed* followed_by(const DeviceState& device, const Filed& recheck) {
  if (recheck.kind != "recheck") return nullptr;
  const FilingForm wanted = form_of_payload(recheck.payload);
  for (const Filed& filed : device.filings) {
    if (filed.kind != "special_disease" || filed.receipt_number.empty()) continue;
    const FilingForm form = form_of_payload(filed.payload);
    if (form.number == wanted.number && form.answer("application.disease.code") == wanted.answer("application.disease.code")) return &filed;
  }
  return nullptr;
}

}  // namespace mingbai::screens
