// SPDX-License-Identifier: Apache-2.0
// The interactive shell: reads lines, runs statements and dot commands.
#pragma once

#include "repl/process/exit_status.h"
#include "repl/shell/session.h"

namespace dossier::repl {

/// Runs everything `lines` gives until its end, .quit, or a second Ctrl-C. With a person at it,
/// errors are shown and it goes on; else it ends at the first one unless the session keeps going.
ExitStatus run_lines(Session& session, LineSource& lines);

}  // namespace dossier::repl
