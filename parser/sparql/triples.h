// SPDX-License-Identifier: Apache-2.0
// Second step: triples blocks, with abbreviations expanded.
#pragma once

#include <vector>

#include "parser/sparql/context.h"

namespace dossier::sparql {

/// Appends the triples that a TriplesBlock stands for. ";" and "," are spelled out; collections
/// become rdf:first and rdf:rest (SPARQL 1.1 Query 4.2.3), reified triples and annotations become
/// triples of rdf:reifies (SPARQL 1.2 Query 4.2.4); each nested construct comes before the triple
/// it stands in.
void append_triples(Context& context, Syntax block, std::vector<ast::TriplePattern>& out);

}  // namespace dossier::sparql
