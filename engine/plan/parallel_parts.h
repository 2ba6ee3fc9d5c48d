// SPDX-License-Identifier: Apache-2.0
// What of a plan can be done in parts, by several threads. Private to engine/plan.
#pragma once

#include <optional>

#include "engine/plan/physical.h"

namespace dossier::plan {

/// The variable in whose values parts differ; none: they end anywhere.
using Key = std::optional<Slot>;

/// Whether an expression gives the same in every thread, and calls nothing of the application's.
bool is_free(const ast::Expression& expression);

/// The variable that all merge joins on the way to the first scan go by; false when they differ.
bool find_key(const Node& node, Key& key);

/// Whether all ids of the rows are the store's, also to threads with terms of their own.
bool has_stored_ids(const Node& node);

/// Whether the rows of parts of the first scan give the node's rows, each once.
bool goes_by_parts(const Node& node, const Key& key);

}  // namespace dossier::plan
