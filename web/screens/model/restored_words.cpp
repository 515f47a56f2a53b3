#include "web/screens/model/restored_words.h"

namespace mingbai::screens {

std::string restored_words(const Report& done, const strings::Strings& t) {
  const std::string count = std::to_string(done.drafts), papers = std::to_string(done.papers);
  std::string told;
  if (done.drafts > 0 && done.papers > 0) told = t("backup.restored_both", {{"count", count}, {"papers", papers}});
  else if (done.papers > 0) told = t("backup.restored_papers", {{"papers", papers}});
  else if (done.drafts > 0 || done.skipped == 0) told = t("backup.restored", {{"count", count}});
  if (done.skipped == 0) return told;
  if (!told.empty() && t.language == Language::en) told += " ";
  return told + t("backup.skipped", {{"count", std::to_string(done.skipped)}});
}

}  // namespace mingbai::screens
