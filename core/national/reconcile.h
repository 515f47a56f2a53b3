#pragma once
// Reconciling (对账): what the platform answers to 5301 (a person's disease filings) or 5302 (selected
// institutions) against our filings: what stands only here, only there, and where the days differ.
//
// Ours are made comparable by the very table they would be sent by (2503, 2505). 5302 names no disease and
// 5301 no institution, so the key is the disease code or the institution code alone. Of several entries with
// one key those of the same days are matched first, then in the order of their beginning.

#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "core/national/filing.h"

namespace mingbai::national {

struct Dates {
  std::string from;
  std::string to;  // empty: no end
  friend bool operator==(const Dates&, const Dates&) = default;
};

struct Difference {
  std::string key;     // disease or institution code
  std::string name;    // as the platform has it, else ours
  std::string filing;  // ours, when it is known by id
  std::optional<Dates> here;
  std::optional<Dates> there;
};

struct Reconciliation {
  std::string infno;
  std::size_t same = 0;
  std::vector<Difference> only_here;
  std::vector<Difference> only_there;
  std::vector<Difference> dates_differ;

  bool agrees() const { return only_here.empty() && only_there.empty() && dates_differ.empty(); }
};

// `filings` are texts as export_filing takes them; those of another kind, or not in effect, are left aside.
// `asked` is the query's number, for an answer so empty that it does not show it.
std::expected<Reconciliation, Findings> reconcile(const Tables&, const policy::Library&,
                                                  std::string_view answer_json,
                                                  const std::vector<std::string_view>& filings,
                                                  const std::optional<std::string>& asked = std::nullopt);

Json to_json(const Reconciliation&);

}  // namespace mingbai::national
