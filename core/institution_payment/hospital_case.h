#pragma once
// What `score` is asked: one hospital case (住院病例), or the yearly budget of a close alliance
// (紧密型医联体). Shape and meaning are those of the `score` message; an absent optional is an unknown fact,
// not a default.

#include <optional>
#include <string>
#include <vector>

#include "core/base/date.h"
#include "core/base/decimal.h"
#include "core/base/money.h"
#include "core/base/ratio.h"
#include "core/policy/source.h"

namespace mingbai::institution_payment {

struct Alliance {
  std::optional<std::string> key;
  std::optional<std::string> form;           // loose | close
  std::optional<std::string> highest_class;  // of all its institutions
};

struct Provider {
  std::optional<std::string> code;
  std::optional<std::string> provider_class;  // secondary_a_general
  Alliance alliance;
};

struct HospitalCase {
  std::optional<std::string> diagnosis;                // ICD-10
  std::optional<std::vector<std::string>> procedures;  // by code or name; an empty list: none
  std::optional<std::string> treatment;
  Provider provider;
  std::vector<Provider> transfers;  // where the same stay began, before it was moved here
  std::optional<Money> cost;
  std::optional<Money> mean_cost;  // of the disease, the year before, at the same level
  std::optional<Decimal> rw;
  std::optional<Decimal> rw_bound;
  std::optional<Decimal> base_score;  // as published, where the catalogue is not in hand
  std::optional<Decimal> point_value;
  std::optional<std::string> grass_roots;  // general | tcm | none, where the list is not in hand
  bool new_technique = false;
};

struct Budget {
  std::optional<Money> outpatient_lump;  // last year's, paid by the fund
  std::optional<Money> special_disease;
  std::optional<Money> inpatient;
  std::optional<Ratio> growth;
  std::optional<Money> spent;  // at the year's end
  Money reasonable_overspend;
};

struct ScoreRequest {
  std::string policy;
  std::optional<Date> as_of;
  std::optional<Date> discharged;
  policy::StatusSet statuses;
  std::optional<std::string> scheme;
  std::optional<HospitalCase> hospital_case;
  std::optional<Budget> budget;

  std::optional<Date> rule_day() const { return discharged ? discharged : as_of; }
};

}  // namespace mingbai::institution_payment
