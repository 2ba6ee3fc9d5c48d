// SPDX-License-Identifier: Apache-2.0
// The table of terminal_writers.h whose long cells go on below instead of being cut.
#pragma once

#include "repl/format/terminal_writers.h"

namespace dossier::repl {

std::unique_ptr<ResultsSink> make_wrapped_table_writer(std::ostream& out, Layout layout);

}  // namespace dossier::repl
