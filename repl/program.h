// SPDX-License-Identifier: Apache-2.0
// The program behind main().
#pragma once

#include <string>
#include <vector>

#include "repl/process/console.h"

namespace dossier::repl {

/// Runs one command line (without the program's name) against `console`.
ExitStatus run(const std::vector<std::string>& arguments, Console& console);

/// run() with the streams and signals of the process. Returns the exit status.
int run_process(int argc, char** argv);

}  // namespace dossier::repl
