#pragma once
// What a filing is about (事项), read from its payload for lists and scopes: policy, region, institution,
// subject, and whose it is. Lenient: what is not there stays empty. `channel` is where the application says it
// is handled; who took it in is known from the account alone (core/filing/life/rules.h).
//
// The certificate's number leaves this struct only masked (masking.h) or as a person's key (person_key.h).

#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "core/base/text.h"
#include "core/policy/library.h"

namespace mingbai::filing {

struct Matter {
  std::string policy;
  std::string region;       // that insures the person; the policy's where none is stated
  std::string institution;  // code of the one that confirms or treats
  std::string subject;      // code of the disease, else the category of remote care
  std::string channel;
  std::string name;
  std::string certificate_type;
  std::string certificate;
  std::string agent_name;
  std::vector<std::string> documents;
  bool by_agent = false;
};

Matter matter_of(const policy::Library&, std::string_view payload);

// The subject as its policy calls it, by the code on a list, whatever the day; itself where it has no name there.
Text subject_name(const policy::Library&, const Matter&);

// The payload with the institutions of a change in the place of those applied for. One that was named before
// keeps what was said of it. A new one is what the catalogue of that day says, else of the kind and place of
// the one it follows. An office that changes them answers for its level, owner and qualification; for a person
// these stay open.
enum class Vouched : bool { no, by_an_office };
std::string with_providers(const policy::Library&, std::string_view payload,
                           const std::vector<std::string>& codes, Date, Vouched);

}  // namespace mingbai::filing
