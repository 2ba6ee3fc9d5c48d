// SPDX-License-Identifier: Apache-2.0
// A graph in the language of Graphviz.
#pragma once

#include <ostream>

#include "dossier/prefixes.h"
#include "dossier/views.h"

namespace dossier::repl {

/// Things coloured by class, the start with a thick line; connections wider with the documents
/// that tell of them, dashed when nothing asserts them. Tooltips say class and members; a thing
/// links to its IRI.
void write_dot(std::ostream& out, const Graph& graph, const Prefixes& prefixes);

}  // namespace dossier::repl
