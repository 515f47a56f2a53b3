#include "web/screens/model/source_line.h"

#include "web/screens/model/route.h"

namespace mingbai::screens {

std::string_view status_word(policy::Status status, const strings::Strings& t) {
  switch (status) {
    case policy::Status::in_force: return t("status.in_force");
    case policy::Status::draft: return t("status.draft");
    case policy::Status::assumed: return t("status.assumed");
    case policy::Status::repealed: return t("status.repealed");
  }
  return {};
}

SourceLine source_line(const policy::Source& source, const Names& names, const strings::Strings& t) {
  SourceLine line;
  const DocumentName* document = names.document(source.document);
  line.document = document ? document->short_title.in(t.language) : source.document;
  line.clause = source.clause;
  line.status = source.status;
  line.short_words = status_word(source.status, t);
  line.words = source.status == policy::Status::assumed ? std::string(t("status.assumed_unchecked")) : line.short_words;
  Route route{"rules", {}};
  route.put("document", source.document);
  if (!source.clause.empty()) route.put("clause", source.clause);
  line.target = to_hash(route);
  return line;
}

}  // namespace mingbai::screens
