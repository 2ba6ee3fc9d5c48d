// SPDX-License-Identifier: Apache-2.0
// Keeps each entity's rdfs:label the fullest of its names while documents are added and removed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "dossier/dossier.h"
#include "extract/corrections/decisions.h"
#include "extract/graph/graph_reader.h"
#include "extract/link/entity_linker.h"

namespace dossier::extract {

/// Which of two names makes the better label, in an order that is the same for all documents: a
/// country's usual name, then names without a title, before acronyms, the longer one.
bool is_fuller(const std::string& a, const std::string& b, bool person);

/// The same as a number; of names with equal ones the lesser text is the fuller.
std::uint64_t fullness(const std::string& name, bool person);

/// Without honorific and title: "Anna Berg", not "Ms Berg".
bool is_bare(const std::string& name);

/// If a document has a fuller name, the old label becomes another name; if it knows
/// the class for certain, a guess in other documents is corrected. `known` is the state without
/// the document.
void promote_labels(Transaction& transaction, const GraphReader& known, const EntityLinker& names,
                    std::size_t entities);

/// Things that had their label from the document about to go get the fullest name of the others.
/// Entities under a decision keep theirs. `known` is the state before the transaction.
void demote_labels(Transaction& transaction, const GraphReader& known, const Decisions& decisions,
                   const Term& document);

}  // namespace dossier::extract
