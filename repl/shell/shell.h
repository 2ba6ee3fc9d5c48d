// SPDX-License-Identifier: Apache-2.0
// The interactive shell: reads lines, runs statements and dot commands.
#pragma once

#include "repl/process/exit_status.h"
#include "repl/shell/session.h"

namespace dossier::repl {

/// Runs all lines until their end, .quit, or a second Ctrl-C. Interactive input continues after an
/// error; other input stops at the first one unless the session keeps going.
ExitStatus run_lines(Session& session, LineSource& lines);

}  // namespace dossier::repl
