// SPDX-License-Identifier: Apache-2.0
// Opening a knowledge base for a command.
#pragma once

#include <map>
#include <string>

#include "dossier/dossier.h"
#include "dossier/prefixes.h"
#include "parser/sparql/parse.h"
#include "repl/process/cannot_open.h"

namespace dossier::repl {

/// Opens `path`, with `cache_bytes` for the store's caches. Throws CannotOpen for every failure.
KnowledgeBase open_database(const std::string& path, OpenMode mode,
                            std::size_t cache_bytes = OpenOptions().memory_bytes);

/// How the parser reads a text; `parameters` are those that will be bound.
SparqlOptions syntax_options(Prefixes prefixes, std::string base = {},
                             const std::map<std::string, Term>& parameters = {});

}  // namespace dossier::repl
