#include "core/scenario/job.h"

#include <algorithm>

#include "core/base/money.h"
#include "core/contract/fault.h"
#include "core/policy/policy.h"
#include "core/scenario/comparison.h"
#include "core/scenario/pricing.h"
#include "core/scenario/read_claims.h"

namespace mingbai::scenario {
namespace {

using contract::Fault;
using policy::Fact;

constexpr std::size_t stretch_rows = 4096;

const std::vector<Fact> usual_groups{Fact::insured_scheme, Fact::claim_care, Fact::claim_remote,
                                     Fact::claim_provider_level, Fact::claim_provider_kind};

}  // namespace

struct Job::Inside {
  Request request;
  std::vector<const policy::Policy*> policies;
  std::vector<std::unique_ptr<Pricing>> pricings;
  std::optional<Drawing> drawing;
  std::optional<ClaimsText> text;
  std::optional<Comparison> comparison;
  Claims claims;
  std::vector<Priced> priced;
  Progress progress;
  bool at_end = false;
  std::int64_t sum = 0;  // of all totals so far
  bool too_large = false;

  // One total is below 10^15 fen, so that the sum passes the limit before it could leave 64 bits.
  void add_up() {
    for (const std::int64_t total : claims.find(Fact::claim_total)->numbers) {
      if (total != unknown) sum += total;
      if (sum > sums_most_fen) {
        too_large = at_end = true;
        return;
      }
    }
  }

  void fill(std::size_t rows) {
    claims.clear();
    if (text) {
      at_end = !text->read(claims, rows);
      progress.done += claims.rows();
    } else {
      while (progress.done < progress.of && claims.rows() < rows && claims.people() < rows)
        drawing->draw(claims, progress.done++);
      at_end = progress.done == progress.of;
    }
  }

  std::uint64_t stretch(std::size_t rows) {
    fill(rows);
    if (text && text->faults() > 0) return claims.rows();
    add_up();
    if (too_large) return claims.rows();
    for (std::size_t p = 0; p < pricings.size(); ++p) pricings[p]->price(claims, priced[p]);
    comparison->add(claims, priced);
    return claims.rows() + claims.people();
  }
};

Job::Job(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
Job::Job(Job&&) noexcept = default;
Job& Job::operator=(Job&&) noexcept = default;
Job::~Job() = default;

std::expected<Job, Findings> Job::open(const policy::Library& library, Request request) {
  Findings findings;
  auto inside = std::make_unique<Inside>();
  inside->request = std::move(request);
  const Request& asked = inside->request;
  std::vector<std::string> known;
  for (const auto id : library.ids()) known.emplace_back(id);
  for (std::size_t i = 0; i < asked.policies.size(); ++i) {
    const auto* policy = library.find(asked.policies[i]);
    if (policy == nullptr)
      findings.push_back(contract::finding(Fault::unknown_policy, "policies." + std::to_string(i),
                                           asked.policies[i], known));
    inside->policies.push_back(policy);
  }
  if (asked.policies.empty() || asked.policies.size() > 2)
    findings.push_back(
        contract::finding(Fault::not_one_or_two, "policies", std::to_string(asked.policies.size())));
  if (asked.population.has_value() == !asked.claims.empty())
    findings.push_back(contract::finding(Fault::simulation_without_people, "population"));
  if (asked.population && (asked.count == 0 || asked.count > people_most))
    findings.push_back(contract::finding(Fault::out_of_range, "count", std::to_string(asked.count),
                                         {"1–" + std::to_string(people_most)}));
  if (!findings.empty()) return std::unexpected(std::move(findings));
  if (asked.population) {
    inside->drawing.emplace(*asked.population, asked.seed);
    inside->claims.columns = inside->drawing->columns();
    inside->progress.of = asked.count;
  } else {
    auto text = ClaimsText::open(asked.claims, inside->policies);
    if (!text) return std::unexpected(std::move(text.error()));
    inside->text.emplace(std::move(*text));
    inside->claims.columns = inside->text->columns();
    inside->progress.of = inside->text->lines();
  }
  std::vector<Pricing*> pricings;
  for (const auto* policy : inside->policies) {
    inside->pricings.push_back(
        std::make_unique<Pricing>(*policy, asked.statuses, asked.as_of, inside->policies.size() == 2));
    pricings.push_back(inside->pricings.back().get());
  }
  inside->priced.resize(pricings.size());
  inside->comparison.emplace(pricings, asked.groups.empty() ? usual_groups : asked.groups);
  return Job(std::move(inside));
}

Progress Job::progress() const { return inside_->progress; }

bool Job::done() const { return inside_->at_end; }

Progress Job::step(std::uint64_t budget_claims) {
  for (std::uint64_t worked = 0; worked < budget_claims && !inside_->at_end;)
    worked += std::max<std::uint64_t>(1, inside_->stretch(static_cast<std::size_t>(
                                             std::min<std::uint64_t>(budget_claims - worked, stretch_rows))));
  if (inside_->at_end) inside_->progress.done = inside_->progress.of;
  return inside_->progress;
}

Summary Job::result() const {
  Summary out;
  for (const auto* policy : inside_->policies)
    out.policies.push_back({policy->id, policy->version, policy->title});
  if (inside_->request.population) out.seed = inside_->request.seed;
  if (inside_->text) out.findings = inside_->text->findings();
  if (inside_->too_large)
    out.findings.push_back(contract::finding(Fault::sums_too_large, inside_->text ? "claims" : "population",
                                             std::nullopt, {to_display(Money{sums_most_fen})}));
  inside_->comparison->finish(out);
  for (auto* examples : {&out.most_gained, &out.most_lost})
    for (Example& example : *examples)
      for (auto& claim : example.claims) {
        claim.statuses = inside_->request.statuses;
        claim.as_of = inside_->request.as_of;
      }
  return out;
}

}  // namespace mingbai::scenario
