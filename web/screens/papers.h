#pragma once
// Photos and PDFs of a filing as every screen draws them: a line each with where it stands, and the buttons that add one.

#include <string_view>
#include <vector>

#include "web/screens/context.h"
#include "web/screens/model/papers.h"

namespace mingbai::screens {

// Each with the way to delete it, as long as the server has not kept it.
void draw_papers(const std::vector<PaperRow>&, const Context&, bool with_title);

// `key`: of the page's "files" event (chosen_files.h); on phones also a button that opens the camera.
void draw_paper_buttons(std::string_view document, std::string_view key, const Context&);

}  // namespace mingbai::screens
