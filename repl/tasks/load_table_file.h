// SPDX-License-Identifier: Apache-2.0
// A table into the knowledge base, with what a person is told about it.
#pragma once

#include <string>

#include "dossier/tables.h"
#include "repl/process/console.h"

namespace dossier::repl {

/// `map` is the file of the CONSTRUCT, for messages. Errors as load_table().
void load_table_file(KnowledgeBase& kb, const std::string& file, const std::string& map,
                     TableOptions options, bool quiet, Console& console);

}  // namespace dossier::repl
