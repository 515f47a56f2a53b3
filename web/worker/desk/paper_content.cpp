#include "web/worker/desk/paper_content.h"

#include <algorithm>

#include "core/filing/attachment/attachment.h"
#include "core/filing/judgement.h"
#include "core/sync/sha256.h"

namespace mingbai::worker {
namespace {

// A name as it may be shown, whatever the content is.
std::string shown_name(const std::string& given) {
  constexpr std::string_view extension = ".jpg";
  std::string name = filing::safe_name(given + ".", filing::Media::jpeg);
  name.resize(name.size() - extension.size());
  return name;
}

}  // namespace

std::string look_at(store::Paper& paper, std::string_view content) {
  auto clean = filing::clean_attachment(content, {});
  if (!clean) {
    paper.name = shown_name(paper.name);
    paper.bytes = static_cast<std::int64_t>(content.size());
    paper.state = store::PaperState::refused;
    paper.findings = filing::write_bilingual(clean.error());
    return {};
  }
  paper.name = filing::safe_name(paper.name, clean->media);
  paper.media = filing::to_mime(clean->media);
  paper.bytes = static_cast<std::int64_t>(clean->bytes.size());
  paper.sha256 = sync::sha256_hex(clean->bytes);
  return std::move(clean->bytes);
}

bool stands_among(const std::vector<store::Paper>& held, const store::Paper& paper) {
  return std::ranges::any_of(held, [&](const store::Paper& one) {
    return one.document == paper.document && one.sha256 == paper.sha256 && one.state != store::PaperState::refused;
  });
}

}  // namespace mingbai::worker
