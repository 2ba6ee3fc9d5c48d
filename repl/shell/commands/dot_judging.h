// SPDX-License-Identifier: Apache-2.0
// The dot commands that judge what was read; dot_command_table.cc lists them.
#pragma once

#include "repl/shell/dot_command.h"

namespace dossier::repl {

void shell_fact(Session& session, const ShellArguments& arguments);
void shell_review(Session& session, const ShellArguments& arguments);

}  // namespace dossier::repl
