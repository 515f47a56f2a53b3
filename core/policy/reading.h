#pragma once
// Turning the elements of a pack's files into a Policy. One reader per kind of element; each is given the
// elements with those of the inherited pack before them, and notes every fault in `findings`.
//
// The order matters: dictionary, schemes and documents first, then parameters and tables, then whatever
// refers to them.

#include <deque>

#include "core/policy/element.h"
#include "core/policy/inheritance.h"
#include "core/policy/policy.h"

namespace mingbai::policy {

struct Reading {
  Policy& policy;
  Findings& findings;
};

Dictionary read_dictionary(const Json& facts, const std::string& file, Findings&);
void read_schemes(Reading&, const Element& pack);
void read_document(Reading&, const Element&);
void read_parameter(Reading&, const Element&);
void read_table(Reading&, const Element&);
void read_requirement(Reading&, const Element&);
void read_required_document(Reading&, const Element&, std::vector<RequiredDocument>& into);
void read_decision(Reading&, const Element&);
void read_note(Reading&, const Element&);
// Diseases, institutions, grants, drugs, holidays: whole files, since one refers to another.
void read_catalogues(Reading&, const std::vector<Ancestor>&, std::deque<Json>& kept);
void read_benefit(Reading&, const Element&, std::deque<Json>& kept);

// An element with a "validity" list stands for one candidate per entry: the entry's dates, status, source and
// note over the element's own. Every element comes back expanded; `kept` owns what had to be made.
std::vector<Element> expanded(std::vector<Element>, std::deque<Json>& kept);

Period read_period(const Element&, Period otherwise);
const std::vector<std::string>& status_keys();
Authority read_authority(Reading&, const Element&);
// Refuses kinds of application no message knows.
std::vector<std::string> read_kinds(const Element&);

// Refuses kinds of care no message knows; bit n of `bits` is the nth of care_kinds().
std::vector<std::string> read_care(const Element&, std::uint32_t& bits);

// A predicate under `key`, or one that always holds when there is none.
Predicate read_predicate(Reading&, const Element&, std::string_view key);

std::optional<Fact> read_fact(Reading&, const Element&, std::string_view key);
// The fact of that name, if the dictionary has it; else a fault at `key`.
std::optional<Fact> read_fact_name(Reading&, const Element&, std::string_view key, const std::string& name);

// A JSON value of a fact's type as a number: "1000.00", "80%", 3, true, "442000", "filed".
std::optional<std::int64_t> read_value(Reading&, Fact, const Element& at, std::string_view key, const Json&);

// The values a fact may take in the conditions of this policy; empty when it is open.
std::vector<std::string> domain_of(const Policy&, Fact);

// The value of a parameter or table row.
std::optional<std::int64_t> read_amount(const Element&, std::string_view key, Unit);

std::optional<std::uint32_t> read_parameter_reference(Reading&, const Element&, std::string_view key, Unit);
std::optional<std::uint32_t> read_table_reference(Reading&, const Element&, std::string_view key, Unit);

const std::vector<std::string>& application_kinds();
const std::vector<std::string>& care_kinds();

}  // namespace mingbai::policy
