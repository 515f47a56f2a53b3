#include "core/national/export.h"

#include <algorithm>

#include "core/contract/fault.h"
#include "core/national/fault.h"

namespace mingbai::national {
namespace {

using Candidates = std::vector<const Transaction*>;

bool is_for(const Transaction& transaction, const Filing& filing) {
  return transaction.kind == filing.kind &&
         (transaction.category.empty() || transaction.category == filing.category) &&
         (transaction.insured_region.empty() || transaction.insured_region == filing.insured_region);
}

bool at_its_stage(const Transaction& transaction, const Filing& filing) {
  return filing.stage.empty() ||
         std::ranges::find(transaction.stages, filing.stage) != transaction.stages.end();
}

// The one for the stage, and among those the one made for the region.
const Transaction* preferred(const Candidates& candidates, const Filing& filing) {
  const Transaction* best = nullptr;
  const auto rank = [&](const Transaction& one) {
    const bool fits = filing.stage.empty() ? !one.cancels : at_its_stage(one, filing);
    return (fits ? 4 : 0) + (one.cancels ? 0 : 2) + (one.insured_region.empty() ? 0 : 1);
  };
  for (const Transaction* one : candidates)
    if (best == nullptr || rank(*one) > rank(*best)) best = one;
  return best;
}

}  // namespace

const Transaction* choose(const Tables& tables, const Filing& filing, const std::optional<std::string>& asked,
                          Findings& findings) {
  const Transaction* wanted = asked ? tables.find(*asked) : nullptr;
  if (asked && wanted == nullptr) {
    findings.push_back(
        contract::finding(contract::Fault::unknown_value, "transaction", *asked, tables.numbers()));
    return nullptr;
  }
  if (wanted != nullptr && wanted->asks) return wanted;
  Candidates candidates;
  for (const Transaction& one : tables.transactions)
    if (is_for(one, filing)) candidates.push_back(&one);
  if (candidates.empty()) {
    findings.push_back(finding(Fault::no_national_message,
                               filing.category.empty() ? "application.kind" : "application.category",
                               filing.category.empty() ? filing.kind : filing.category));
    return nullptr;
  }
  if (wanted == nullptr) wanted = preferred(candidates, filing);
  if (std::ranges::find(candidates, wanted) == candidates.end()) {
    std::vector<std::string> own;
    for (const Transaction* one : candidates) own.push_back(one->infno);
    findings.push_back(finding(Fault::national_other_transaction, "transaction", *asked, std::move(own)));
    return nullptr;
  }
  if (!at_its_stage(*wanted, filing))
    findings.push_back(finding(Fault::national_stage, "life.stage", filing.stage, wanted->stages));
  return wanted;
}

std::expected<std::vector<Json>, Findings> export_filing(const Tables& tables, const policy::Library& library,
                                                         std::string_view text, const Export& asked) {
  Findings findings;
  check_given(asked.sending.header.is_null() ? nullptr : &asked.sending.header, "header",
              tables.envelope_fields(), findings);
  const auto filing = read_filing(tables, library, text);
  if (!filing) findings.insert(findings.end(), filing.error().begin(), filing.error().end());
  const Transaction* transaction = filing ? choose(tables, *filing, asked.transaction, findings) : nullptr;
  if (transaction == nullptr) return std::unexpected(std::move(findings));
  std::vector<Json> out;
  const bool one_for_each = transaction->each == "selected";
  Sending sending = asked.sending;
  for (std::size_t i = 0; i < (one_for_each ? filing->selected.size() : 1); ++i, ++sending.serial) {
    Findings of_this;
    out.push_back(
        build(tables, *transaction, *filing, one_for_each ? filing->selected[i] : Json(), sending, of_this));
    // What is wrong with all of them is told once.
    for (Finding& one : of_this) {
      const auto same = [&](const Finding& other) {
        return other.code == one.code && other.fact == one.fact && other.actual == one.actual;
      };
      if (std::ranges::none_of(findings, same)) findings.push_back(std::move(one));
    }
  }
  if (!findings.empty()) return std::unexpected(std::move(findings));
  return out;
}

}  // namespace mingbai::national
