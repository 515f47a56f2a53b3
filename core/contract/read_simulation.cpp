#include "core/contract/read_insured.h"
#include "core/contract/simulation.h"
#include "core/policy/library.h"
#include "core/scenario/claim_fields.h"

namespace mingbai::contract {
namespace {

using scenario::Request;

void read_people(const policy::Library& library, const Json& json, const Fields& message, Request& out) {
  std::vector<const policy::Policy*> policies;
  for (const auto& id : out.policies)
    if (const auto* policy = library.find(id)) policies.push_back(policy);
  const Json* stated = member(json, "population");
  if (stated != nullptr && stated->is_string()) {
    message.fault(Fault::wrong_type, "population", "text", {"an object, or population_id"});
  } else if (stated != nullptr) {
    out.population = read_population(dump(*stated), "population", message.findings(), policies);
  } else if (const auto id = message.text("population_id")) {
    const auto found = library.populations().find(*id);
    std::vector<std::string> known;
    for (const auto& [name, text] : library.populations()) known.push_back(name);
    if (found == library.populations().end())
      message.fault(Fault::unknown_population, "population_id", *id, known);
    else
      out.population =
          read_population(found->second, "populations/" + *id + ".json", message.findings(), policies);
  }
}

// Absent, or a whole number not below zero.
std::uint64_t read_number(const Json& json, const Fields& message, std::string_view key) {
  const Json* value = member(json, key);
  if (value == nullptr) return 0;
  if (value->is_number_unsigned()) return value->get<std::uint64_t>();
  message.fault(Fault::wrong_type, key, kind_of(*value).en, {"a whole number"});
  return 0;
}

}  // namespace

std::expected<Request, Findings> read_simulation(const policy::Library& library, std::string_view text) {
  const auto json = parse_json(text, bundle_bytes_most);
  if (!json) return std::unexpected(json.error());
  Findings findings;
  const Fields message(&*json, "", findings);
  message.only(
      {"policies", "population", "population_id", "count", "seed", "claims", "as_of", "statuses", "groups"});
  Request out;
  if (!message.has("policies")) message.fault(Fault::missing_key, "policies");
  out.policies = message.texts("policies").value_or(std::vector<std::string>());
  out.as_of = message.date("as_of");
  out.statuses = read_statuses(message);
  out.count = read_number(*json, message, "count");
  out.seed = read_number(*json, message, "seed");
  if (const Json* claims = member(*json, "claims"); claims != nullptr && claims->is_string())
    out.claims = claims->get_ref<const std::string&>();
  else if (claims != nullptr)
    message.fault(Fault::wrong_type, "claims", kind_of(*claims).en, {"text"});
  read_people(library, *json, message, out);
  const auto groups = message.texts("groups").value_or(std::vector<std::string>());
  for (std::size_t i = 0; i < groups.size(); ++i)
    if (const auto fact = scenario::find_claim_column(groups[i]); fact && scenario::is_coded(*fact))
      out.groups.push_back(*fact);
    else
      message.fault(Fault::unknown_value, "groups." + std::to_string(i), groups[i],
                    scenario::claim_column_names());
  if (!findings.empty()) return std::unexpected(std::move(findings));
  return out;
}

std::expected<scenario::Job, Findings> open_simulation(const policy::Library& library,
                                                       std::string_view text) {
  auto request = read_simulation(library, text);
  if (!request) return std::unexpected(std::move(request.error()));
  return scenario::Job::open(library, std::move(*request));
}

}  // namespace mingbai::contract
