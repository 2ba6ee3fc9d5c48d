// LOAD (SPARQL 1.1 Update, section 3.1.4) of RDF files; other sources are refused.
#pragma once

#include "parser/sparql/ast.h"
#include "storage/store.h"

namespace dossier::update {

/// Reads a "file:" IRI or a path into the graph the operation names, else into the default graph or
/// the graphs the file names. Throws Error(unsupported) for http and https, SILENT or not, and
/// Error(input) or Error(syntax) for what can't be read unless SILENT.
void load(storage::WriteTransaction& writes, const ast::Load& operation);

}  // namespace dossier::update
