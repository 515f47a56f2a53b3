#include "web/screens/model/certificate.h"

#include "core/base/identity_number.h"

namespace mingbai::screens {

std::string_view certificate_fault(std::string_view typed, const strings::Strings& t) {
  constexpr std::size_t citizen_length = 18;
  if (typed.empty()) return t("counter.certificate_needed");
  return typed.size() == citizen_length && !parse_identity_number(typed) ? t("counter.certificate_wrong")
                                                                         : std::string_view();
}

}  // namespace mingbai::screens
