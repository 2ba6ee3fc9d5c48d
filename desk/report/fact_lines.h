// SPDX-License-Identifier: Apache-2.0
// Facts as lines of a report. Private to desk/report.
#pragma once

#include <vector>

#include "desk/report/model.h"
#include "dossier/evidence.h"

namespace dossier::reporting {

Citation citation_of(const FactRow& row);
Citation citation_of(const Evidence& evidence);

/// A fact that is said the same way several times is one line with several citations, in the order
/// of the first.
std::vector<Runs> fact_lines(const std::vector<FactRow>& rows, Citations& citations);
/// Dated facts, by their first day: when, and what. Empty when none is dated.
Grid timeline(const std::vector<FactRow>& rows, Citations& citations);
/// Two sides of each contradiction.
Grid contradictions(const KnowledgeBase& kb, const std::vector<Term>& about, Citations& citations);

}  // namespace dossier::reporting
