#include "core/contract/simulation.h"
#include "core/contract/write.h"

namespace mingbai::contract {
namespace {

using scenario::Summary;

std::string yuan(std::int64_t fen) { return to_yuan(Money{fen}); }
Json yuan(const std::optional<std::int64_t>& fen) { return fen ? Json(yuan(*fen)) : Json(nullptr); }

Json yuan(const std::vector<std::int64_t>& sums) {
  Json out = Json::array();
  for (const std::int64_t fen : sums) out.push_back(yuan(fen));
  return out;
}

Json sums_json(const scenario::Sums& sums) {
  Json out = Json::object();
  out["total"] = yuan(sums.total);
  out["eligible"] = yuan(sums.eligible);
  out["fund_pay"] = yuan(sums.fund);
  out["major_illness_pay"] = yuan(sums.major_illness);
  out["self_pay"] = yuan(sums.self);
  return out;
}

Json side_json(const scenario::Side& side) {
  Json out = Json::object();
  out["people"] = side.people;
  out["sum"] = yuan(side.sum);
  return out;
}

Json groups_json(const Summary& summary, Language language) {
  Json out = Json::array();
  for (const auto& group : summary.groups) {
    Json one = Json::object();
    one["fact"] = group.fact;
    one["key"] = group.key.empty() ? Json(nullptr) : Json(group.key);
    one["label"] = group.label.in(language);
    one["people"] = group.people;
    one["claims"] = group.claims;
    one["total"] = yuan(group.total);
    one["fund_pay"] = yuan(group.fund);
    one["self_pay"] = yuan(group.self);
    one["winners"] = group.winners;
    one["losers"] = group.losers;
    out.push_back(std::move(one));
  }
  return out;
}

Json clauses_json(const Summary& summary, Language language) {
  Json out = Json::array();
  for (const auto& share : summary.clauses) {
    Json one = Json::object();
    one["document"] = share.document;
    one["clause"] = share.clause;
    one["step"] = share.step;
    one["label"] = share.label.in(language);
    one["people"] = share.people;
    one["difference"] = yuan(share.difference);
    out.push_back(std::move(one));
  }
  return out;
}

Json histogram_json(const Summary& summary) {
  Json out = Json::array();
  for (const auto& band : summary.histogram) {
    Json one = Json::object();
    one["from"] = yuan(band.from);
    one["to"] = yuan(band.to);
    one["people"] = band.people;
    one["sum"] = yuan(band.sum);
    out.push_back(std::move(one));
  }
  return out;
}

Json examples_json(const Summary& summary, const std::vector<scenario::Example>& examples) {
  Json out = Json::array();
  for (const auto& example : examples) {
    Json one = Json::object();
    one["person"] = example.person;
    one["difference"] = yuan(example.difference);
    one["claims"] = Json::array();
    for (const auto& claim : example.claims)
      one["claims"].push_back(to_json(claim, summary.policies.front().id));
    out.push_back(std::move(one));
  }
  return out;
}

}  // namespace

std::string write(const Summary& summary, Language language) {
  Json out = Json::object();
  out["policies"] = Json::array();
  for (const auto& policy : summary.policies) {
    Json one = Json::object();
    one["id"] = policy.id;
    one["version"] = policy.version;
    one["title"] = policy.title.in(language);
    out["policies"].push_back(std::move(one));
  }
  out["people"] = summary.people;
  out["claims"] = summary.claims;
  out["seed"] = summary.seed ? Json(*summary.seed) : Json(nullptr);
  out["basis"] = to_key(summary.basis);
  out["totals"] = Json::array();
  for (const auto& sums : summary.totals) {
    Json one = sums_json(sums);
    one["undetermined"] = sums.undetermined;
    out["totals"].push_back(std::move(one));
  }
  const bool compared = summary.policies.size() == 2;
  out["difference"] = compared ? sums_json(summary.difference) : Json(nullptr);
  out["winners"] = compared ? side_json(summary.winners) : Json(nullptr);
  out["losers"] = compared ? side_json(summary.losers) : Json(nullptr);
  out["unchanged"] = compared ? Json{{"people", summary.unchanged}} : Json(nullptr);
  out["groups"] = groups_json(summary, language);
  out["clauses"] = clauses_json(summary, language);
  out["histogram"] = histogram_json(summary);
  out["examples"] = Json::object();
  out["examples"]["most_gained"] = examples_json(summary, summary.most_gained);
  out["examples"]["most_lost"] = examples_json(summary, summary.most_lost);
  out["findings"] = to_json(summary.findings, language);
  return dump(out);
}

}  // namespace mingbai::contract
