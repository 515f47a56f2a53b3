#include "web/worker/workbench/workbench.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "core/contract/coverage.h"
#include "core/contract/simulation.h"
#include "core/policy/policy.h"
#include "core/policy/verify.h"
#include "web/worker/workbench/cases.h"
#include "web/worker/workbench/overlay.h"

namespace mingbai::workbench {
namespace {

using contract::Json;

Json both(const Text& text) { return {{"zh", text.zh}, {"en", text.en}}; }

Json findings_json(const Findings& findings) {
  Json out = Json::array();
  for (const Finding& finding : findings) {
    Json one = {{"code", finding.code}, {"fact", finding.fact}, {"message", both(finding.message)}, {"remedy", both(finding.remedy)}};
    out.push_back(std::move(one));
  }
  return out;
}

std::string fault_event(const std::string& during, const Findings& findings, const std::string& key = {}) {
  return contract::dump(Json{{"event", "batch_fault"}, {"during", during}, {"key", key}, {"findings", findings_json(findings)}});
}

std::string word(const Json& json, const char* key) {
  const Json* found = contract::member(json, key);
  return found != nullptr && found->is_string() ? found->get<std::string>() : std::string();
}

// "overlay/tables.json#/0" as it would stand in the base.
std::string place_in_base(std::string fact, const std::string& overlay, const std::string& base) {
  if (fact.starts_with(overlay + "/")) fact.replace(0, overlay.size(), base);
  return fact;
}

}  // namespace

// About so much of a comparison is done before the next message is heard.
constexpr std::uint64_t claims_a_step = 20000;

// A comparison under way, with the packs it borrows.
struct Comparison {
  policy::Library library;
  std::optional<scenario::Job> job;
  std::string key;
};

std::string progress_event(const Comparison& run, scenario::Progress progress) {
  return contract::dump(Json{{"event", "progress"}, {"key", run.key}, {"done", progress.done}, {"of", progress.of}});
}

// The summary as it is written for others, once in each language.
std::string summary_event(const std::string& key, const scenario::Summary& summary) {
  return contract::dump(Json{{"event", "compared"}, {"key", key}, {"zh", contract::write(summary, Language::zh)}, {"en", contract::write(summary, Language::en)}});
}

struct Workbench::Inside {
  Json bundle = Json::object();  // packs and cases
  std::vector<Case> cases;
  std::optional<policy::Library> packs;
  Findings faults;

  void open(std::string_view policies_json, std::string_view cases_json);
  std::string run(const Json& command) const;
  std::string text_of(const std::string& file) const;
  std::string prove(const Json& command) const;
  std::string compare(const Json& command);
  std::unique_ptr<Comparison> comparison;
  Findings proof_of_base(const std::string& base) const;
};

void Workbench::Inside::open(std::string_view policies_json, std::string_view cases_json) {
  auto policies = contract::parse_json(policies_json, contract::bundle_bytes_most);
  const auto with_cases = contract::parse_json(cases_json, contract::bundle_bytes_most);
  if (!policies || !with_cases) {
    faults = policies ? with_cases.error() : policies.error();
    return;
  }
  bundle = std::move(*policies);
  if (const Json* files = contract::member(*with_cases, "files")) {
    for (auto it = files->begin(); it != files->end(); ++it) {
      bundle["files"][it.key()] = *it;
      cases.push_back({it.key(), it->is_string() ? it->get<std::string>() : contract::dump(*it)});
    }
  }
  if (auto loaded = load_with(bundle, {})) packs.emplace(std::move(*loaded));
  else faults = loaded.error();
}

std::string Workbench::Inside::run(const Json& command) const {
  std::vector<Case> wanted = cases;
  if (const Json* own = contract::member(command, "own"); own != nullptr && own->is_array()) {
    for (const Json& text : *own) wanted.push_back({"", text.is_string() ? text.get<std::string>() : contract::dump(text)});
  }
  return contract::dump(Json{{"event", "cases"}, {"cases", run_cases(*packs, wanted, "", "")}});
}

std::string Workbench::Inside::text_of(const std::string& file) const {
  const auto found = std::find_if(cases.begin(), cases.end(), [&](const Case& one) { return one.file == file; });
  return contract::dump(Json{{"event", "case"}, {"file", file}, {"text", found == cases.end() ? std::string() : found->text}});
}

Findings Workbench::Inside::proof_of_base(const std::string& base) const {
  const policy::Policy* policy = packs->find(base);
  return policy == nullptr ? Findings{} : policy::verify(*policy);
}

std::string Workbench::Inside::prove(const Json& command) const {
  const Json* overlay = contract::member(command, "overlay");
  if (overlay == nullptr) return fault_event("prove", {});
  const std::string id = id_of(*overlay), base = base_of(*overlay);
  const auto laid = load_with(bundle, {*overlay});
  Json event = {{"event", "proof"}, {"overlay", id}, {"findings", Json::array()}, {"known", 0}, {"cases", Json::array()}};
  if (!laid) {
    event["findings"] = findings_json(laid.error());
    return contract::dump(event);
  }
  const Findings before = proof_of_base(base);
  Findings fresh;
  int known = 0;
  for (const Finding& finding : policy::verify(*laid->find(id))) {
    const std::string place = place_in_base(finding.fact, id, base);
    const bool stood = std::any_of(before.begin(), before.end(), [&](const Finding& old) {
      return old.code == finding.code && old.fact == place && old.actual == finding.actual;
    });
    if (stood) ++known;
    else fresh.push_back(finding);
  }
  const Findings uncovered = contract::newly_uncovered(*laid, *laid->find(id));
  fresh.insert(fresh.end(), uncovered.begin(), uncovered.end());
  event["findings"] = findings_json(fresh);
  event["known"] = known;
  event["cases"] = run_cases(*laid, cases, base, id);
  return contract::dump(event);
}

std::string Workbench::Inside::compare(const Json& command) {
  comparison.reset();
  std::vector<Json> overlays;
  if (const Json* list = contract::member(command, "overlays"); list != nullptr && list->is_array()) overlays.assign(list->begin(), list->end());
  const Json* request = contract::member(command, "request");
  const std::string key = word(command, "key");
  if (request == nullptr) return fault_event("compare", {}, key);
  auto laid = load_with(bundle, overlays);
  if (!laid) return fault_event("compare", laid.error(), key);
  auto begun = std::make_unique<Comparison>(Comparison{std::move(*laid), {}, key});
  auto job = contract::open_simulation(begun->library, contract::dump(*request));
  if (!job) return fault_event("compare", job.error(), key);
  begun->job.emplace(std::move(*job));
  comparison = std::move(begun);
  return progress_event(*comparison, comparison->job->progress());
}

Workbench::Workbench(std::string_view policies_json, std::string_view cases_json) : inside_(std::make_unique<Inside>()) {
  inside_->open(policies_json, cases_json);
}

Workbench::~Workbench() = default;

std::string Workbench::answer(std::string_view command_json) {
  const auto command = contract::parse_json(command_json, contract::bundle_bytes_most);
  if (!command) return fault_event("read", command.error());
  const std::string name = word(*command, "cmd");
  if (!inside_->packs) return fault_event(name, inside_->faults);
  if (name == "cases") return inside_->run(*command);
  if (name == "compare") return inside_->compare(*command);
  if (name == "case") return inside_->text_of(word(*command, "file"));
  if (name == "prove") return inside_->prove(*command);
  return fault_event(name, {});
}

std::string Workbench::step() {
  if (!running()) return {};
  scenario::Job& job = *inside_->comparison->job;
  const scenario::Progress progress = job.step(claims_a_step);
  if (!job.done()) return progress_event(*inside_->comparison, progress);
  std::string event = summary_event(inside_->comparison->key, job.result());
  inside_->comparison.reset();
  return event;
}

bool Workbench::running() const { return inside_->comparison != nullptr; }
void Workbench::stop() { inside_->comparison.reset(); }

}  // namespace mingbai::workbench
