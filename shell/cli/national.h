#pragma once
// mingbai export national FILE: a filing as the national platform's messages, JSON lines; with --send they
// are handed to it as well. mingbai import national ANSWER --filings FILE: what the platform answered to 5301
// or 5302 against our filings. Formats: docs/formats/national.md.
//
// Exit codes: 0 written (or both sides agree), 1 the sides differ or the platform refused, 2 no message can
// be made of this filing; then the findings are on standard output and nothing is sent.

#include "shell/cli/command.h"

namespace mingbai::cli {

int export_national(const Invocation&);
int import_national(const Invocation&);

}  // namespace mingbai::cli
