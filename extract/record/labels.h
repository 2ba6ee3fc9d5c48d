// SPDX-License-Identifier: Apache-2.0
// Keeps each entity's rdfs:label the fullest of its names while documents are added and removed.
#pragma once

#include <cstddef>

#include "dossier/dossier.h"
#include "extract/decide/decisions.h"
#include "extract/record/entity_names.h"
#include "extract/record/graph_reader.h"

namespace dossier::extract {

/// If a document has a fuller name, the old label becomes another name; if it knows
/// the class for certain, a guess in other documents is corrected. `known` is the state without
/// the document.
void promote_labels(Transaction& transaction, const GraphReader& known, const EntityNames& names,
                    std::size_t entities);

/// Things that had their label from the document about to go get their fullest other one: no other
/// document keeps a name it does not say itself. Entities under a decision keep theirs. `known` is
/// the state before the transaction.
void demote_labels(Transaction& transaction, const GraphReader& known, const Decisions& decisions,
                   const Term& document);

}  // namespace dossier::extract
