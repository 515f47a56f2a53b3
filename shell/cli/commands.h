#pragma once
// The functions behind the table of commands.

#include "shell/cli/command.h"

namespace mingbai::cli {

int settle(const Invocation&);
int check(const Invocation&);
int score(const Invocation&);
int policies_list(const Invocation&);
int policies_show(const Invocation&);
int policies_verify(const Invocation&);
int cases_run(const Invocation&);

}  // namespace mingbai::cli
