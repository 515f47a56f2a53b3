#pragma once
// What a person can still do with a filing of his own, and what of it can be printed. Which acts are open is the
// server's to say (`life.next`); nothing here decides.

#include <string>
#include <string_view>
#include <vector>

#include "core/policy/library.h"
#include "generated/strings.h"
#include "web/screens/model/device_state.h"
#include "web/screens/model/filing_questions.h"
#include "web/screens/model/names.h"

namespace mingbai::screens {

// Of the open actions those a person takes from his own list: supply, change_providers, withdraw, cancel.
std::vector<std::string> own_acts(const Filed&);

// What is handed in and not decided, or refused, can be changed, also without a network: it is one's own, nothing of it waits to
// be sent, and no conflict about it is open.
bool can_edit(const DeviceState&, const Filed&);
const Draft* draft_of_edit(const DeviceState&, std::string_view filing);  // begun on this device; null: none

// Words for an act, "acts.cancel" and the like; empty for one that has none here.
std::string act_words(std::string_view action, const strings::Strings&);

struct ActContent {
  std::string reason;                  // of a cancellation
  std::string text;
  std::vector<std::string> documents;  // supplied
  std::vector<std::string> providers;  // chosen anew
};
// The body of POST /api/v1/filings/ID/events, on the version last seen.
std::string act_body(const Filed&, std::string_view action, const ActContent&);
std::string act_path(const Filed&);

struct PrintPage {
  std::string words;
  std::string address;  // of the server's own page
};
// What the server prints of a filing at that stage: the notice of what is granted (with its copies and, where a place has
// one, its card), the refusal with every reason, the receipt.
std::vector<PrintPage> print_pages(std::string_view filing, std::string_view stage, bool has_receipt, const strings::Strings&);
std::vector<PrintPage> print_pages(const Filed&, const strings::Strings&);

// Whether the benefit can be rechecked: the pack has rules for it, and the filing's disease was granted.
bool can_recheck(const policy::Library&, const Names&, const Filed&, Date today);

// Institutions named in the payload, and those that may be chosen instead.
std::vector<std::string> named_institutions(const Filed&);
std::vector<FilingQuestion::Option> institutions_to_choose(const policy::Library&, const Filed&, Date today, const strings::Strings&);
// Papers the filing may be asked for: keys with their names.
std::vector<FilingQuestion::Option> papers_to_supply(const policy::Library&, const Names&, const Filed&, Date today, const strings::Strings&);

// The received filing a recheck follows: of the same person and disease. Null when the device holds none.
const Filed* followed_by(const DeviceState&, const Filed& recheck);

}  // namespace mingbai::screens
