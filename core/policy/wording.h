#pragma once
// Filling the texts of a pack: {parameter:id} becomes the value of the day, {fact.path} the case's own value
// by its label ("长期居住"), or a dash where it is not known.

#include "core/policy/edition.h"

namespace mingbai::policy {

// The parameters a text names.
std::vector<std::uint32_t> parameters_in(const Policy&, const Text&);

Text filled(Text, const Edition&, const Facts&);

// "1,000.00", "80%", "6": a figure for people.
std::string for_people(std::int64_t value, Unit);

// A fact's value by the label of its domain, or as it is written.
Text value_label(const Policy&, const Facts&, Fact);

}  // namespace mingbai::policy
