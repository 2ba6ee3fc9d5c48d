// SPDX-License-Identifier: Apache-2.0
// Every quad of a state, sorted by graph.
#pragma once

#include <functional>
#include <optional>

#include "dossier/quad.h"
#include "storage/quad_source.h"

namespace dossier {

/// Calls `sink` with each quad of `source`; only those of `graph` when given.
void dump_quads(const storage::QuadSource& source, const std::function<void(const Quad&)>& sink,
                const std::optional<Term>& graph);

}  // namespace dossier
