// SPDX-License-Identifier: Apache-2.0
// The sentences behind facts as rows.
#pragma once

#include <vector>

#include "dossier/evidence.h"
#include "repl/tasks/row_list.h"

namespace dossier::repl {

/// subject, predicate, object, asserted, polarity, modality, time, from, to, time_text, place,
/// claimed_by, confidence, sentence, text, document, date, speaker: a row for each sentence of each
/// fact.
RowList evidence_list(const std::vector<Evidence>& evidence);

}  // namespace dossier::repl
