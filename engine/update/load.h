// SPDX-License-Identifier: Apache-2.0
// LOAD (SPARQL 1.1 Update, section 3.1.4): RDF documents from files and from the web.
#pragma once

#include <functional>

#include "dossier/dossier.h"
#include "engine/runtime/memory_budget.h"
#include "parser/sparql/ast.h"
#include "storage/store.h"

namespace dossier::update {

/// Reads a "file:" IRI, a path, or an http(s) address into the graph the operation names, else into
/// the default graph or the graphs the document names. Files may be packed (gzip, zstd); a web
/// document's format is told by its media type, else by the address's ending. The changes are
/// charged to `memory` and stay so. Throws Error(usage) for what options.outside does not allow,
/// Error(limit), and whatever `check` throws, SILENT or not; Error(input) or Error(syntax) for what
/// can't be read unless SILENT.
void load(storage::WriteTransaction& writes, const ast::Load& operation,
          const QueryOptions& options, const std::function<void()>& check, MemoryBudget& memory);

}  // namespace dossier::update
