#include "core/policy/policy.h"

#include <algorithm>

namespace mingbai::policy {
namespace {

int rank(Status s) { return s == Status::draft ? 0 : s == Status::assumed ? 2 : 1; }

template <class List>
std::optional<std::uint32_t> index_of(const List& list, std::string_view id) {
  const auto it = std::ranges::find(list, id, [](const auto& e) -> std::string_view { return e.id; });
  if (it == list.end()) return std::nullopt;
  return static_cast<std::uint32_t>(it - list.begin());
}

}  // namespace

std::vector<std::string> Dictionary::keys(Fact fact) const {
  std::vector<std::string> out;
  for (const auto& value : of(fact).domain) out.push_back(value.key);
  return out;
}

const Document* Policy::document(std::string_view wanted) const {
  const auto it =
      std::ranges::find(documents, wanted, [](const auto& d) -> std::string_view { return d.id; });
  return it == documents.end() ? nullptr : &*it;
}

const Scheme* Policy::scheme(std::string_view key) const {
  const auto it = std::ranges::find(schemes, key, [](const auto& s) -> std::string_view { return s.key; });
  return it == schemes.end() ? nullptr : &*it;
}

std::vector<std::string> Policy::scheme_keys(std::optional<Date> valid_on) const {
  std::vector<std::string> out;
  for (const auto& s : schemes)
    if (!valid_on || s.effective.contains(*valid_on)) out.push_back(s.key);
  return out;
}

std::optional<std::uint32_t> Policy::parameter_index(std::string_view wanted) const {
  return index_of(parameters, wanted);
}

std::optional<std::uint32_t> Policy::table_index(std::string_view wanted) const {
  return index_of(tables, wanted);
}

std::vector<std::string> Policy::document_keys() const {
  std::vector<std::string> out = dictionary.keys(Fact::application_documents);
  const auto add = [&](const std::string& key) {
    if (std::ranges::find(out, key) == out.end()) out.push_back(key);
  };
  for (const auto* list : {&required_documents, &never_asked}) {
    for (const auto& document : *list)
      for (const auto& key : document.any_of) add(key);
  }
  return out;
}

bool holds(const Authority& authority, Date day, StatusSet statuses) {
  return authority.source.effective.contains(day) && statuses.allows(authority.source.status);
}

bool goes_before(const Authority& a, const Authority& b) {
  const int ra = rank(a.source.status), rb = rank(b.source.status);
  return ra != rb ? ra < rb : a.source.effective.from > b.source.effective.from;
}

Source stated(const Authority& authority) {
  Source out = authority.source;
  if (out.status == Status::repealed) out.status = Status::in_force;
  return out;
}

}  // namespace mingbai::policy
