// Pieces of the gallery that stand in a file of their own.
#pragma once

#include <string_view>

#include "web/ui/colour.h"
#include "web/ui/geometry.h"
#include "web/ui/type.h"
#include "web/ui/words.h"

namespace mingbai::ui {

void part(strings::Key title);  // what follows shows one part
void gallery_of_records();
void paint_words(std::string_view words, Type type, Token token, Point corner);  // no place, no node

}  // namespace mingbai::ui
