#include <algorithm>

#include "core/contract/messages.h"
#include "core/contract/read_insured.h"
#include "core/policy/library.h"

namespace mingbai::contract {
namespace {

using institution_payment::Alliance;
using institution_payment::Budget;
using institution_payment::HospitalCase;
using institution_payment::Provider;
using institution_payment::ScoreRequest;
using policy::Fact;

constexpr std::int64_t cost_fen_most = 10'000'000'000'000;
constexpr std::int64_t cost_over_mean_most = 10000;
constexpr Decimal rw_most{99'999'999};
constexpr Decimal score_most{9'999'999'999};
const std::vector<std::string> forms{"loose", "close"};
const std::vector<std::string> grades{"A", "B", "C"};

void as_text(Json& json, const char* key) {
  if (json.contains(key) && json[key].is_number()) json[key] = dump(json[key]);
}

// The short forms a message may use, written out: an alliance and a transfer by their name alone, a transfer
// by its `provider`, a decimal as a JSON number, procedures in one text joined by "+".
void write_out(Json& one) {
  const auto name = [](Json& json, const char* key) {
    if (!json.is_string()) return;
    Json object = Json::object();
    object[key] = json;
    json = std::move(object);
  };
  const auto alliance = [&](Json& provider) {
    if (provider.is_object() && provider.contains("alliance")) name(provider["alliance"], "key");
  };
  for (const auto* key : {"rw", "rw_bound", "base_score", "point_value"}) as_text(one, key);
  if (one.contains("procedures") && one["procedures"].is_string()) {
    const Json text = one["procedures"];
    one["procedures"] = Json::array({text});
  }
  if (one.contains("provider")) alliance(one["provider"]);
  if (one.contains("transfers") && one["transfers"].is_array()) {
    for (Json& transfer : one["transfers"]) {
      name(transfer, "class");
      if (transfer.is_object() && transfer.size() == 1 && transfer.contains("provider")) {
        Json provider = transfer["provider"];
        transfer = std::move(provider);
      }
      alliance(transfer);
    }
  }
}

std::optional<Decimal> read_decimal(const Fields& fields, std::string_view key, Decimal most) {
  const auto written = fields.text(key);
  if (!written) return std::nullopt;
  const auto value = parse_decimal(*written);
  if (!value)
    fields.fault(Fault::decimal_format, key, *written);
  else if (*value > most)
    fields.fault(Fault::out_of_range, key, *written, {"0–" + to_text(most)});
  else
    return value;
  return std::nullopt;
}

std::optional<Money> read_cost(const Fields& fields, std::string_view key) {
  const auto money = fields.money(key);
  if (!money || money->fen < cost_fen_most) return money;
  fields.fault(Fault::money_too_large, key, to_yuan(*money));
  return std::nullopt;
}

std::vector<std::string> keys(const policy::Policy* policy, Fact fact) {
  return policy == nullptr ? std::vector<std::string>{} : policy->dictionary.keys(fact);
}

std::optional<std::string> read_known(const Fields& fields, std::string_view key,
                                      const policy::Policy* policy, Fact fact) {
  const auto known = keys(policy, fact);
  return known.empty() ? fields.text(key) : fields.one_of(key, known);
}

Provider read_provider(const Fields& fields, const policy::Policy* policy) {
  fields.only({"code", "class", "alliance", "region", "kind", "level", "grade"});
  fields.region("region");
  fields.one_of("kind", provider_kinds());
  fields.count("level", 1, 3);
  fields.one_of("grade", grades);
  const Fields alliance = fields.object("alliance");
  alliance.only({"key", "form", "highest_class"});
  return {fields.text("code"),
          read_known(fields, "class", policy, Fact::case_provider_class),
          {alliance.text("key"), alliance.one_of("form", forms),
           read_known(alliance, "highest_class", policy, Fact::case_provider_class)}};
}

// "腹腔镜下半肝切除术+腹腔镜下胆囊切除术" is two.
std::optional<std::vector<std::string>> read_procedures(const Fields& fields) {
  const auto written = fields.texts("procedures");
  if (!written) return std::nullopt;
  std::vector<std::string> out;
  for (const std::string& text : *written) {
    for (std::size_t at = 0; at <= text.size();) {
      const std::size_t plus = std::min(text.find('+', at), text.size());
      if (plus > at) out.push_back(text.substr(at, plus - at));
      at = plus + 1;
    }
  }
  return out;
}

HospitalCase read_case(const Fields& fields, const policy::Policy* policy) {
  fields.only({"diagnosis", "procedures", "treatment", "provider", "cost", "mean_cost", "insured",
               "transfers", "rw", "rw_bound", "base_score", "point_value", "grass_roots", "new_technique",
               "discharged"});
  HospitalCase out;
  out.diagnosis = fields.text("diagnosis");
  if (out.diagnosis && out.diagnosis->empty()) out.diagnosis.reset();
  out.procedures = read_procedures(fields);
  out.treatment = read_known(fields, "treatment", policy, Fact::case_treatment);
  out.provider = read_provider(fields.object("provider"), policy);
  for (const Fields& transfer : fields.objects("transfers"))
    out.transfers.push_back(read_provider(transfer, policy));
  out.cost = read_cost(fields, "cost");
  out.mean_cost = read_cost(fields, "mean_cost");
  if (out.cost && out.mean_cost && out.cost->fen / cost_over_mean_most > out.mean_cost->fen)
    fields.fault(Fault::out_of_range, "mean_cost", to_yuan(*out.mean_cost), {to_yuan(*out.cost)});
  out.rw = read_decimal(fields, "rw", rw_most);
  out.rw_bound = read_decimal(fields, "rw_bound", rw_most);
  out.base_score = read_decimal(fields, "base_score", score_most);
  out.point_value = read_decimal(fields, "point_value", rw_most);
  out.grass_roots = read_known(fields, "grass_roots", policy, Fact::case_grass_roots);
  out.new_technique = fields.flag("new_technique").value_or(false);
  return out;
}

Budget read_budget(const Fields& fields) {
  fields.only({"outpatient_lump", "special_disease", "inpatient", "growth", "spent", "reasonable_overspend"});
  return {read_cost(fields, "outpatient_lump"), read_cost(fields, "special_disease"),
          read_cost(fields, "inpatient"),       fields.ratio("growth"),
          read_cost(fields, "spent"),           read_cost(fields, "reasonable_overspend").value_or(Money{})};
}

// The scheme may stand in the case, or beside it as in the other messages; the case's own counts.
void read_scheme(const Fields& message, const Fields& one, const policy::Policy* policy, ScoreRequest& out) {
  const Fields beside = message.object("insured"), inside = one.object("insured");
  const auto outer = read_insured(beside, out.as_of).scheme, inner = read_insured(inside, out.as_of).scheme;
  out.scheme = inner ? inner : outer;
  if (policy != nullptr) check_scheme(inner ? inside : beside, *policy, out.scheme, out.rule_day());
}

}  // namespace

std::expected<ScoreRequest, Findings> read_score_request(const policy::Library& library,
                                                         std::string_view text) {
  auto json = parse_json(text);
  if (!json) return std::unexpected(json.error());
  if (json->is_object()) as_text(*json, "point_value");
  if (json->is_object() && json->contains("case") && (*json)["case"].is_object()) write_out((*json)["case"]);
  Findings findings;
  const Fields message(&*json, "", findings);
  if (json->is_null()) findings.push_back(finding(Fault::not_json, "", "null"));
  message.only({"policy", "as_of", "statuses", "insured", "case", "budget", "point_value"});
  ScoreRequest out;
  const policy::Policy* policy = json->is_object() ? read_policy(library, message, out.policy) : nullptr;
  out.as_of = message.date("as_of");
  out.statuses = read_statuses(message);
  const Fields one = message.object("case");
  out.discharged = one.date("discharged");
  if (message.has("case")) out.hospital_case = read_case(one, policy);
  const auto point_value = read_decimal(message, "point_value", rw_most);
  if (out.hospital_case && !out.hospital_case->point_value) out.hospital_case->point_value = point_value;
  if (message.has("budget")) out.budget = read_budget(message.object("budget"));
  read_scheme(message, one, policy, out);
  if (json->is_object() && message.has("case") == message.has("budget"))
    message.fault(message.has("case") ? Fault::unknown_key : Fault::missing_key,
                  message.has("case") ? "budget" : "case",
                  message.has("case") ? std::optional("budget") : std::nullopt, {"case", "budget"});
  if (!findings.empty()) return std::unexpected(std::move(findings));
  return out;
}

}  // namespace mingbai::contract
