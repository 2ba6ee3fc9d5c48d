// SPDX-License-Identifier: Apache-2.0
// The last lines of commands that write: what is new in the answers of standing queries.
#pragma once

#include "dossier/dossier.h"
#include "repl/process/console.h"

namespace dossier::repl {

/// Compares what is behind and prints "3 new rows of NAME" for each query with news that no command
/// has told yet, and a warning for each that could not be compared.
void say_news(KnowledgeBase& kb, Console& console);

}  // namespace dossier::repl
