// SPDX-License-Identifier: Apache-2.0
// The text index of a committed state. Private to storage/.
#pragma once

#include <functional>
#include <memory>
#include <string_view>
#include <vector>

#include "storage/disk/batch.h"
#include "storage/quad_source.h"
#include "storage/state/state.h"
#include "storage/text/text_layer.h"
#include "storage/text_index.h"

namespace dossier::storage {

std::unique_ptr<const TextIndex> make_text_index(std::shared_ptr<const State> state);

/// Adds the rows of a layer to what is written.
void put_layer(Batch& batch, const TextLayer& layer);

/// Whether the index has the text; false for one without words.
bool has_text(const TextIndex& index, TermId literal, std::string_view text);

/// The ids of all texts of `source`, ascending. `look` is called now and then; it may throw.
std::vector<TermId> texts_of(const QuadSource& source, const IndexedPredicates& predicates,
                             const std::function<void()>& look);

}  // namespace dossier::storage
