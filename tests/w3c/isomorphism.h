// SPDX-License-Identifier: Apache-2.0
// Equality of RDF datasets up to the names of blank nodes (RDF 1.2 Concepts, section "Graph
// Comparison").
#pragma once

#include <vector>

#include "dossier/quad.h"

namespace dossier::w3c {

/// True when a renaming of blank nodes, one to one, turns the set `a` into the set `b`. Blank nodes
/// may stand anywhere, in graph names and triple terms too. Colours nodes by what is said of them
/// until that tells no more apart, then tries what is left: exact, and fast on all but contrived
/// graphs.
bool isomorphic(const std::vector<Quad>& a, const std::vector<Quad>& b);

}  // namespace dossier::w3c
