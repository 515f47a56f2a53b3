#pragma once
// A policy (政策): one pack together with what it inherits, ready to be compiled for a day. Immutable once
// loaded.
//
// Elements of the same id are candidates: which one counts on a day, within the statuses asked for, is
// decided by `goes_before`: draft before in force before assumed, then the later date of effect. A draft is
// there only when it is asked for, and then to see what it would change.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/policy/catalogue.h"
#include "core/policy/dictionary.h"
#include "core/policy/elements.h"
#include "core/policy/scores.h"

namespace mingbai::policy {

class Policy {
 public:
  std::string id;
  Text title;
  std::string region;
  std::string version;
  std::string inherits;    // empty: nothing
  std::string overlay_of;  // of an overlay: its base
  std::vector<Scheme> schemes;
  std::vector<Document> documents;
  std::vector<Parameter> parameters;
  std::vector<Table> tables;
  std::vector<Requirement> requirements;
  std::vector<RequiredDocument> required_documents;
  std::vector<RequiredDocument> never_asked;
  std::vector<DecisionRule> decisions;
  std::vector<Benefit> benefits;
  std::vector<Note> notes;
  Catalogues catalogues;
  InstitutionPayment payment;
  std::map<std::string, std::string> cases;  // file -> JSON text

  Dictionary dictionary;
  Symbols symbols;
  Programs programs;

  const Document* document(std::string_view id) const;
  const Scheme* scheme(std::string_view key) const;
  std::vector<std::string> scheme_keys(std::optional<Date> valid_on) const;
  std::optional<std::uint32_t> parameter_index(std::string_view id) const;
  std::optional<std::uint32_t> table_index(std::string_view id) const;
  // Every document key a pack of this policy asks for or forbids.
  std::vector<std::string> document_keys() const;
};

// Whether the element may be used on the day under the statuses asked for.
bool holds(const Authority&, Date, StatusSet);

// Strict order of candidates that hold on the same day.
bool goes_before(const Authority&, const Authority&);

// The source as answers state it: what was repealed later was in force on its own days.
Source stated(const Authority&);

// The first of the candidates in `list` that hold, for each key, in the order of the pack.
template <class Element, class Key, class Wanted>
std::vector<const Element*> chosen(const std::vector<Element>& list, Date day, StatusSet statuses, Key key,
                                   Wanted wanted) {
  std::vector<const Element*> out;
  for (const Element& element : list) {
    if (!wanted(element) || !holds(element.authority, day, statuses)) continue;
    const Element** same = nullptr;
    for (const Element*& other : out)
      if (key(*other) == key(element)) same = &other;
    if (same == nullptr)
      out.push_back(&element);
    else if (goes_before(element.authority, (*same)->authority))
      *same = &element;
  }
  return out;
}

}  // namespace mingbai::policy
