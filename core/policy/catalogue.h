#pragma once
// The catalogues (目录) of a policy: diseases, institutions, grants, drugs, holidays; read from
// catalogues/*.json of the pack and of those it inherits, an entry of the younger replacing that of the
// same key.
//
// Entries are dated like everything else: a look-up names the day, and the statuses where it is a rule that
// is looked up. That a code stands on a list is no rule: it counts whatever its status.
//
//   const auto* disease = find_disease(policy.catalogues, "M03900", day);
//   if (disease != nullptr && class_of(*disease, statuses)) …

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/policy/elements.h"

namespace mingbai::policy {

struct DiseaseEntry {
  std::string code;
  Text label;
  std::string origin;         // provincial | local
  std::string disease_class;  // one | two | special | chronic; empty: the catalogue states none
  bool designated_only = false;
  Authority authority;
};

struct InstitutionEntry {
  std::string key;
  std::string code;  // the national code; empty: not known
  Text label;
  std::string region;
  std::string kind;
  std::optional<int> level;
  std::optional<int> price_level;
  std::optional<int> deductible_level;
  std::string grade;
  std::string ownership;
  std::string payment_class;  // "class" of the file: what DIP calls it
  std::string alliance;
  Authority authority;
};

enum class Act : std::uint8_t { confirm, treat };

// Who may confirm or treat which diseases: one institution by key, or all of certain kinds and levels.
struct Grant {
  std::string institution;  // empty: by kind and level
  std::vector<std::string> kinds;
  std::vector<int> levels;
  std::vector<std::string> diseases;
  bool every_disease = false;
  bool may_confirm = false;
  bool may_treat = false;
  Authority authority;
};

struct DrugEntry {
  std::string key;
  Text label;
  std::string program;  // empty for a program itself
  Authority authority;
};

struct Holiday {
  Date day;
  Text label;
  bool working = false;  // a weekend's day on which one works
  Authority authority;
};

// Whether a list is there, and whether it is whole. A list over several packs is whole when each part is.
struct ListState {
  bool in_hand = false;
  bool complete = false;
};

struct Catalogues {
  std::vector<DiseaseEntry> diseases;
  std::vector<InstitutionEntry> institutions;
  std::vector<Grant> grants;
  std::vector<DrugEntry> programs;
  std::vector<DrugEntry> drugs;
  std::vector<Holiday> holidays;
  ListState disease_list;
  ListState institution_list;
  ListState grant_list;
  ListState drug_list;
};

enum class Listed : std::uint8_t { listed, not_listed, not_in_hand };

const DiseaseEntry* find_disease(const Catalogues&, std::string_view code, Date);
Listed listed(const Catalogues&, std::string_view disease, Date);
// The class a catalogue of the statuses asked for states.
std::optional<std::string> class_of(const DiseaseEntry&, StatusSet);

// By national code, key or Chinese name.
const InstitutionEntry* find_institution(const Catalogues&, std::string_view code_or_key, Date);

// The institution a grant is asked for: what the request says, completed from the catalogue.
struct Grantee {
  std::string code;
  std::optional<std::string> kind;
  std::optional<int> level;
};

enum class GrantState : std::uint8_t { granted, other_disease, none, depends_on_disease };

// What the grants of that day and those statuses say. `other_disease`: some name the institution itself, and
// none for this disease. `used` is the grant the answer rests on, if any.
GrantState granted(const Catalogues&, const Grantee&, const std::optional<std::string>& disease, Act, Date,
                   StatusSet, const Grant** used = nullptr);

// Whether the key names a drug or a program of the drug catalogue.
const DrugEntry* find_drug(const Catalogues&, std::string_view key, Date, StatusSet);

// Weekends are off and every other day is worked on, unless the holiday catalogue says otherwise.
bool working_day(const Catalogues&, Date);
// From the day itself to 31 December: 1 on the last working day of the year.
int working_days_to_year_end(const Catalogues&, Date);

}  // namespace mingbai::policy
