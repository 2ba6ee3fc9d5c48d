// SPDX-License-Identifier: Apache-2.0
// Decisions and the changes they made, as quads of the graph k:decisions.
#pragma once

#include <optional>
#include <vector>

#include "dossier/quad.h"
#include "extract/corrections/decision.h"
#include "extract/graph/graph_reader.h"

namespace dossier::extract {

/// urn:dossier:decision:N
Term decision_iri(std::uint64_t number);
Term decisions_graph();

std::vector<Quad> quads_of(const Decision& decision);
/// `graph` is what was changed (none: the default graph), `node` is the change.
std::vector<Quad> quads_of(const Patch& patch, const Decision& decision,
                           const std::optional<Term>& graph, const Term& node);

/// What decisions are instances of.
std::vector<Term> decision_classes();

/// In the order of their numbers.
std::vector<Decision> read_decisions(const GraphReader& known);

}  // namespace dossier::extract
