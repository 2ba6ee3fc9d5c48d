// SPDX-License-Identifier: Apache-2.0
// The version of the data model, which each document carries as k:model.
#pragma once

#include <cstdint>

#include "extract/graph/graph_reader.h"

namespace dossier::extract {

/// Of docs/vocabulary.md. Version 1 had facts as blank nodes and k:nothing.
inline constexpr std::uint64_t kDataModel = 2;

/// Throws Error(unsupported) when the documents of the knowledge base were written in another
/// version: facts of both would contradict each other in form. All documents of one are of one
/// version, so it looks at one.
void require_data_model(const GraphReader& known);

/// Whether a term stands where a fact has no object ("he passed away"): true; in version 1
/// k:nothing.
bool is_no_object(const Term& term);

}  // namespace dossier::extract
