// The living style sheet: every component in its states, at #/components.
#pragma once

namespace mingbai::ui {

void gallery();

}  // namespace mingbai::ui
