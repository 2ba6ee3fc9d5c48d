// SPDX-License-Identifier: Apache-2.0
// Graph management (SPARQL 1.1 Update, section 3.2). A graph exists while it holds a quad: the
// specification allows stores that don't record empty graphs, in which CREATE of a new graph does
// nothing, and DROP and CLEAR of a missing one succeed.
#pragma once

#include <cstdint>

#include "engine/runtime/limits.h"
#include "engine/runtime/memory_budget.h"
#include "parser/sparql/ast.h"
#include "storage/store.h"

namespace dossier::update {

/// Removes every quad of a graph, the default graph too; returns how many there were.
/// The changes are charged to `memory` and stay so, here and below: Error(limit).
std::uint64_t clear(storage::WriteTransaction& writes, TermId graph, Limits& limits,
                    MemoryBudget& memory);

/// CLEAR, DROP, CREATE. Throws Error(usage) when CREATE names a graph that exists, unless SILENT.
void manage(storage::WriteTransaction& writes, const ast::ManageGraph& operation, Limits& limits,
            MemoryBudget& memory);

/// ADD, MOVE, COPY. Throws Error(usage) when the source is a graph that does not exist, unless
/// SILENT; nothing is changed then.
void transfer(storage::WriteTransaction& writes, const ast::TransferGraph& operation,
              Limits& limits, MemoryBudget& memory);

}  // namespace dossier::update
