#pragma once
// What was brought back from a backup, in words: only what there was. "恢复了 1 份，在“没写完的”里；照片和文件 2 个。"

#include <string>

#include "generated/strings.h"
#include "web/screens/model/device_state.h"

namespace mingbai::screens {

std::string restored_words(const Report&, const strings::Strings&);

}  // namespace mingbai::screens
