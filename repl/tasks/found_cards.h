// SPDX-License-Identifier: Apache-2.0
// What a search found, laid out for reading or as a list.
#pragma once

#include <ostream>
#include <vector>

#include "dossier/views.h"
#include "repl/tasks/evidence_card.h"
#include "repl/tasks/row_list.h"

namespace dossier::repl {

/// Entities, documents and sentences, the words that match marked; how many there are beside those
/// shown, and how to see them.
void write_found(std::ostream& out, const Found& found, const FindRequest& request,
                 const CardStyle& style);

/// What the numbers of write_found() mean, in its order.
std::vector<Term> things_found(const Found& found);

/// kind, thing, name or text, date, document, speaker, score: a row each.
RowList found_list(const Found& found);

}  // namespace dossier::repl
