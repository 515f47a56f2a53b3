#pragma once
// One message (报文) of the platform: the fields of its transaction filled from a filing, every value checked
// against its table, and the envelope around it. All that is wrong is told at once.
//
// A value is what `national` gives, else the first fact there is, translated where the table has a mapping,
// else the table's own. A field without a value is left out. Nothing is ever cut to fit.
//
// The message id is institution (12) + time (14) + serial (4). Time and serial are arguments: core has no
// clock.

#include <string>

#include "core/national/filing.h"

namespace mingbai::national {

struct Sending {
  std::string time;  // "2026-11-21 10:58:05", in China
  int serial = 1;
  Json header;  // what the institution's every message carries, by the envelope's field names
};

// `selected` is one institution of a selection, or null.
Json build(const Tables&, const Transaction&, const Filing&, const Json& selected, const Sending&, Findings&);

// The fields of a table filled from `given`, then from `facts`; `place` is where they stand in the message.
Json fill_fields(const Tables&, const std::vector<Field>&, const std::vector<const Json*>& given,
                 const Json& facts, const std::string& place, Findings&);

// Whether a value is what its table asks for.
void check_value(const Tables&, const Field&, const std::string& value, const std::string& place, Findings&);

}  // namespace mingbai::national
