// SPDX-License-Identifier: Apache-2.0
// How a pattern depends on the graph it is evaluated in.
#pragma once

#include "engine/algebra/algebra.h"

namespace dossier::plan {

/// Every solution takes a quad of the active graph: in a graph without quads there is none.
bool needs_quad(const algebra::Node& node);

/// The pattern can be read in all named graphs at once, with the graph as one more variable of each
/// triple pattern: every solution binds it, and joining on it keeps graphs apart.
bool carries_graph(const algebra::Node& node);

}  // namespace dossier::plan
